"""Files of records that did not make it hold no credential, whatever the server says about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import http

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from daftra_async import DaftraClient
    from tests.conftest import RawServer

SECRET = "s3cr3t-that-nobody-may-see"


@pytest.mark.parametrize("credential", ["api_key", "access_token"])
@pytest.mark.parametrize("status", [400, 403, 500])
async def test_a_dead_letter_does_not_hold_the_credential(
    server: RawServer, client: Callable[..., DaftraClient], tmp_path: Path, credential: str, status: int
) -> None:
    text = f"the key {SECRET} may not do this (Authorization: Bearer {SECRET})"
    answer = {"result": "failed", "code": status, "message": text, "validation_errors": {"email": [text], SECRET: text}}
    server.default = http(status, answer)
    daftra = client(**{credential: SECRET})
    inputs = [{"business_name": f"client {number}", "email": "a@example.com"} for number in range(2)]
    result = await daftra.clients.create_many(inputs)
    path = tmp_path / "failed.jsonl"
    assert result.to_jsonl(path) == 2
    assert "client 1" in path.read_text("utf-8")
    assert SECRET not in path.read_text("utf-8") + repr(result)
