from __future__ import annotations

import copy
import datetime as dt
import json
import pickle
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async.operation import UNSET
from daftra_async.wire import census, converter, reading, structure, unstructure
from daftra_async.wire.hints import wire_name
from daftra_async.wire.record import ABSENT, Issue, Record, is_sent
from tests.wire.sample import Kind, Line, LineInput, Paper, PaperInput, Status
from tests.wire.test_jsontext import JSON

WIRE = {
    "id": "1",
    "total": "1,234.50",
    "no": "007",
    "draft": "0",
    "stocked": "1",
    "day": "2026-09-25",
    "created": "2026-09-25 10:00:00",
    "status": "2",
    "kind": "goods",
    "staff": ["1"],
    "anything": {"a": [1]},
    "ids": ["1", 2],
    "tags": ["x", 1],
    "options": {"a": 1},
    "by_name": {"a": {"id": "5"}},
    "Line": [{"id": "3", "quantity": "2.50", "Inner": {"id": 4}}],
    "First": {"id": 9},
    "le_custom": {"deep": [None]},
}


def test_a_record_is_read_and_written() -> None:
    paper = structure(Paper, WIRE)
    assert (paper.id, paper.total, paper.no, paper.draft, paper.stocked) == (1, Decimal("1234.50"), "007", False, True)
    assert (paper.day, paper.created) == (dt.date(2026, 9, 25), dt.datetime(2026, 9, 25, 10))
    assert paper.status is Status.PAID
    assert paper.kind is Kind.GOODS
    assert paper.ids == [1, 2]
    assert paper.by_name is not None
    assert paper.by_name["a"].id == 5
    assert paper.line is not None
    assert paper.line[0].quantity == Decimal("2.50")
    assert paper.line[0].inner is not None
    assert paper.line[0].inner.id == 4
    assert paper.extra == {"le_custom": {"deep": [None]}}
    assert paper.issues == ()
    assert unstructure(paper) == {
        **WIRE,
        "id": 1,
        "total": "1234.50",
        "draft": False,
        "stocked": 1,
        "status": 2,
        "ids": [1, 2],
        "by_name": {"a": {"id": 5}},
        "Line": [{"id": 3, "quantity": "2.50", "Inner": {"id": 4}}],
    }


def test_absent_keys_stay_absent_and_nulls_stay_null() -> None:
    paper = structure(Paper, {"no": None})
    assert paper.no is None
    assert paper.total is None
    assert is_sent(paper, "no")
    assert not is_sent(paper, "total")
    assert unstructure(paper) == {"no": None}


@pytest.mark.parametrize("number", ["32999.9961", Decimal("32999.9961")])
def test_money_is_the_same_as_text_and_as_number(number: Any) -> None:
    assert str(structure(Paper, {"total": number}).total) == "32999.9961"


@pytest.mark.parametrize(
    ("field", "sent", "read"),
    [
        ("First", None, None),
        ("First", [], None),
        ("First", "", None),
        ("First", {}, None),
        ("First", {"id": None, "quantity": None}, None),
        ("Line", None, None),
        ("Line", "", None),
        ("Line", [], []),
        ("Line", {}, []),
        ("ids", {"0": "1", "1": "2"}, [1, 2]),
        ("ids", {"0": "1", "5": "2"}, [1, 2]),
        ("ids", [None, "1"], [None, 1]),
        ("tags", {}, []),
        ("options", [], {}),
        ("options", "", None),
        ("by_name", {"a": []}, {"a": None}),
        ("staff", "7", "7"),
        ("anything", [], []),
    ],
)
def test_documented_normalisation_of_containers(field: str, sent: Any, read: Any) -> None:
    paper = structure(Paper, {field: sent})
    assert getattr(paper, field.lower()) == read
    assert paper.issues == ()


def test_a_map_of_positions_is_a_list_of_records() -> None:
    paper = structure(Paper, {"Line": {"0": {"id": "1"}, "1": {"id": "2"}}})
    assert [line.id for line in paper.line or []] == [1, 2]


