"""How many decimals the amounts of a currency have, by ISO 4217."""

from __future__ import annotations

import re
from typing import Final

from daftra_async._text import refuse

USUAL: Final = 2
"""Decimals of a currency that is not listed below."""
_OTHERS: Final = {
    **dict.fromkeys(("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG"), 0),
    **dict.fromkeys(("RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
    **dict.fromkeys(("CLF", "UYW"), 4),
}
_CODE: Final = re.compile("[A-Z]{3}")


def currency_decimals(currency: str) -> int:
    """Return the decimals of a currency: 3 for KWD, 0 for JPY, 2 for most others.

    Args:
        currency: Its code by ISO 4217, in any case. A code that the standard does not give another number has 2.

    Raises:
        ArgumentError: it is no code of three letters.
    """
    code = currency_code(currency)
    if not _CODE.fullmatch(code):
        refuse("currency", f"{currency!r:.60} was given", "a code of three letters (ISO 4217) such as 'SAR'")
    return _OTHERS.get(code, USUAL)


def currency_code(currency: object) -> str:
    """Return a code as it is compared: `" sar"` is `"SAR"`; empty for what is not text."""
    return currency.strip().upper() if isinstance(currency, str) else ""


def decimals_of(code: str) -> int:
    """Return the decimals of a code that a record holds, which may be empty or no code at all: then 2."""
    return _OTHERS.get(code, USUAL)
