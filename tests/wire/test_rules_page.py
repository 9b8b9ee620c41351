"""Every line of the table in `docs/wire-rules.md` is true, and the table names every rule."""

from __future__ import annotations

import ast
import datetime as dt
import inspect
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from daftra_async import structure, unstructure
from daftra_async.wire import handlers, loads, moments, scalars
from daftra_async.wire.enums import OpenIntEnum
from daftra_async.wire.record import ABSENT, Record
from tests.lossless import losses

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "wire-rules.md").read_text("utf-8")


class Status(OpenIntEnum):
    DRAFT = 0
    PAID = 2


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Line(Record):
    id: int | None = attrs.field(default=ABSENT)


NAMES = {
    "Decimal": Decimal,
    "date": dt.date,
    "datetime": dt.datetime,
    "timezone": dt.timezone,
    "timedelta": dt.timedelta,
    "Status": Status,
    "Line": Line,
}
TYPES: dict[str, Any] = {
    "integer": int,
    "decimal": Decimal,
    "boolean": bool,
    "text": str,
    "date": dt.date,
    "date-time": dt.datetime,
    "enumeration": Status,
    "relation": Line,
    "list of integers": list[int],
    "map": dict[str, Any],
}


@attrs.frozen
class Row:
    what: str
    field: str
    value: str
    becomes: str
    functions: tuple[str, ...]
    test: str


def table() -> list[Row]:
    """Parse the table of rules."""
    lines = TEXT.partition("| what comes |")[2].partition("\n\n")[0].splitlines()[2:]
    rows = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]
    return [
        Row(w, f, v.strip("`"), b.strip("`"), tuple(re.findall(r"`(\w+)`", fs)), t.strip("`| ")) for w, f, v, b, fs, t in rows
    ]


ROWS = table()


def evaluate(expression: str) -> Any:
    """Return the value of a Python expression that calls nothing but the types of the table."""
    tree = ast.parse(expression, mode="eval")
    assert {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} <= NAMES.keys()
    return eval(compile(tree, "wire-rules.md", "eval"), {"__builtins__": {}}, dict(NAMES))


def holder(hint: Any) -> type[Any]:
    """Make a model with one field."""
    field = attrs.field(default=ABSENT, type=hint | None)
    made: type[Any] = attrs.make_class("Holder", {"x": field}, bases=(Record,), kw_only=True, eq=False, repr=False, slots=True)
    return made


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.field}: {row.value}")
def test_a_line_of_the_table_holds(row: Row) -> None:
    field, _, pattern = row.field.partition(" as ")
    sent = loads(row.value)
    for hint in [TYPES[field]] if field != "any scalar" else list(TYPES.values()):
        record = structure(holder(hint), {"x": sent}, date_format=pattern or None)
        if row.becomes == "as sent":
            assert record.x is sent or record.x == sent
            assert [(issue.path, issue.value) for issue in record.issues] == [("x", sent)]
        else:
            expected = evaluate(row.becomes)
            assert record.x == expected
            assert type(record.x) is type(expected)
            assert str(record.x) == str(expected)
            assert bool(record.issues) == (row.what == "one odd item")
        written = unstructure(record)
        assert losses(written, {"x": sent}) == []
        again = structure(holder(hint), written, date_format=pattern or None)
        assert unstructure(again) == written


def test_every_rule_is_in_the_table() -> None:
    named = {name for row in ROWS for name in row.functions}
    functions = [value for module in (scalars, moments) for value in vars(module).values() if inspect.isfunction(value)]
    own = {value.__name__ for value in functions if value.__module__ in {scalars.__name__, moments.__name__}}
    public = {name for name in own if not name.startswith("_")} - {"ascii_digits", "to_json"}
    assert public <= named
    containers = {"_item", "_list", "_map", "_relation"}
    assert named - public == containers
    assert all(callable(getattr(handlers, name)) for name in containers)


def test_the_tests_of_the_table_exist() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "tests" / "wire").glob("test_*.py"))
    for row in ROWS:
        assert f"def {row.test}(" in code, row


def test_the_table_has_every_kind_of_field() -> None:
    assert {row.field.partition(" as ")[0] for row in ROWS} == {*TYPES, "any scalar"}
