"""Guess the entity of a flat record by its keys.

Each key weighs one over the number of record classes that have it: `supplier_number` says nearly everything, `created` nothing. A
class scores what it shares with the payload, over that plus what only one of the two has; what the payload lacks counts little,
since a deleted record may come with few keys. Keys that no model knows are left out: they tell the classes not apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.webhooks.names import ENTITIES, SALES_DOCUMENTS
from daftra_async.webhooks.signatures import UNIT, shapes
from daftra_async.wire.scalars import to_int

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    _Ranked: TypeAlias = tuple[float, int, str]
    """Score, weight of the shared keys, entity."""

_LACKING: Final = 0.2
"""Weight of a key that the payload lacks, in proportion to one that the class lacks."""
_LEAST_EVIDENCE: Final = UNIT / 2
"""Weight of shared keys from which a guess is made: one key of two classes, or several of more."""
_LEAST_SCORE: Final = 0.4
_LEAST_LEAD: Final = 0.1
"""How much better the best has to fit than the next; what is closer is a rival."""
_LEAST_LEAD_OTHERS: Final = 0.5
"""The same for entities that no event is documented for: nobody expects them."""
_MOST_SHOWN: Final = 5


@attrs.frozen
class Candidate:
    """An entity that a payload may belong to."""

    entity: str
    score: float
    """From 0 to 1: how well the keys fit."""


@attrs.frozen
class Guess:
    """Result of a guess."""

    entity: str | None
    """None if the keys are not specific enough."""
    confidence: float
    candidates: tuple[Candidate, ...]


def guess(payload: Mapping[str, Any]) -> Guess:
    """Guess the entity of a flat record."""
    known = shapes()
    sent = known.weights.keys() & payload.keys()
    weights = known.weights
    total = sum(map(weights.__getitem__, sent))
    ranked: list[_Ranked] = []
    for entity, shape in known.by_entity.items():
        shared = sum(map(weights.__getitem__, sent & shape.keys))
        if shared:
            score = shared / (total + _LACKING * (known.totals[entity] - shared))
            ranked.append((score, shared, entity))
    ranked.sort(key=lambda item: (-item[0], item[2] not in ENTITIES, item[2]))
    candidates = tuple(Candidate(entity, round(score, 3)) for score, _, entity in ranked[:_MOST_SHOWN])
    if ranked and ranked[0][2] in SALES_DOCUMENTS.values():
        ranked = _by_type(ranked, sales_document(payload))
    if not ranked:
        return Guess(None, 0.0, candidates)
    best, evidence, entity = ranked[0]
    lead = 1 - (ranked[1][0] / best if len(ranked) > 1 else 0)
    rivals = [name for score, _, name in ranked if score >= best * (1 - _LEAST_LEAD)]
    expected = [name for name in rivals if name in ENTITIES]
    if len(rivals) > 1:
        # Without a type, only the documented events tell sales documents apart.
        if len(expected) != 1 or not set(rivals) <= set(SALES_DOCUMENTS.values()):
            return Guess(None, 0.0, candidates)
        entity, lead = expected[0], 0.0
    unexpected = not expected and lead < _LEAST_LEAD_OTHERS
    if unexpected or evidence < _LEAST_EVIDENCE or best < _LEAST_SCORE:
        return Guess(None, 0.0, candidates)
    return Guess(entity, round(lead, 3), candidates)


def _by_type(ranked: list[_Ranked], kind: str | None) -> list[_Ranked]:
    """Let the type decide between the sales documents, whose keys are nearly the same."""
    if kind is None:
        # What looks like an advance payment has the keys that v2 gives for any invoice.
        return [item for item in ranked if item[2] != "advance_payment"]
    best, evidence, _ = ranked[0]
    return [(best, evidence, kind), *(item for item in ranked if item[2] not in SALES_DOCUMENTS.values())]


def sales_document(payload: Mapping[str, Any]) -> str | None:
    """Return the kind of sales document by the `type` of a record; None without one."""
    kind, ok = to_int(payload.get("type"))
    return SALES_DOCUMENTS.get(kind, "invoice") if ok and kind is not None else None
