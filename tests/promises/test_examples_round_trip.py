"""Every example payload of the vendor goes through structure and unstructure, and nothing is lost on the way.

Scalars may change their spelling by the documented rules ("1" and 1, "" and null); keys and the order of lists may not.
"""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import attrs
import pytest

from daftra_async import models, operations, structure, unstructure, wire

EXAMPLES = Path(__file__).parents[1] / "reference" / "examples"
INDEX = json.loads((EXAMPLES / "INDEX.json").read_text("utf-8"))
OPERATIONS = {op.id: op for op in operations()}
PAGES = {"v1-list", "v2-list", "payload-list"}


def _cases() -> list[Any]:
    cases: list[Any] = []
    for entry in INDEX:
        op = OPERATIONS[entry["operation"]]
        if entry["kind"] == "request":
            cases.append(pytest.param(entry["file"], op.request and op.request.model, id=entry["file"]))
        elif entry["kind"].startswith("2"):
            cases.append(pytest.param(entry["file"], op.response.model, id=entry["file"]))
    return cases


def _records(node: Any, key: str | None) -> Any:
    """Return the records in an example, out of whatever is around them."""
    if isinstance(node, list):
        return [record for item in node for record in _records(item, key)]
    for wrapper in ("payload", "data"):
        if isinstance(node.get(wrapper), dict | list) and "id" not in node:
            return _records(node[wrapper], key)
    if key and isinstance(node.get(key), dict) and "id" not in node:
        return [{**node[key], **{name: value for name, value in node.items() if name != key}}]
    return [node]


@pytest.mark.parametrize(("file", "model"), _cases())
def test_nothing_of_an_example_is_lost(file: str, model: str | None) -> None:
    text = (EXAMPLES / file).read_bytes()
    payload = wire.loads(text)
    op = OPERATIONS[file.split("/", maxsplit=1)[0]]
    request = file.split("/")[1].startswith("request")
    key = (op.request.key if op.request else None) if request else op.response.key
    if model is None:
        assert wire.loads(wire.dumps(payload)) == payload
        return
    for sent in _records(payload, key):
        cls = getattr(models, model)
        if request and not _complete(cls, sent):
            continue
        record = structure(cls, sent)
        _same(unstructure(record), sent, file)


def _complete(cls: Any, sent: Any) -> bool:
    """Return whether a sample of a body holds what the body needs: some are cut."""
    wires = {field.metadata.get("wire", field.name) for field in attrs.fields(cls) if field.default is attrs.NOTHING}
    return wires <= sent.keys()


def _same(ours: Any, sent: Any, where: str) -> None:
    if isinstance(sent, dict) and isinstance(ours, dict):
        assert set(ours) == set(sent), where
        for key, value in sent.items():
            _same(ours[key], value, f"{where}.{key}")
    elif isinstance(sent, list) and isinstance(ours, list):
        assert len(ours) == len(sent), where
        for i, (mine, theirs) in enumerate(zip(ours, sent, strict=True)):
            _same(mine, theirs, f"{where}[{i}]")
    else:
        assert _plain(ours) == _plain(sent), where


def _plain(value: Any) -> Any:
    """Return what a scalar means, whatever its spelling."""
    if value in (None, "", "0000-00-00", "0000-00-00 00:00:00", [], {}):
        return None
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()} if any(v is not None for v in value.values()) else None
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, bool):
        return Decimal(int(value))
    try:
        return Decimal(str(value).strip())
    except InvalidOperation:
        return str(value)