@pytest.mark.parametrize(
    ("data", "issue"),
    [
        ({"id": "x"}, Issue("id", "integer", "x")),
        ({"total": "12 SAR"}, Issue("total", "decimal", "12 SAR")),
        ({"no": ["a"]}, Issue("no", "text", ["a"])),
        ({"draft": 7}, Issue("draft", "boolean", 7)),
        ({"day": "05/09/2026"}, Issue("day", "date", "05/09/2026")),
        ({"created": 5}, Issue("created", "date-time", 5)),
        ({"status": "paid"}, Issue("status", "Status", "paid")),
        ({"ids": [1, "x"]}, Issue("ids[1]", "integer", "x")),
        ({"ids": "1,2"}, Issue("ids", "list", "1,2")),
        ({"Line": {"id": 1}}, Issue("Line", "list", {"id": 1})),
        ({"Line": {"17": {"id": 1}}}, Issue("Line", "list", {"17": {"id": 1}})),
        ({"Line": {"0": {}, "00": {}}}, Issue("Line", "list", {"0": {}, "00": {}})),
        ({"Line": [{"id": 1}, None]}, Issue("Line[1]", "record", None)),
        ({"Line": [{}, {"quantity": []}]}, Issue("Line[1].quantity", "decimal", [])),
        ({"Line": [{"Inner": {"id": "x"}}]}, Issue("Line[0].Inner.id", "integer", "x")),
        ({"First": [{"id": 1}]}, Issue("First", "record", [{"id": 1}])),
        ({"First": 5}, Issue("First", "record", 5)),
        ({"options": [1]}, Issue("options", "object", [1])),
        ({"by_name": {"a": {"id": "x"}}}, Issue("by_name.a.id", "integer", "x")),
    ],
)
def test_what_does_not_fit_is_kept_and_listed(data: dict[str, Any], issue: Issue) -> None:
    paper = structure(Paper, {**data, "anything": 1})
    assert paper.issues == (issue,)
    assert unstructure(paper) == {**data, "anything": 1}


def test_inner_records_list_their_own_issues() -> None:
    paper = structure(Paper, {"Line": [{"Inner": {"id": "x"}, "quantity": "y"}], "id": "z"})
    assert [issue.path for issue in paper.issues] == ["Line[0].Inner.id", "Line[0].quantity", "id"]
    line = (paper.line or [])[0]
    assert [issue.path for issue in line.issues] == ["Inner.id", "quantity"]
    assert line.inner is not None
    assert [issue.path for issue in line.inner.issues] == ["id"]


def test_the_format_of_the_account_settles_ambiguous_dates() -> None:
    assert structure(Paper, {"day": "05/09/2026"}, date_format="%d/%m/%Y").day == dt.date(2026, 9, 5)
    assert structure(Paper, {"day": "05/09/2026"}).issues


def test_extra_of_inner_records_comes_back_in_place() -> None:
    data = {"Line": [{"id": 1, "x": {"y": [1]}}], "First": {"id": 1, "z": None}}
    assert unstructure(structure(Paper, data)) == data


def test_exact_numbers_in_extra_are_json_ready() -> None:
    assert json.dumps(unstructure(structure(Paper, {"x": {"y": [Decimal("1.50")]}}))) == '{"x": {"y": ["1.50"]}}'


def test_deep_nesting_is_kept_and_not_followed() -> None:
    data: dict[str, Any] = {"id": 1}
    for _ in range(400):
        data = {"id": 1, "Inner": data}
    line = structure(Line, data)
    assert [issue.expected for issue in line.issues] == ["record"]
    assert unstructure(line) == data


def test_records_copy_and_pickle() -> None:
    paper = structure(Paper, {**WIRE, "status": 77, "id": "x"})
    for twin in (copy.deepcopy(paper), pickle.loads(pickle.dumps(paper))):
        assert twin == paper
        assert twin.issues == paper.issues
        assert unstructure(twin) == unstructure(paper)


