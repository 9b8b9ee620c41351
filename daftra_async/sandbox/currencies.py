"""The smallest unit of a currency: documents are rounded to it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

_USUAL: Final = Decimal("0.01")
_OTHERS: Final = {
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), Decimal("0.001")),
    **dict.fromkeys(("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG"), Decimal(1)),
    **dict.fromkeys(("RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"), Decimal(1)),
    **dict.fromkeys(("CLF", "UYW"), Decimal("0.0001")),
}


def unit_of(currency: Any) -> Decimal:
    """The unit of a currency code, by ISO 4217; that of most currencies for what is none."""
    return _OTHERS.get(currency.strip().upper(), _USUAL) if isinstance(currency, str) else _USUAL
