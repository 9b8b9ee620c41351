# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from typing import Any

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class WorkflowNumberInput(Input):
    """Input for the number of a workflow record as it is written."""

    code: str = attrs.field()
    """Text of the record number."""
    generated: Any | UnsetType = attrs.field(default=UNSET)
    """Number assigned by the server; sent as null."""
