"""The rules by which a document is added up, and what is not known about them.

The vendor documents the fields of a document and not how they follow from each other. Each point that nobody has proved is an
option here: its default, and what else it may be. `verify` says which other choice would explain what an account holds, and
`preview` how much hangs on each.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

import attrs

from daftra_async._text import refuse
from daftra_async.money.rounding import check_decimals, check_rounding

if TYPE_CHECKING:
    from collections.abc import Iterator

LineDiscount = Literal["line", "unit"]
UntypedDiscount = Literal["amount", "percent"]
TaxBase = Literal["before_discount", "after_discount"]
IncludedTax = Literal["contained", "added"]
RoundAt = Literal["document", "line"]
DepositAs = Literal["amount", "percent"]
PaidDeposit = Literal["separate", "payment"]

CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "line_discount": get_args(LineDiscount),
    "untyped_discount": get_args(UntypedDiscount),
    "tax_base": get_args(TaxBase),
    "included_tax": get_args(IncludedTax),
    "round_at": get_args(RoundAt),
    "deposit": get_args(DepositAs),
    "paid_deposit": get_args(PaidDeposit),
}


@attrs.frozen(kw_only=True)
class Rules:
    """How a document is added up; the defaults are those of the sandbox.

    Raises:
        ArgumentError: an option has a value that it does not know.
    """

    line_discount: LineDiscount = "line"
    """Whether a fixed discount of a line (`discount_type` 2) is taken once for the line, or for each unit. Doubt: code in use
    does both. A discount in percent is the same either way."""
    untyped_discount: UntypedDiscount = "amount"
    """What the discount of a line is whose `discount_type` is empty. Doubt: undocumented; send the type."""
    tax_base: TaxBase = "before_discount"
    """Whether taxes are taken before or after the discount of the document; that of a line always comes before its taxes. Doubt:
    undocumented; after the discount, it is spread over the lines by their subtotals."""
    included_tax: IncludedTax = "contained"
    """Whether a tax with `included: 1` is contained in `unit_price`, or added like any other. Doubt: that it is contained is
    what its description says and what shops rely on; that the subtotal of the line is then without the tax is assumed."""
    round_at: RoundAt = "document"
    """Whether the sums of the document are made of exact lines and rounded once, or of lines that were rounded to the decimals of
    the currency. Doubt: undocumented; lines are seen with 4 decimals, which speaks for the document."""
    deposit: DepositAs = "amount"
    """Whether `deposit` is an amount, or percent of the total. Doubt: its unit is undocumented."""
    paid_deposit: PaidDeposit = "separate"
    """Whether a deposit that is marked as paid counts as paid, or only its payment does. Doubt: undocumented."""
    decimals: int | None = None
    """Decimals of the sums of a document; None takes those of its currency (3 for KWD, 0 for JPY). Doubt: the server may store 2
    for all."""
    line_decimals: int = 4
    """Decimals of the amounts in lines. Doubt: 4 have been seen, and more are thinkable."""
    rounding: str = ROUND_HALF_UP
    """One of the `ROUND_...` names of the `decimal` module. Doubt: undocumented; invoices round halves up, away from zero."""

    def __attrs_post_init__(self) -> None:
        for name, known in CHOICES.items():
            if (value := getattr(self, name)) not in known:
                refuse(name, f"{value!r:.60} was given", " or ".join(map(repr, known)))
        if self.decimals is not None:
            check_decimals(self.decimals)
        check_decimals(self.line_decimals)
        check_rounding(self.rounding)

    def others(self) -> Iterator[tuple[str, Rules]]:
        """Yield the rules that differ from these in one option, each with that option as it is written."""
        for name, known in CHOICES.items():
            for choice in known:
                if choice != getattr(self, name):
                    yield f"{name}={choice!r}", self._with(name, choice)
        if self.decimals is None:
            yield "decimals=2", self._with("decimals", 2)

    def _with(self, name: str, value: Any) -> Rules:
        return attrs.evolve(self, **{name: value})
