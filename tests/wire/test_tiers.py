"""Both tiers read every odd spelling in every kind of field alike, when the shape was learned from full clean pages."""

from __future__ import annotations

import datetime as dt
import enum
import json
from decimal import Decimal
from typing import Any, Final

import pytest

from daftra_async import models
from daftra_async.operation import Operation, Response
from daftra_async.wire import census, hints, loads, structure
from daftra_async.wire.envelopes import open_list
from daftra_async.wire.fast import PageDecoder
from tests.wire.sample import Line, Paper
from tests.wire.spellings import ODD
from tests.wire.test_fast import leaves

DRIFT: Final = (census.UNKNOWN_FIELD, census.UNKNOWN_VALUE, census.KEPT)
"""What the census counts whichever tier reads; how usual values were spelled, only the slow one counts."""

_MODELS: Final = (Paper, models.Invoice, models.WorkflowRecord)


def operation(cls: type[Any]) -> Operation[Any]:
    kind = "v2-list" if cls is models.WorkflowRecord else "v1-list"
    key = None if cls is models.WorkflowRecord else cls.__name__
    response = Response(kind=kind, model=cls.__name__, key=key)
    return Operation(id=f"{cls.__name__}.list", title="", method="GET", path="/", response=response, idempotent=True, entity="x")


def page(op: Operation[Any], rows: list[str]) -> bytes:
    texts = rows if op.response.key is None else [f'{{"{op.response.key}": {row}}}' for row in rows]
    head = '"current_page": 1, "last_page": 1, "total": 1, "next_page_url": null'
    if op.response.key is not None:
        head = '"code": 200, "result": "successful", "pagination": {"next": null, "page": 1, "page_count": 1}'
    return f'{{{head}, "data": [{", ".join(texts)}]}}'.encode()


def text_of(row: dict[str, str]) -> str:
    return "{" + ", ".join(f"{json.dumps(key)}: {value}" for key, value in row.items()) + "}"


def clean(cls: type[Any], at: int = 1, level: int = 0) -> dict[str, str]:
    """Return a record in which every field has its usual spelling."""
    types = hints.hints_of(cls)
    row: dict[str, str] = {}
    for field in hints.fields_of(cls):
        value = _usual(hints.single(types[field.name]), at, level)
        if value is not None:
            row[hints.wire_name(field)] = value
    return row


def _usual(hint: Any, at: int, level: int) -> str | None:
    kind, item = hints.item_of(hint)
    if hints.is_model(item):
        if level == 2 or (level == 1 and item is not Line):
            return None
        inner = text_of(dict(list(clean(item, at, level + 1).items())[:8]))
        return f"[{inner}]" if kind is list else inner if kind is None else f'{{"a": {inner}}}'
    if kind is not None:
        return f'["{at}"]' if kind is list else '{"a": "1"}'
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        member = next(iter(hint.__members__.values()))
        return json.dumps(str(member.value))
    usual = {int: f'"{at}"', bool: f'"{at % 2}"', Decimal: f'"{at}.50"'}
    times = {dt.date: '"2026-01-31"', dt.datetime: '"2026-01-31 10:20:30"'}
    return {**usual, **times}.get(hint, '"text"')


def places(cls: type[Any], each: int = 2) -> list[str]:
    """Return so many fields of each kind."""
    types = hints.hints_of(cls)
    found: dict[Any, list[str]] = {}
    for field in hints.fields_of(cls):
        hint = hints.single(types[field.name])
        kind, item = hints.item_of(hint)
        relation = hints.is_model(item)
        enumeration = isinstance(hint, type) and issubclass(hint, enum.Enum)
        group = (kind, relation, str(item)[:10]) if kind or relation else hint.__mro__[1] if enumeration else hint
        found.setdefault(group, []).append(hints.wire_name(field))
    return [wire for wires in found.values() for wire in wires[:each]]


def small(cls: type[Any], at: int = 1) -> dict[str, str]:
    """Return a clean record of these fields."""
    chosen = frozenset(places(cls))
    return {wire: value for wire, value in clean(cls, at).items() if wire in chosen}


def slowly(cls: type[Any], op: Operation[Any], body: bytes) -> list[Any]:
    return [structure(cls, row) for row in open_list(op, loads(body)).rows]


def drift() -> dict[Any, int]:
    return {entry: count for entry, count in census.snapshot().items() if entry[0].partition(": ")[0] in DRIFT}


def learned(cls: type[Any], op: Operation[Any]) -> PageDecoder:
    decoder = PageDecoder(op, cls)
    for start in (1, 13):
        rows = [text_of(small(cls, at)) for at in range(start, start + 12)]
        assert decoder.read(page(op, rows)) is not None
    return decoder


def compare(cls: type[Any], op: Operation[Any], decoder: PageDecoder, body: bytes) -> None:
    census.reset()
    wanted = slowly(cls, op, body)
    counted = drift()
    census.reset()
    read = decoder.read(body)
    assert read is not None
    assert leaves(read[1]) == leaves(wanted)
    assert drift() == counted


@pytest.mark.parametrize("cls", _MODELS, ids=lambda cls: cls.__name__)
def test_a_clean_page_needs_the_slow_tier_for_a_few_records_only(cls: type[Any]) -> None:
    decoder = learned(cls, operation(cls))
    assert decoder.fallbacks <= 16


@pytest.mark.parametrize("cls", _MODELS, ids=lambda cls: cls.__name__)
def test_every_odd_spelling_after_clean_pages(cls: type[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    op = operation(cls)
    full = small(cls)
    decoder = learned(cls, op)
    # It stays as it was after the clean pages, whatever it meets.
    monkeypatch.setattr(decoder, "_learn", lambda _: decoder._tier)
    wires = places(cls, 2 if cls is Paper else 1)
    for odd in ODD:
        compare(cls, op, decoder, page(op, [text_of({**full, wire: odd}) for wire in wires]))


@pytest.mark.parametrize("cls", _MODELS[:1], ids=lambda cls: cls.__name__)
def test_every_odd_spelling_after_all_others(cls: type[Any]) -> None:
    op = operation(cls)
    full = small(cls)
    decoder = learned(cls, op)
    wires = places(cls)
    for odd in ODD:
        compare(cls, op, decoder, page(op, [text_of({**full, wire: odd}) for wire in wires]))


@pytest.mark.parametrize("odd", ["10_5", "NULL", "-0", "1e5"])
def test_an_odd_spelling_deep_in_a_relation_after_clean_pages(odd: str) -> None:
    op = operation(models.Invoice)
    full = clean(models.Invoice)
    item = clean(hints.item_of(hints.single(hints.hints_of(models.Invoice)["invoice_item"]))[1], 1, 2)
    rows = [text_of({**full, "InvoiceItem": f"[{text_of(item)}, {text_of({**item, wire: json.dumps(odd)})}]"}) for wire in item]
    compare(models.Invoice, op, learned(models.Invoice, op), page(op, rows))


@pytest.mark.parametrize("first", ["null", '"NULL"', '"10_5"', "1.5", "[]", '"null"'])
def test_what_was_learned_from_one_spelling_does_not_bend_others(first: str, monkeypatch: pytest.MonkeyPatch) -> None:
    op = operation(Paper)
    decoder = learned(Paper, op)
    wires = places(Paper)
    row = {**clean(Paper), **dict.fromkeys(wires, first)}
    compare(Paper, op, decoder, page(op, [text_of(row)]))
    monkeypatch.setattr(decoder, "_learn", lambda _: decoder._tier)
    for odd in ODD:
        compare(Paper, op, decoder, page(op, [text_of({**row, wire: odd}) for wire in wires]))
