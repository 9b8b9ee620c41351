"""Rules from a file, JSON or YAML:

{"seed": 1, "rules": [{"kind": "429-seconds", "value": 2, "operation": "invoices.*", "probability": 0.1}]}
"""  # noqa: D415  # it ends with an example

from __future__ import annotations

import dataclasses
import importlib
import json
from pathlib import Path
from typing import Any, Final

from daftra_async.sandbox.codec import as_list, as_object
from daftra_async.sandbox.faults import Faults, Rule

_FIELDS: Final = {item.name for item in dataclasses.fields(Rule)}


def load(path: str | Path) -> Faults:
    """Read the rules of a file; `.yaml` and `.yml` need the package pyyaml.

    Raises:
        ValueError: the file holds no such rules, or cannot be read here.
    """
    path = Path(path)
    try:
        return read(_parse(path))
    except (ValueError, TypeError) as error:
        msg = f"{path}: {error}"
        raise ValueError(msg) from error


def read(document: object) -> Faults:
    """Make rules of plain data.

    Raises:
        ValueError: it holds no such rules.
    """
    found = as_object(document)
    rules = as_list(found.get("rules", [])) if found is not None else None
    if found is None or rules is None or found.keys() - {"rules", "seed"}:
        msg = "an object with 'rules' (a list) and 'seed' (a number) is expected"
        raise ValueError(msg)
    return Faults([_rule(place, item) for place, item in enumerate(rules)], seed=int(found.get("seed", 0)))


def _rule(place: int, item: object) -> Rule:
    found = as_object(item)
    # YAML reads `kind: 429` as a number.
    kind = found.get("kind") if found is not None else None
    if found is None or kind is None or found.keys() - _FIELDS:
        msg = f"rules[{place}]: an object with 'kind' and any of {', '.join(sorted(_FIELDS - {'kind'}))} is expected"
        raise ValueError(msg)
    kinds = as_list(kind)
    rest: dict[str, Any] = {name: value for name, value in found.items() if name != "kind"}
    try:
        return Rule(str(kind) if kinds is None else [str(name) for name in kinds], **rest)
    except (ValueError, TypeError) as error:
        msg = f"rules[{place}]: {error}"
        raise ValueError(msg) from error


def _parse(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    if path.suffix not in {".yaml", ".yml"}:
        return json.loads(text)
    try:
        yaml = importlib.import_module("yaml")
    except ImportError:
        msg = "reading YAML needs the package pyyaml ('pip install pyyaml'); JSON is read without it"
        raise ValueError(msg) from None
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
