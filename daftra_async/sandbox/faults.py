"""Which request meets which fault.

    Sandbox(faults=Faults([Rule("503", probability=0.1), Rule("drop-after-read", operation="invoices.create", times=1)]))

A request meets the first rule that applies to it and is not used up. The random source of each rule is seeded, so the n-th
request a rule is asked about always gets the same verdict; requests that run at once may change places.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

from daftra_async.sandbox.fault_kinds import kind_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.sandbox.fault_kinds import Kind

HEADER: Final = "X-Sandbox-Fault"
"""Header that names the fault of one request, `kind` or `kind=number`; ignored unless the request comes over loopback."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What one request meets."""

    kind: Kind
    value: float

    @classmethod
    def parse(cls, text: str) -> Fault:
        """Read `kind` or `kind=number`.

        Raises:
            ValueError: there is no such kind, or it takes no such number.
        """
        name, equals, number = text.strip().partition("=")
        return make(kind_named(name.strip()), _number(name, number) if equals else None)


def make(kind: Kind, value: float | None) -> Fault:
    """Make a fault; the value None takes the kind's default.

    Raises:
        ValueError: the kind takes no value, or not this one.
    """
    if value is not None and (not kind.value or not 0 <= value <= 1e9):
        allowed = f"a number from 0 ({kind.value})" if kind.value else "no value"
        msg = f"fault {kind.name}: {value} was given; expected {allowed}"
        raise ValueError(msg)
    return Fault(kind, kind.default if value is None else value)


def _number(name: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        msg = f"fault {name}: {text!r:.40} is not a number"
        raise ValueError(msg) from None


@dataclass(kw_only=True)
class Rule:
    """Requests that meet a fault.

    Raises:
        ValueError: a value is out of range, or there is no such kind.
    """

    kind: str | Sequence[str] = field(kw_only=False)
    """Name of a kind, or several: each comes once before any comes again."""
    value: float | None = None
    """Parameter of the kind, such as its seconds; None takes the kind's default."""
    probability: float = 1.0
    operation: str = "*"
    """Operation id, with wildcards: `invoices.create`, `*.list`."""
    method: str | None = None
    times: int | None = None
    """How many requests it takes; None is no limit."""
    burst: int = 1
    """How many requests in a row it takes each time it is drawn."""
    seed: int | None = None
    """Seed of its random source; None derives one from the seed of all rules and its place among them."""

    def __post_init__(self) -> None:
        names = (self.kind,) if isinstance(self.kind, str) else tuple(self.kind)
        if not names:
            msg = "kind: no kind was given"
            raise ValueError(msg)
        self._faults = [make(kind_named(name), self.value if len(names) == 1 else None) for name in names]
        if not 0 <= self.probability <= 1:
            msg = f"probability: {self.probability} was given; expected 0 to 1"
            raise ValueError(msg)
        if self.burst < 1 or (self.times is not None and self.times < 0):
            msg = "burst, times: expected whole numbers from 1 (times: from 0)"
            raise ValueError(msg)
        self._left = self.times
        self._burst = 0
        self._deck: list[Fault] = []
        self.start(0)

    def start(self, seed: int) -> None:
        """Seed the random source, unless the rule has a seed of its own."""
        self._random = random.Random(seed if self.seed is None else self.seed)  # simulation, not secrets

    def draw(self, method: str, operation: str | None) -> Fault | None:
        """The fault of a request, None if the rule does not apply or was not drawn."""
        if self._left == 0 or (self.method or method).upper() != method or not fnmatchcase(operation or "", self.operation):
            return None
        hit = self._random.random() < self.probability
        if not hit and not self._burst:
            return None
        card = self._card((operation or "").rpartition(".")[2])
        if card is None:
            return None
        self._burst = (self._burst or self.burst) - 1
        self._left = None if self._left is None else self._left - 1
        return card

    def _card(self, verb: str) -> Fault | None:
        """Take a kind from the deck: each comes once before any comes again."""
        for _ in range(2):
            for place, card in enumerate(self._deck):
                if card.kind.only in {None, verb} or len(self._faults) == 1:
                    return self._deck.pop(place)
            self._deck += self._random.sample(self._faults, len(self._faults))
        return None


@dataclass
class Faults:
    """The rules of a sandbox, and what has been met."""

    rules: Sequence[Rule] = ()
    seed: int = 0
    enabled: bool = True
    """Whether the rules apply now; the header always does."""
    met: Counter[str] = field(default_factory=Counter[str])
    """How many requests met each kind."""

    def __post_init__(self) -> None:
        for place, rule in enumerate(self.rules):
            rule.start(self.seed * 1000 + place)

    def draw(self, method: str, operation: str | None, header: str | None = None) -> Fault | None:
        """The fault that a request meets, None for none.

        Raises:
            ValueError: the header names no fault.
        """
        found = Fault.parse(header) if header is not None else self._by_rule(method, operation) if self.enabled else None
        if found is None or found.kind.name == "none":
            return None
        self.met[found.kind.name] += 1
        return found

    def _by_rule(self, method: str, operation: str | None) -> Fault | None:
        return next((found for rule in self.rules if (found := rule.draw(method, operation)) is not None), None)