def test_a_record_in_the_data_is_taken_as_it_is() -> None:
    line = structure(Line, {"id": 1})
    assert structure(Paper, {"First": line}).first is line
    assert structure(Line, line) is line


@pytest.mark.parametrize("data", [None, [], "x", 1])
def test_only_objects_are_records(data: Any) -> None:
    with pytest.raises(TypeError, match="Paper is made from a JSON object"):
        structure(Paper, data)


def test_containers_of_records() -> None:
    papers = structure(list[Paper], [{"id": "1"}, {"id": "2"}])
    assert [paper.id for paper in papers] == [1, 2]
    assert unstructure(papers) == [{"id": 1}, {"id": 2}]
    assert converter().unstructure({"a": papers[0]}) == {"a": {"id": 1}}


def test_an_input_is_read_and_written() -> None:
    data = {
        "client_id": "5",
        "no": None,
        "total": "1.50",
        "day": "2026-09-05",
        "stocked": "1",
        "Line": [{"quantity": 2}],
        "custom": 1,
    }
    paper = structure(PaperInput, data)
    assert paper.client_id == 5
    assert paper.no is None
    assert paper.status is UNSET
    assert paper.line == [LineInput(quantity=Decimal(2))]
    assert paper.extra == {"custom": 1}
    assert unstructure(paper) == {
        "client_id": 5,
        "no": None,
        "total": "1.50",
        "stocked": 1,
        "day": "05/09/2026",
        "Line": [{"quantity": "2"}],
        "custom": 1,
    }


def test_an_input_needs_what_is_required() -> None:
    with pytest.raises(TypeError, match="client_id"):
        structure(PaperInput, {})


def test_extra_may_not_contradict_an_attribute() -> None:
    with pytest.raises(ValueError, match="client_id"):
        unstructure(PaperInput(client_id=1, extra={"client_id": 2}))


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN"), [Decimal("Infinity")]])
def test_what_is_not_finite_has_no_json_form(value: Any) -> None:
    with pytest.raises(ValueError, match="no JSON form"):
        unstructure(Paper(anything=value))


@pytest.mark.parametrize("value", [object(), {1: 2}, b"x", {1, 2}, [UNSET]])
def test_what_json_cannot_hold_is_a_type_error(value: Any) -> None:
    with pytest.raises(TypeError):
        unstructure(Paper(anything=value))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Status.PAID, 2),
        (Kind.GOODS, "goods"),
        (dt.datetime(2026, 1, 2, 3, 4, 5, 6), "2026-01-02 03:04:05.000006"),
        (dt.datetime(2026, 1, 2, tzinfo=dt.UTC), "2026-01-02T00:00:00+00:00"),
        (dt.time(3, 4), "03:04:00"),
        ((1, 2), [1, 2]),
        ({"a": UNSET, "b": 1}, {"b": 1}),
        (1.5, 1.5),
    ],
)
def test_values_that_callers_write(value: Any, written: Any) -> None:
    result = unstructure(Paper(anything=value))["anything"]
    assert result == written
    assert type(result) is type(written)


def test_hints_of_names_that_are_no_model() -> None:
    @attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
    class Broken(Record):
        other: Nowhere | None = attrs.field(default=ABSENT)  # noqa: F821  # a name that does not exist, on purpose

    with pytest.raises(NameError, match="Nowhere"):
        structure(Broken, {})


def test_the_census_counts_by_model_and_field() -> None:
    census.reset()
    structure(Paper, {"id": "1", "total": "x", "zzz": 1, "status": 12345, "Line": [{"id": "", "yyy": 1}], "First": []})
    assert census.census() == {
        "absent relation": {"Paper": {"First": 1}},
        "kept as sent": {"Paper": {"total": 1}},
        "text to integer": {"Paper": {"id": 1}},
        "text to none": {"Line": {"id": 1}},
        "unknown enum value": {"Paper": {"status": 1}},
        "unknown field": {"Line": {"yyy": 1}, "Paper": {"zzz": 1}},
    }


