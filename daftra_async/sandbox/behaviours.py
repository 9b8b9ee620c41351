"""What the account does where the documents leave it open: a switch for each question.

    Sandbox(behaviours=Behaviours(discount="unit", partial_update="merges"))

Nobody has proved the answers. A program that has to work with each of them is tested against each of them.
"""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING, Any, Literal, Self, get_args, get_type_hints

import attrs

from daftra_async._suggest import choices

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@attrs.frozen(kw_only=True)
class Behaviours:
    """The switches; the first value of each is its default, as `options` lists them.

    Raises:
        ValueError: a switch has a value that it does not know.
    """

    envelope: Literal["documented", "other"] = "documented"
    """Which envelope lists have whose wrapping is in doubt: that of their documents, or that of the other version."""
    over_limit: Literal["capped", "honoured", "refused"] = "capped"
    """What becomes of a page size above the documented maximum."""
    filters: Literal["documented", "ignored"] = "documented"
    """Whether v1 lists filter, or answer with all records whatever is asked."""
    sorts: Literal["documented", "ignored"] = "documented"
    """Whether v1 lists sort, or keep their usual order whatever is asked."""
    booleans: Literal["both", "digits", "words"] = "both"
    """Which spelling of yes and no a body may have: 1 and 0, true and false, or both."""
    decimal_text: Literal["accepted", "refused"] = "accepted"
    """Whether a body may have decimal numbers as text, such as `"12.3400"`."""
    partial_update: Literal["replaces", "merges"] = "replaces"
    """What an update does to the fields and lines that it leaves out: they are lost, or kept."""
    payments_in_update: Literal["added", "replaced", "ignored"] = "added"
    """What payments do that are sent with the update of an invoice."""
    discount: Literal["line", "unit"] = "line"
    """Whether a fixed discount of a line is taken once for the line, or for each unit."""
    included_tax: Literal["contained", "added"] = "contained"
    """Whether a tax with `included: 1` is contained in the price, or added like any other."""
    unknown_tax: Literal["refused", "ignored"] = "refused"
    """What becomes of a line whose tax does not exist."""
    unknown_client: Literal["refused", "accepted"] = "refused"
    """What becomes of a document whose client does not exist."""
    custom_field_search: Literal["both", "label", "id", "ignored"] = "both"
    """What `custom_field_label` of the invoice list may name: the label of a custom field, its id, either, or nothing."""
    credit_note_wrapper: Literal["CreditNote", "Invoice"] = "CreditNote"
    """The key under which credit notes are read."""
    duplicates: Literal["refused", "accepted"] = "refused"
    """What becomes of a second record with the e-mail, number or code of another."""
    clock_offset: float = 0.0
    """Seconds by which the clock of the account is ahead."""
    rate_limit: int = 0
    """Requests a minute; the ones beyond are answered with 429. 0 is no limit."""

    def __attrs_post_init__(self) -> None:
        for name, allowed in options().items():
            value = getattr(self, name)
            if value not in allowed:
                msg = f"behaviour {name}: {value!r:.60} was given; expected {' or '.join(allowed)}"
                raise ValueError(msg)
        if not math.isfinite(self.clock_offset):
            msg = f"behaviour clock_offset: {self.clock_offset} was given; expected seconds"
            raise ValueError(msg)
        if self.rate_limit < 0:
            msg = f"behaviour rate_limit: {self.rate_limit} was given; expected a whole number from 0"
            raise ValueError(msg)

    @classmethod
    def parse(cls, texts: Iterable[str]) -> Self:
        """Read switches as they are written on a command line: `discount=unit`, `clock_offset=-90`.

        Raises:
            ValueError: there is no such switch, or it has no such value.
        """
        given: dict[str, Any] = {}
        known = attrs.fields_dict(cls)
        for text in texts:
            name, _, value = (part.strip() for part in text.partition("="))
            if name not in known:
                msg = f"unknown behaviour {name!r:.60}{choices(name, known)}"
                raise ValueError(msg)
            given[name] = value if name in options() else _number(name, value)
        return cls(**given)


@functools.cache
def options() -> Mapping[str, tuple[str, ...]]:
    """The switches that have named values, each with its values; the first is the default."""
    hints = get_type_hints(Behaviours)
    return {name: allowed for name in attrs.fields_dict(Behaviours) if (allowed := get_args(hints[name]))}


def _number(name: str, text: str) -> float:
    try:
        return int(text) if name == "rate_limit" else float(text)
    except ValueError:
        msg = f"behaviour {name}: {text!r:.40} was given; expected a number"
        raise ValueError(msg) from None
