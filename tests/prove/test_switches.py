"""Every switch of the sandbox is found: an account that is switched to a value is asked, and answers with it."""

from __future__ import annotations

from typing import Any, Final

import pytest

from daftra_async.prove import EXPERIMENTS
from daftra_async.sandbox import Behaviours
from daftra_async.sandbox.behaviours import options
from tests.prove.conftest import examined

ASKED: Final[dict[str, dict[str, dict[str, str]]]] = {
    "envelope": {
        "documented": {"bookings.list": "laravel", "requisitions.list": "v1 (Requisition)"},
        "other": {"bookings.list": "v1 (Booking)", "requisitions.list": "laravel"},
    },
    "over_limit": {value: {"size_limit": value, "size_limit_v2": value} for value in ("capped", "honoured", "refused")},
    "filters": {"documented": {"filters": "documented"}, "ignored": {"filters": "ids only"}},
    "sorts": {value: {"sorts": value, "sorts_clients": value} for value in ("documented", "ignored")},
    "booleans": {value: {"booleans": value} for value in ("both", "digits", "words")},
    "decimal_text": {value: {"decimal_text": value} for value in ("accepted", "refused")},
    "partial_update": {value: {"partial_update": value, "partial_update_lines": value} for value in ("replaces", "merges")},
    "payments_in_update": {value: {"payments_in_update": value} for value in ("added", "replaced", "ignored")},
    "discount": {value: {"discount": value} for value in ("line", "unit")},
    "included_tax": {value: {"included_tax": value} for value in ("contained", "added")},
    "unknown_tax": {value: {"unknown_tax": value} for value in ("refused", "ignored")},
    "unknown_client": {value: {"unknown_client": value} for value in ("refused", "accepted")},
    "custom_field_search": {value: {"custom_field_search": value} for value in ("both", "label", "id", "ignored")},
    "credit_note_wrapper": {
        value: {"credit_notes.list": value, "credit_notes.get": f"v1 ({value})"} for value in ("CreditNote", "Invoice")
    },
    "duplicates": {
        value: {
            "duplicate_email": value,
            "duplicate_number": value,
            "duplicate_code": value,
            "concurrent_create": value,
        }
        for value in ("refused", "accepted")
    },
}
"""The answers of experiments, by switch and value."""
CASES: Final = [(name, value) for name, values in options().items() for value in values]


def test_every_switch_is_asked_about() -> None:
    assert {name: set(values) for name, values in options().items()} == {name: set(by) for name, by in ASKED.items()}


@pytest.mark.parametrize(("name", "value"), CASES, ids=[f"{name}={value}" for name, value in CASES])
async def test_the_switch_is_found(name: str, value: str) -> None:
    expected = ASKED[name][value]
    switches: Any = {name: value}
    async with examined(behaviours=Behaviours(**switches)) as account:
        if name == "over_limit":
            many(account.sandbox)
        before = account.sandbox.counts()
        proof = await account.prove(*expected, write=True)
        assert {each.name: each.answer for each in proof.findings} == expected
        assert account.sandbox.counts() == before
    assert proof.ok


async def test_a_whole_run_finds_the_usual_sandbox() -> None:
    async with examined() as account:
        proof = await account.prove(write=True, leave=True, load=True)
    assert {each.name for each in proof.findings if each.state in {"differs", "failed"}} == set()
    usual = {name: answer for values in ASKED.values() for name, answer in next(iter(values.values())).items()}
    del usual["size_limit"]  # needs a list of more than a thousand rows
    assert {name: proof[name].answer for name in usual} == usual


async def test_every_list_in_doubt_is_told_apart() -> None:
    names = [each.name for each in EXPERIMENTS if each.kind == "list_envelope"]
    assert len(names) == 12
    for value, state in (("documented", "confirmed"), ("other", "differs")):
        async with examined(behaviours=Behaviours(envelope=value)) as account:
            proof = await account.prove(*names, write=True, leave=True)
        assert {each.state for each in proof.findings} == {state}


def many(sandbox: Any) -> None:
    """Make more taxes than a page may have."""
    from daftra_async.sandbox.store import NewRecord

    sandbox.account.store.add([NewRecord("tax", {"id": at, "name": "t", "value": 1}) for at in range(1, 1004)])


@pytest.mark.parametrize(("offset", "answer"), [(0.0, "right"), (90.0, "ahead"), (-90.0, "behind")])
async def test_the_clock_is_compared(offset: float, answer: str) -> None:
    async with examined(behaviours=Behaviours(clock_offset=offset)) as account:
        proof = await account.prove("clock")
    assert proof["clock"].answer == answer


@pytest.mark.parametrize(("limit", "answer"), [(0, "none met"), (10, "limited")])
async def test_the_rate_limit_is_met(limit: int, answer: str) -> None:
    async with examined(behaviours=Behaviours(rate_limit=limit)) as account:
        proof = await account.prove("rate_limit", write=True, load=True)
        asked = account.sandbox.received()["site_info.get"]
        assert asked <= 61  # one of them looks for e-invoicing
        assert asked + 1 == proof.requests == len(account.sandbox.requests)
    assert proof["rate_limit"].answer == answer


@pytest.mark.parametrize(
    ("letters", "pattern"),
    [("d/m/Y", "%d/%m/%Y"), ("m/d/Y", "%m/%d/%Y"), ("d.m.Y", "%d.%m.%Y"), ("Y-m-d", "%Y-%m-%d"), ("d M Y", "%d %b %Y")],
)
async def test_the_date_format_is_found(letters: str, pattern: str) -> None:
    async with examined(date_format=letters) as account:
        proof = await account.prove("date_format", write=True)
    assert proof["date_format"].answer == pattern
