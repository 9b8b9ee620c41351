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
    assert choices("zzzzzz", ()) == "; known are none"


def test_a_huge_name_takes_no_time() -> None:
    assert not nearest("x" * 10_000_000, KNOWN)
