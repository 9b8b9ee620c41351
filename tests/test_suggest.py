"""The one "did you mean"."""

from __future__ import annotations

import pytest

from daftra_async._suggest import choices, did_you_mean, nearest

KNOWN = ("client_id", "client_name", "currency_code", "InvoiceItem", "notes", "date", "created")


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("clientid", "client_id"),
        ("Client_ID", "client_id"),
        ("clientId", "client_id"),
        ("invoice_item", "InvoiceItem"),
        ("INVOICEITEM", "InvoiceItem"),
        ("ntes", "notes"),
        ("creatd", "created"),
        ("datee", "date"),
    ],
)
def test_a_name_that_differs_in_spelling_or_case_is_near(name: str, near: str) -> None:
    assert nearest(name, KNOWN) == [near]
    assert did_you_mean(name, KNOWN) == f"; did you mean {near!r}?"


def test_nothing_is_said_where_nothing_is_near() -> None:
    assert not did_you_mean("zzzzzz", KNOWN)
    assert not did_you_mean(7, KNOWN)
    assert not did_you_mean("client_id", ())


def test_a_command_line_is_told_several_or_all() -> None:
    assert choices("client", KNOWN).startswith("; did you mean client_id or client_name")
    assert choices("zzzzzz", ("b", "a")) == "; known are a, b"
    assert choices("zzzzzz", ()) == "; none is known"
    assert choices("zzzzzz", map(str, range(100, 130))).endswith("110, 111 and 18 more")


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("totl", ["summary_total", "total_weight_kg"]),
        ("Total", ["summary_total", "total_weight_kg"]),
        ("currenc", ["currency_code"]),
    ],
)
def test_a_word_of_a_name_may_be_near(name: str, near: list[str]) -> None:
    known = (*KNOWN, "summary_total", "total_weight_kg", "client_postal_code")
    assert nearest(name, known, 3)[: len(near)] == near
    assert not nearest("xtotl1", known)


def test_a_huge_name_takes_no_time() -> None:
    assert not nearest("x" * 10_000_000, KNOWN)
