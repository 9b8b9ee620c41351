"""Accounts that travel to other machines without their credentials."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from daftra_async.errors import ArgumentError
from daftra_async.export import Account, AccountSpec, load_accounts, load_specs

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "k3y-that-nobody-may-see"


def test_a_spec_holds_where_the_key_is_and_not_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = AccountSpec(account="acme", api_key_env="ACME_KEY", branch=2)
    monkeypatch.setenv("ACME_KEY", SECRET)
    assert spec.resolve() == Account(name="acme", account="acme", api_key=SECRET, branch=2)
    assert SECRET.encode() not in pickle.dumps(spec)
    assert pickle.loads(pickle.dumps(spec)) == spec
    assert SECRET not in repr(spec.resolve())
    file = tmp_path / "token"
    file.write_text(f"{SECRET}\n")
    spec = AccountSpec(name="شركة", base_url="https://erp.example.com", access_token_file=str(file), site_id=7)
    assert spec.resolve().access_token == SECRET
    assert spec.resolve().api_key is None


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"api_key_env": "A"}, "neither account nor base_url"),
        ({"base_url": "https://a.example.com", "api_key_env": "A"}, "needs a name"),
        ({"account": "a"}, "no credential was given; expected one of api_key_env, api_key_file"),
        ({"account": "a", "api_key_env": "A", "access_token_file": "b"}, "api_key_env and access_token_file were given"),
        ({"account": "a/b", "api_key_env": "A"}, "not a name of an account"),
    ],
)
def test_a_spec_that_names_too_little_or_too_much_is_refused(values: dict[str, Any], message: str) -> None:
    with pytest.raises(ArgumentError, match=message):
        AccountSpec(**values)


@pytest.mark.parametrize("content", [b"", b" \n", b"two\nlines", b"\xff\xfe", None])
def test_a_file_without_a_key_is_refused(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "key"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ArgumentError, match=r"account acme: .*key (is empty|cannot be read)"):
        AccountSpec(account="acme", api_key_file=str(file)).resolve()


def test_a_variable_that_is_not_set_is_refused() -> None:
    with pytest.raises(ArgumentError, match="account acme: the variable 'NO_SUCH_VARIABLE_HERE' is not set"):
        AccountSpec(account="acme", api_key_env="NO_SUCH_VARIABLE_HERE").resolve()


def test_the_file_of_accounts_says_where_their_keys_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, key = tmp_path / "accounts.toml", tmp_path / "key"
    key.write_text(SECRET)
    monkeypatch.setenv("ACME_KEY", SECRET)
    tables = ('account = "acme"\napi_key_env = "ACME_KEY"', f'name = "b"\naccount = "b"\napi_key_file = "{key}"')
    path.write_text("".join(f"[[account]]\n{table}\n" for table in tables))
    assert [attrs.asdict(spec, filter=lambda _, value: value is not None) for spec in load_specs(path)] == [
        {"name": "acme", "account": "acme", "api_key_env": "ACME_KEY"},
        {"name": "b", "account": "b", "api_key_file": str(key)},
    ]
    assert [account.api_key for account in load_accounts(path)] == [SECRET, SECRET]
    path.write_text(f'[[account]]\naccount = "acme"\napi_key = "{SECRET}"\n')
    path.chmod(0o600)
    with pytest.raises(ArgumentError, match="holds credentials; expected where they are on every machine") as refused:
        load_specs(path)
    assert SECRET not in str(refused.value)
