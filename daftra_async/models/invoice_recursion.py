# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from typing import Literal, TypeAlias

from daftra_async.wire.enums import OpenIntEnum


class InvoiceRecursion(OpenIntEnum):
    """How much of each invoice the v1 invoice list returns."""

    HEADER_ONLY = -1
    """Header fields alone."""
    WITH_CLIENT = 0
    """Header and client."""
    FULL = 1
    """Header, client and every nested list."""


InvoiceRecursionValue: TypeAlias = InvoiceRecursion | Literal[-1, 0, 1]
"""A member of `InvoiceRecursion`, or its plain value."""
