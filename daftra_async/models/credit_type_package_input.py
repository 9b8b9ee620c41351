# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from decimal import Decimal

import attrs

from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class CreditTypePackageInput(Input):
    """Input for the amount of one credit type that a package contains.

    Accepted by `credit_type_packages.create`, `credit_type_packages.update`.
    """

    credit_type_id: int = attrs.field()
    """Credit type id."""
    package_id: int = attrs.field()
    """Package id the credit type belongs to."""
    amount: Decimal | int = attrs.field()
    """Amount of the record."""