def test_the_census_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    census.reset()
    monkeypatch.setattr(census, "MOST_ENTRIES", 2)
    for name in "abcd":
        census.record("unknown field", "Paper", name)
    assert census.census() == {"unknown field": {"Paper": {"a": 1, "b": 1, "...": 2}}}


def test_first_use_in_many_threads() -> None:
    reading._PLANS.clear()
    switch = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            papers = list(pool.map(lambda _: reading.plan_of(Paper).read(WIRE), range(64)))
    finally:
        sys.setswitchinterval(switch)
    assert all(paper == papers[0] for paper in papers)


FIELDS = [wire_name(field) for field in attrs.fields(Paper)]
SPELLINGS = st.sampled_from(
    [
        "",
        " 12 ",
        "1,234.50",
        "007",
        "0000-00-00",
        "25/09/2026",
        "05/09/2026",
        "on",
        "false",
        "2",
        "٢٥",
        "goods",
        "NaN",
        "1e999999999",
        "2026-01-01",
    ]
)
VALUES = JSON | SPELLINGS | st.dictionaries(st.sampled_from([*FIELDS, "0", "1", "quantity", "Inner"]), JSON, max_size=3)


def same(sent: Any, written: Any) -> bool:
    """Whether what was written says the same as what was sent, by the documented normalisation and without the rules' code."""
    if sent == written and isinstance(sent, bool) == isinstance(written, bool):
        return True
    if written is None:
        return (
            sent in ("", [], "0000-00-00")
            or (isinstance(sent, str) and not sent.strip())
            or (isinstance(sent, dict) and not any(v is not None for v in sent.values()))
        )
    if isinstance(sent, dict) and isinstance(written, dict):
        return sent.keys() == written.keys() and all(same(sent[key], written[key]) for key in sent)
    if isinstance(sent, dict) and isinstance(written, list):
        return len(sent) == len(written) and all(map(same, sent.values(), written))
    if isinstance(sent, list) and isinstance(written, list):
        return len(sent) == len(written) and all(map(same, sent, written))
    if isinstance(written, dict):
        return written == {} and sent == []
    if isinstance(sent, (int, Decimal)) and isinstance(written, (int, str)):
        return Decimal(sent) == Decimal(written)
    if isinstance(sent, str):
        return _same_text(sent.strip(), written)
    return False


def _same_text(sent: str, written: Any) -> bool:
    if isinstance(written, bool) or sent.casefold() in {"on", "off", "yes", "no", "true", "false"}:
        return sent.casefold() in ({"1", "true", "on", "yes"} if written else {"0", "false", "off", "no"})
    try:
        return Decimal(sent.replace(",", "")) == Decimal(written)
    except ArithmeticError:
        return (sent, written) in {
            ("25/09/2026", "2026-09-25"),
            ("25/09/2026", "2026-09-25 00:00:00"),
            ("2026-01-01", "2026-01-01 00:00:00"),
        }


@given(st.dictionaries(st.sampled_from(FIELDS) | st.text(max_size=3), VALUES, max_size=6))
def test_nothing_is_lost_whatever_stands_in_a_field(data: dict[str, Any]) -> None:
    paper = structure(Paper, data)
    written = unstructure(paper)
    assert written.keys() == data.keys()
    for key, sent in data.items():
        assert same(sent, written[key]), (key, sent, written[key])
    for issue in paper.issues:
        assert issue.path.split("[")[0].split(".")[0] in data
    json.dumps(written)
    again = unstructure(structure(Paper, written))
    # Reading can turn an object of empties into one of nulls, which the next reading takes for an absent relation.
    assert all(same(written[key], again[key]) for key in written)
