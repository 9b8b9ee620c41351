"""Words the demo account is made of; Arabic and English side by side, as accounts in the Gulf and Egypt have them."""

from __future__ import annotations

from importlib import resources
from typing import Final

import msgspec


class Words(msgspec.Struct, frozen=True):
    """The lists of `words.json`."""

    first_names: list[str]
    last_names: list[str]
    trades: list[str]
    places: list[str]
    arabic_companies: list[str]
    legal_forms: list[str]
    cities: list[tuple[str, str, str]]
    """City, state and country code."""
    streets: list[str]
    product_types: list[tuple[str, str, int]]
    """Name, category and price."""
    variants: list[str]
    brands: list[str]
    notes: list[str]
    expenses: list[str]
    incomes: list[str]
    tasks: list[str]
    messages: list[str]
    payment_methods: list[str]


WORDS: Final = msgspec.json.decode(resources.files("daftra_async.sandbox.seed").joinpath("words.json").read_bytes(), type=Words)
