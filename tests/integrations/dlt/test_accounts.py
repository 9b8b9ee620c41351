"""The accounts of a source, in each form in which they may be given."""

from __future__ import annotations

from typing import Any

import pytest

from daftra_async import ArgumentError, DaftraClient
from daftra_async.export import AccountSpec
from daftra_async.integrations.dlt.accounts import by_name

ACME = AccountSpec(account="acme", api_key_env="ACME_KEY")


@pytest.mark.parametrize(
    ("given", "names"), [(ACME, ["acme"]), ([ACME], ["acme"]), ({"one": ACME, "two": lambda: None}, ["one", "two"])]
)
def test_accounts_have_names(given: Any, names: list[str]) -> None:
    assert list(by_name(given)) == names


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ([], "none was given"),
        ({}, "none was given"),
        ([ACME, ACME], "acme occurs twice"),
        ("acme", "str was given"),
        ([DaftraClient("acme", api_key="key-123456")], "names for clients"),
    ],
)
def test_others_are_refused(given: Any, message: str) -> None:
    with pytest.raises(ArgumentError, match=message):
        by_name(given)
