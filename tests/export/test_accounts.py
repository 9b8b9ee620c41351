"""Several accounts: the file that names them, and how they share what there is."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import models, structure
from daftra_async.errors import ArgumentError, AuthenticationError
from daftra_async.export import export, load_accounts, open_accounts
from daftra_async.http import transport
from daftra_async.sandbox import Sandbox
from tests.export.fakes import FakeClient

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "k3y-that-nobody-may-see"


def file(folder: Path, text: str, mode: int = 0o600) -> Path:
    path = folder / "accounts.toml"
    path.write_text(text, "utf-8")
    path.chmod(mode)
    return path


def test_accounts_are_read_with_their_credentials(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACME_KEY", SECRET)
    path = file(
        tmp_path,
        '[[account]]\naccount = "acme"\napi_key_env = "ACME_KEY"\nbranch = 2\n'
        '[[account]]\nname = "شركة"\nbase_url = "https://erp.example.com"\naccess_token_env = "ACME_KEY"\nsite_id = 7\n',
        0o644,
    )
    acme, other = load_accounts(path)
    assert (acme.name, acme.account, acme.api_key, acme.branch) == ("acme", "acme", SECRET, 2)
    assert (other.name, other.base_url, other.access_token, other.site_id) == ("شركة", "https://erp.example.com", SECRET, 7)
    assert SECRET not in repr((acme, other))


@pytest.mark.skipif(os.name == "nt", reason="no such modes")
def test_credentials_in_a_file_that_others_can_read_are_refused(tmp_path: Path) -> None:
    text = f'[[account]]\naccount = "acme"\napi_key = "{SECRET}"\n'
    assert load_accounts(file(tmp_path, text))[0].api_key == SECRET
    with pytest.raises(ArgumentError, match=r"0640.*chmod") as refused:
        load_accounts(file(tmp_path, text, 0o640))
    assert SECRET not in str(refused.value)


KEY = f'api_key = "{SECRET}"'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "holds no account"),
        ("account = 5", "one \\[\\[account\\]\\] table"),
        (f'[[account]]\naccount = "a"\n{KEY}\n[[acount]]\n', "acount"),
        (f"[[account]]\n{KEY}", "neither account nor base_url"),
        (f'[[account]]\nbase_url = "https://a.example.com"\n{KEY}', "needs a name"),
        ('[[account]]\naccount = "a"', "no credential"),
        (f'[[account]]\naccount = "a"\n{KEY}\naccess_token = "x"', "api_key and access_token were given"),
        (f'[[account]]\naccount = "a"\napikey = "{SECRET}"', "expected api_key"),
        (f'[[account]]\naccount = "a"\n{KEY}\nbranch = "2"', "branch is empty or of the wrong type"),
        (f'[[account]]\nname = "../up"\naccount = "a"\n{KEY}', "not a name of an account"),
        (f'[[account]]\naccount = "a"\n{KEY}\n[[account]]\naccount = "A"\n{KEY}', "a occurs twice"),
        ('[[account]]\naccount = "a"\napi_key_env = "NO_SUCH_VARIABLE_HERE"', "NO_SUCH_VARIABLE_HERE' is not set"),
        (f'[[account]]\naccount = "a"\napi_key = "{SECRET}', "is not valid TOML"),
    ],
)
def test_bad_files_are_refused_without_their_secrets(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ArgumentError, match=message) as refused:
        load_accounts(file(tmp_path, text))
    assert SECRET not in str(refused.value)
    assert refused.value.__cause__ is None


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="cannot be read"):
        load_accounts(tmp_path / "none.toml")


async def test_a_malformed_account_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match="account bad: "):
        async with open_accounts(file(tmp_path, f'[[account]]\nname = "bad"\naccount = "not an account"\n{KEY}')):
            pass


async def test_accounts_share_a_session_and_have_folders_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Any] = []
    opened = transport.open_session
    monkeypatch.setattr(transport, "open_session", lambda: made.append(opened()) or made[-1])
    async with Sandbox("demo") as large, Sandbox("empty") as small:
        text = "".join(
            f'[[account]]\nname = "{name}"\nbase_url = "{box.url}"\napi_key = "{box.api_key}"\n'
            for name, box in (("large", large), ("small", small))
        )
        async with open_accounts(file(tmp_path, text)) as clients:
            report = await export(clients, resources=["brands", "clients", "stores"], out=tmp_path / "out", page_size=200)
        assert len(made) == 1
        assert made[0].closed
        held = {name: box.counts() for name, box in (("large", large), ("small", small))}
    assert report.ok
    for entry in report.resources:
        lines = (tmp_path / "out" / entry.account / f"{entry.resource}.jsonl").read_bytes().count(b"\n")
        assert lines == entry.records == held[entry.account][entry.operation]
    data = report.to_dict()
    assert list(data["accounts"]) == ["large", "small"]
    assert sum(each["records"] for each in data["accounts"].values()) == data["records"]
    assert json.loads((tmp_path / "out" / "small" / ".daftra-export.json").read_bytes())["complete"] is True
    assert not (tmp_path / "out" / ".daftra-export.json").exists()


class Recorder(FakeClient):
    def __init__(self, name: str, order: list[str], lists: dict[str, list[Any]]) -> None:
        super().__init__(lists)
        self.url = f"https://{name}.example.com/"
        self.name, self.order = name, order

    def __getattr__(self, resource: str) -> Any:
        self.order.append(self.name)
        return super().__getattr__(resource)


async def test_a_large_account_does_not_starve_the_small_ones(tmp_path: Path) -> None:
    order: list[str] = []
    names = ["brands", "clients", "products", "stores", "suppliers", "taxes"]
    rows = [[structure(models.Client, {"id": number})] for number in range(20)]
    large = Recorder("large", order, dict.fromkeys(names, rows))
    clients = {"large": large, "a": Recorder("a", order, {}), "b": Recorder("b", order, {})}
    report = await export(clients, resources=names, out=tmp_path, concurrency=3)
    assert report.ok
    assert order[:3] == ["large", "a", "b"]
    # While the large account reads its first two lists, the small ones have read all of theirs.
    last = max(place for place, name in enumerate(order) if name != "large")
    assert order[:last].count("large") <= 2
    assert order.count("large") == len(names)


async def test_a_refused_account_does_not_stop_the_others(tmp_path: Path) -> None:
    refused = FakeClient({"brands": [AuthenticationError(status=401)], "clients": [AuthenticationError(status=401)]})
    report = await export({"bad": refused, "good": FakeClient()}, resources=["brands", "clients"], out=tmp_path)
    assert {(each.account, each.ok) for each in report.resources} == {("bad", False), ("good", True)}


@pytest.mark.parametrize("name", ["", " ", "a/b", ".hidden", "a\nb"])
async def test_names_become_folders_and_are_checked(tmp_path: Path, name: str) -> None:
    with pytest.raises(ArgumentError, match="accounts"):
        await export({name: FakeClient()}, resources=["brands"], out=tmp_path)
