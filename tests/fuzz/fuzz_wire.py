"""`make fuzz`: arbitrary JSON where the API sends records, pages and answers.

Not collected by `make test`: the name of this file does not begin with `test_`.
"""

from __future__ import annotations

import copy
import json
from functools import cache
from random import Random
from typing import Any

import attrs
from hypothesis import strategies as st

from daftra_async import models, operations, structure, unstructure
from daftra_async.wire import dumps, hints, loads
from daftra_async.wire.envelopes import WireMismatch, open_answer, open_list
from daftra_async.wire.record import Record, is_sent
from tests.fuzz.harness import JSON, KEYS, SCALARS, fuzz
from tests.lossless import losses

try:
    from daftra_async.wire.fast.decoder import PageDecoder
except ImportError:
    PageDecoder = None

BIG = (models.Invoice, models.Client, models.WorkflowRecord, models.AdvancePayment)
FORMATS = (None, "%d/%m/%Y", "%m-%d-%Y")
LISTS = [op for op in operations() if op.pagination is not None]
ANSWERS = [op for op in operations() if op.pagination is None]
FAST = {
    op.id: op
    for op in LISTS
    if op.id in {"invoices.list", "clients.list", "workflow_records.list", "advance_payments.list", "products.list"}
}


POOLS = st.lists(SCALARS | JSON, min_size=1, max_size=8)
PLANS: dict[type[Any], list[tuple[str, Any, Any]]] = {}


def fields_of(model: type[Any]) -> list[tuple[str, Any, Any]]:
    """Return wire name, kind of container and type of each field."""
    if model not in PLANS:
        types = hints.hints_of(model)
        PLANS[model] = [(hints.wire_name(f), *hints.item_of(hints.single(types[f.name]))) for f in hints.fields_of(model)]
    return PLANS[model]


def row_of(model: type[Any], pool: list[Any], dice: Random, depth: int = 2) -> dict[str, Any]:
    """Put values of the pool into fields of a model and beside them; relations have the right shape at times.

    Hypothesis makes the pool and this spreads it, as most of the time would go into drawing sixty fields one by one.
    """
    row = {str(key): dice.choice(pool) for key in pool if isinstance(key, (str, int)) and dice.random() < 0.3}
    share = dice.random()
    for wire, kind, item in fields_of(model):
        if dice.random() > share:
            continue
        row[wire] = copy.deepcopy(dice.choice(pool))
        if hints.is_model(item) and depth and dice.random() < 0.7:
            many = [row_of(item, pool, dice, depth - 1) for _ in range(dice.randrange(3))]
            one = many[0] if many else {}
            as_map = {str(at): inner for at, inner in enumerate(many)}
            row[wire] = dice.choice([many, as_map]) if kind is list else {wire: one} if kind is dict else one
    return row


def values_of(model: type[Any], depth: int = 2) -> st.SearchStrategy[Any]:
    """Return objects in the wire names of a model with anything in them."""
    return st.builds(lambda pool, number: row_of(model, pool, Random(number), depth), POOLS, st.integers(0, 2**32))


def fuzz_records() -> None:
    def check(example: Any) -> None:
        pool, number = example
        dice = Random(number)
        for model in BIG * 5:
            sent, pattern = row_of(model, pool, dice), dice.choice(FORMATS)
            before = copy.deepcopy(sent)
            written = unstructure(structure(model, sent, date_format=pattern))
            assert sent == before, "what was sent was changed"
            assert losses(written, sent) == []
            dumps(written)
            assert losses(unstructure(structure(model, written, date_format=pattern)), written) == []

    fuzz(check, st.tuples(POOLS, st.integers(0, 2**32)))


HEADS = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(["code", "result", "message", "id", "errors", "error", "meta", "links", "next_page_url"], JSON),
        **dict.fromkeys(["current_page", "last_page", "total", "per_page"], SCALARS),
        "pagination": st.fixed_dictionaries({}, optional=dict.fromkeys(["next", "page", "page_count", "total"], SCALARS)) | JSON,
    },
)


@cache
def bodies(op: Any) -> st.SearchStrategy[Any]:
    """Return anything, and what is shaped like the answer of an operation, wrappers and all."""
    row = JSON if op.response.model is None else values_of(hints.model(op.response.model), 1) | JSON
    if op.response.key is not None:
        row = row | st.builds(
            lambda inner, beside: {op.response.key: inner, **beside}, row, st.dictionaries(KEYS, JSON, max_size=1)
        )
    data = row | st.lists(row, max_size=3) | st.fixed_dictionaries({"Listing": JSON})
    flat = st.builds(lambda head, data: {**head, "data": data}, HEADS, data)
    return JSON | HEADS | data | flat | st.fixed_dictionaries({"payload": flat})


def fuzz_lists() -> None:
    def check(example: Any) -> None:
        op, body = example
        try:
            opened = open_list(op, body)
        except WireMismatch:
            return
        assert opened.next_page is None or opened.next_page > opened.page
        for row in opened.rows:
            if op.response.model is not None:
                assert losses(unstructure(structure(hints.model(op.response.model), row)), row) == []

    fuzz(check, st.sampled_from(LISTS).flatmap(lambda op: st.tuples(st.just(op), bodies(op))))


def fuzz_answers() -> None:
    def check(example: Any) -> None:
        op, body = example
        try:
            answer = open_answer(op, body)
        except WireMismatch:
            return
        for record in answer if isinstance(answer, list) else [answer]:
            if isinstance(record, Record):
                loads(dumps(unstructure(record)))

    fuzz(check, st.sampled_from(ANSWERS).flatmap(lambda op: st.tuples(st.just(op), bodies(op))))


def fuzz_tiers() -> None:
    """Both tiers give the same records and issues, whatever the decoder has learned before."""
    if PageDecoder is None:
        return

    def check(example: Any) -> None:
        op, pages = example
        model = hints.model(op.response.model)
        decoder = PageDecoder(op, model)
        for body in [page for page in pages for _ in range(2)]:
            read = decoder.read(body)
            if read is None:
                continue
            wanted = [structure(model, row) for row in open_list(op, loads(body)).rows]
            assert [leaves(record) for record in read[1]] == [leaves(record) for record in wanted]

    def page(op: Any, rows: list[Any]) -> bytes:
        key = op.response.key
        data = [{key: row} if key and op.response.kind == "v1-list" else row for row in rows]
        head = (
            {"pagination": {"page": 1, "page_count": 1}} if op.response.kind == "v1-list" else {"current_page": 1, "last_page": 1}
        )
        return dumps({**head, "data": data})

    def examples(op: Any) -> st.SearchStrategy[Any]:
        rows = st.lists(values_of(hints.model(op.response.model), 1), min_size=1, max_size=4)
        return st.tuples(st.just(op), st.lists(rows.map(lambda many: page(op, many)), min_size=1, max_size=2))

    fuzz(check, st.sampled_from(sorted(FAST)).flatmap(lambda name: examples(FAST[name])))


def leaves(value: Any) -> Any:
    """Return a value with the types of all its leaves, so that 1, True and 1.0 differ."""
    if isinstance(value, Record):
        names = [field.name for field in attrs.fields(type(value)) if is_sent(value, field.name)]
        issues = [(issue.path, issue.expected, leaves(issue.value)) for issue in value.issues]
        return type(value), {name: leaves(getattr(value, name)) for name in names}, leaves(dict(value.extra)), issues
    if isinstance(value, dict):
        return {key: leaves(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [leaves(inner) for inner in value]
    return type(value), json.dumps(value) if isinstance(value, str) else repr(value)
