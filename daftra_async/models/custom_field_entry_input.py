# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class CustomFieldEntryInput(Input):
    """Input for one custom field value."""

    label: str | UnsetType = attrs.field(default=UNSET)
    """Label of the custom field."""
    value: str | UnsetType = attrs.field(default=UNSET)
    """Value of the custom field."""
