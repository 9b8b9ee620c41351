"""Rates of the taxes that lines name by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias, cast

import attrs

from daftra_async._text import exact, refuse
from daftra_async.models.tax import Tax

Taxes: TypeAlias = Iterable[Tax] | Mapping[int, Tax | Decimal | int | str]
"""What `taxes.list()` gives, or a mapping of ids to taxes or percentages."""
_ALLOWED = "the records of taxes.list(), or a mapping of tax ids to percentages such as {1: 15}"


@attrs.frozen
class Rate:
    """What a tax does to a price."""

    percent: Fraction
    included: bool = False
    """Whether prices contain it."""


def rates_of(taxes: Taxes | None) -> dict[int, Rate]:
    """Return the rates by tax id; a tax whose rate is not known is left out.

    Raises:
        ArgumentError: these are no taxes, or a percentage is a float or no number.
    """
    if taxes is None:
        return {}
    if isinstance(taxes, Mapping):
        given = cast("Mapping[int, object]", taxes)
        return {tax_id: rate for tax_id, value in given.items() if (rate := _rate(tax_id, value)) is not None}
    if not isinstance(taxes, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers may be untyped
        refuse("taxes", f"{taxes!r:.60} was given", _ALLOWED)
    found: dict[int, Rate] = {}
    for tax in taxes:
        if not isinstance(tax, Tax):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers may be untyped
            refuse("taxes", f"{tax!r:.60} was given", _ALLOWED)
        rate = _of_record(tax)
        if rate is not None and isinstance(tax.id, int):
            found[tax.id] = rate
    return found


def rates_in(taxes: object) -> dict[int, Rate]:
    """Return the rates that a purchase document brings along in its own taxes, which name theirs by `tax_id`."""
    rows = [tax for tax in cast("list[object]", taxes) if isinstance(tax, Tax)] if isinstance(taxes, list) else []
    found = {tax.tax_id or tax.id: _of_record(tax) for tax in rows}
    return {tax_id: rate for tax_id, rate in found.items() if isinstance(tax_id, int) and rate is not None}


def _rate(tax_id: int, value: object) -> Rate | None:
    return _of_record(value) if isinstance(value, Tax) else Rate(Fraction(exact(f"taxes: [{tax_id}]", value)))


def _of_record(tax: Tax) -> Rate | None:
    included = tax.included is True
    if not isinstance(tax.value, Decimal) or (included and tax.value < 0):
        return None
    return Rate(Fraction(tax.value), included)
