# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from decimal import Decimal

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class CreditTypePackage(Record):
    """The amount of one credit type that a package contains.

    Returned by `credit_type_packages.list`, `credit_type_packages.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    credit_type_id: int | None = attrs.field(default=ABSENT)
    """Credit type id."""
    package_id: int | None = attrs.field(default=ABSENT)
    """Package id the credit type belongs to."""
    amount: Decimal | None = attrs.field(default=ABSENT)
    """Amount of the record."""
