"""Whether an account sends its invoices to a tax authority: made-up invoices must never get there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Literal

from daftra_async.prove.asking import Asking
from daftra_async.prove.shapes import record_form, rows_of
from daftra_async.wire.guards import is_map

if TYPE_CHECKING:
    from collections.abc import Iterable

    from daftra_async.client import DaftraClient

EInvoicing = Literal["on", "off", "unknown"]
_KEY: Final = re.compile(r"e_?-?invoic|electronic_?invoic|zatca|fatoora", re.IGNORECASE)
"""No document names the setting; these are the words for it."""
_NO: Final = frozenset({"", "0", "no", "off", "false", "null", "disabled"})
_NEWEST: Final = 20


async def einvoicing(client: DaftraClient) -> EInvoicing:
    """Look whether e-invoicing is switched on, in the account's settings and in its newest invoices; two GETs.

    `unknown` when neither says anything, which is the usual answer: no document says where the switch is.

    Raises:
        DaftraError: the account cannot be reached, or refuses the credential.
    """
    return await told_by(Asking(client))


async def told_by(account: Asking) -> EInvoicing:
    """Look whether e-invoicing is switched on; what the credential may not read says nothing."""
    site = await account.ask("site_info.get")
    settings = list(_said(record_form(site.body)[1]))
    seen = await account.page("invoices.list", _NEWEST)
    invoices = [value for row in rows_of(seen.body) or () for value in _said(row)]
    if any(_is_on(value) for value in (*settings, *invoices)):
        return "on"
    return "off" if settings else "unknown"


def _said(record: Any) -> Iterable[Any]:
    """Return the values of a record whose keys name e-invoicing, at any depth."""
    if not is_map(record):
        return []
    own = [value for key, value in record.items() if _KEY.search(str(key))]
    return own + [found for value in record.values() if is_map(value) for found in _said(value)]


def _is_on(value: Any) -> bool:
    return bool(value) and str(value).strip().casefold() not in _NO
