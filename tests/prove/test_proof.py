from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async.prove.proof import is_proof, read_findings
from daftra_async.sandbox.documents import columns
from daftra_async.sandbox.store import NewRecord
from tests.prove.conftest import examined

if TYPE_CHECKING:
    from pathlib import Path

    from daftra_async.sandbox import Sandbox

MARK = "Zahra-al-Private"
NUMBER = 76543219
"""An id, a phone, an amount: the only numbers of the account that are shown are counts."""


def fill(sandbox: Sandbox) -> None:
    """Put two records into every list, with personal data in each text, each number, and in keys of their own."""
    account = sandbox.account
    for operation in account.spec.operations.values():
        if operation.verb != "list" or "{" in operation.entity:
            continue
        for at in range(2):
            body = columns(account.spec, operation.entity, v1=operation.is_v1)
            body = {name: personal(name, value) for name, value in body.items()}
            body |= {"id": NUMBER + at, f"{MARK}_custom_data": {MARK: MARK}, MARK: MARK, "date": "2026-09-25", "branch_id": None}
            kinds = ("client",) if operation.id == "follow_up_actions.list" else (operation.resource, None)
            account.store.add([NewRecord(operation.entity, body, {}, kind) for kind in kinds])
    site = account.store.get("site", 1)
    assert site is not None
    told = {name: MARK if isinstance(value, str) and name != "date_format" else value for name, value in site.body.items()}
    account.store.add([NewRecord("site", {**told, MARK: MARK})])


def personal(name: str, value: Any) -> Any:
    if name.endswith("_id") or name in {"draft", "status", "type"}:
        return value
    return MARK if isinstance(value, str) or value is None else NUMBER if isinstance(value, int) else value


async def test_nothing_of_the_account_is_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "proof.json"
    async with examined() as account:
        fill(account.sandbox)
        proof = await account.prove(write=True, leave=True, load=True)
        seen = [request.path for request in account.sandbox.requests if str(NUMBER) in request.path]
        proof.write(path)
        text = path.read_text("utf-8")
        secrets = (
            MARK,
            str(NUMBER),
            str(NUMBER + 1),
            account.sandbox.url,
            account.sandbox.api_key,
            str(proof.mark),
            "example.invalid",
        )
    assert len(seen) > 5  # single records were read
    assert sum(finding.answered for finding in proof.findings) > 60
    assert [secret for secret in secrets if secret.casefold() in text.casefold()] == []


async def test_the_file_can_be_read_again(tmp_path: Path) -> None:
    path = tmp_path / "proof.json"
    async with examined() as account:
        proof = await account.prove("listing.get", "cost_centers.create", "size_limit", write=True, leave=True)
    proof.write(path)
    document = json.loads(path.read_text("utf-8"))
    assert is_proof(document)
    assert document["stayed"] == {"cost_centers": 1}
    assert tuple(read_findings(path)) == proof.findings
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "text", ["{}", "[]", '{"format": "daftra-proof", "findings": [{"name": 1}]}', '{"format": "daftra-proof"}']
)
def test_other_files_are_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "other.json"
    path.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"other\.json"):
        read_findings(path)


async def test_findings_by_name() -> None:
    async with examined() as account:
        proof = await account.prove("listing.get", "invoices.create")
    assert proof["listing.get"].answered
    assert proof.count("confirmed") == proof.count("untried") == 1
    with pytest.raises(KeyError, match="clock"):
        proof["clock"]
