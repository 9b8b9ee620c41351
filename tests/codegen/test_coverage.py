"""The fragments against the vendor's published facts: every operation, every documented field, as it stands on the wire."""

from __future__ import annotations

import fnmatch
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from openapi_spec_validator import validate

from codegen.bundle import bundle, without_prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codegen.fragments import Fragments

HERE = Path(__file__).parent
REFERENCE = HERE.parent / "reference"
OPERATIONS = json.loads((REFERENCE / "operations.json").read_text("utf-8"))
SCHEMAS = {schema["name"]: schema for schema in json.loads((REFERENCE / "schemas.json").read_text("utf-8"))}
OMISSIONS = yaml.safe_load((HERE / "omissions.yaml").read_text("utf-8"))
# Answers that are not records: their shape is the envelope, which `daftra_async/wire/envelopes.py` knows.
RECORD_ANSWERS = {
    "v1-list",
    "v1-single",
    "laravel-flat",
    "v2-single",
    "payload-list",
    "payload-single",
    "oauth-token",
    "v1-listing",
}


@pytest.fixture(scope="module")
def document(fragments: Fragments) -> Any:
    return bundle(fragments)


@pytest.fixture(scope="module")
def operations(document: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for path, item in document["paths"].items():
        for method, node in item.items():
            found[node["operationId"]] = {**node, "path": path, "method": method.upper()}
    return found


def test_the_bundle_is_valid_openapi(document: Any) -> None:
    assert document["openapi"] == "3.1.0"
    validate(document)


def test_every_operation_is_there(operations: dict[str, Any]) -> None:
    assert sorted(operations) == sorted(one["id"] for one in OPERATIONS)
    assert len(operations) == 251


@pytest.mark.parametrize("fact", OPERATIONS, ids=lambda fact: fact["id"])
def test_method_path_and_parameters(fact: Any, operations: dict[str, Any], document: Any) -> None:
    operation = operations[fact["id"]]
    assert operation["method"] == fact["method"]
    assert operation["path"].partition("#")[0] == fact["url_path"]
    written = {parameter["name"] for parameter in (_resolve(document, p) for p in operation.get("parameters", ()))}
    wanted = {parameter["name"] for parameter in (*fact["path_params"], *fact["query_params"])}
    missing = {name for name in wanted - written if not _omitted("parameters", fact["id"], name)}
    assert not missing


@pytest.mark.parametrize("fact", [fact for fact in OPERATIONS if fact["request"]], ids=lambda fact: fact["id"])
def test_no_documented_field_of_a_body_is_missing(fact: Any, operations: dict[str, Any], document: Any) -> None:
    request = fact["request"]
    if request.get("fields"):
        wanted = {field["name"] for field in request["fields"]}
    elif request.get("fields_from_example"):
        wanted = set(request["fields_from_example"])
    else:
        wanted = set(_documented(request["schema"]))
    content = operations[fact["id"]]["requestBody"]["content"]
    assert list(content) == [request["content_type"]]
    _compare(fact["id"], wanted, set(_described(document, content[request["content_type"]]["schema"])))


@pytest.mark.parametrize("fact", OPERATIONS, ids=lambda fact: fact["id"])
def test_no_documented_field_of_an_answer_is_missing(fact: Any, operations: dict[str, Any], document: Any) -> None:
    for status, answer in fact["responses"].items():
        assert status in operations[fact["id"]]["responses"], status
        if not answer.get("schema") or not (status.startswith("2") and answer["envelope"] in RECORD_ANSWERS):
            continue
        wanted = set(_documented(answer["schema"], key=answer.get("key")))
        schema = _resolve(document, operations[fact["id"]]["responses"][status])["content"]["application/json"]["schema"]
        described = set(_described(document, _record(document, schema, answer)))
        _compare(fact["id"], wanted, described)


def test_schemas_that_no_operation_names_are_covered_too(document: Any) -> None:
    """Every documented field name stands somewhere in the bundle."""
    described = {name for schema in document["components"]["schemas"].values() for name in _names(document, schema)}
    described |= set(json.dumps(document).split('"'))
    documented = {field["name"] for schema in SCHEMAS.values() for field in schema["fields"]}
    missing = {name for name in documented - described if not _omitted("fields", "workflow_records.list", name)}
    # The paging keys of the unreferenced v2 page stand in every Laravel answer.
    assert not missing


def test_every_omission_is_used() -> None:
    for kind, entries in OMISSIONS.items():
        for entry in entries:
            assert entry["reason"]
            assert any(fnmatch.fnmatchcase(fact["id"], entry["operation"]) for fact in OPERATIONS), (kind, entry)


def test_prose_is_dropped_but_no_property(document: Any) -> None:
    bare = without_prose(document)
    assert "description" in bare["components"]["schemas"]["WorkOrder"]["properties"]
    assert "description" not in bare["components"]["schemas"]["WorkOrder"]


def _compare(operation: str, wanted: set[str], described: set[str]) -> None:
    missing = sorted(path for path in wanted - described if not _omitted("fields", operation, path))
    assert not missing, f"{operation}: {missing}"


def _omitted(kind: str, operation: str, path: str) -> bool:
    return any(
        fnmatch.fnmatchcase(operation, entry["operation"])
        and (fnmatch.fnmatchcase(path, entry["pattern"]) or entry["pattern"] in path or _literal(path, entry["pattern"]))
        for entry in OMISSIONS[kind]
    )


def _literal(path: str, pattern: str) -> bool:
    """Match patterns whose brackets are meant as they stand."""
    return pattern.endswith("*") and path.startswith(pattern[:-1])


def _resolve(document: Any, node: Any) -> Any:
    while "$ref" in node:
        target = document
        for part in node["$ref"].split("/")[1:]:
            target = target[part]
        node = target
    return node


def _documented(schema: Any, prefix: str = "", *, key: str | None = None, seen: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the paths of all documented fields: `Invoice.client_id`, `InvoiceItem[].tax1`."""
    if schema is None:
        return
    if isinstance(schema, dict):
        if "map_of" in schema:
            yield from _documented(schema["map_of"], f"{prefix}data.Listing.", seen=seen)
        for part in (*schema.get("allOf", ()), *schema.get("oneOf", ()), *([schema["array_of"]] if "array_of" in schema else ())):
            yield from _documented(part, prefix, key=key, seen=seen)
        return
    for field in SCHEMAS[schema]["fields"]:
        if field["name"] == key and SCHEMAS[schema].get("role") == "wrapper":
            if field.get("ref"):
                yield from _documented(field["ref"], prefix, seen=seen)
            continue
        path = prefix + field["name"]
        yield path
        inner = field.get("ref") or field.get("value_ref") or field.get("items", {}).get("ref")
        if inner and inner not in seen:
            dots = "[]." if field.get("items") else ".*." if field.get("value_ref") else "."
            yield from _documented(inner, path + dots, seen=(*seen, inner))


def _record(document: Any, schema: Any, answer: Any) -> Any:
    """Return the schema of the record inside an answer."""
    match answer["envelope"]:
        case "v1-list" | "laravel-flat":
            rows = _resolve(document, schema)["properties"]["data"]["items"]
            return rows["properties"][answer["key"]] if answer.get("key") in rows.get("properties", {}) else rows
        case "v1-single":
            return schema["properties"]["data"]["properties"][answer["key"]]
        case "payload-list":
            return schema["properties"]["payload"]["properties"]["data"]["items"]
        case "payload-single":
            return schema["properties"]["payload"]["properties"]["data"]
        case _:
            return schema


def _described(document: Any, schema: Any, prefix: str = "", seen: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the paths of all fields that the bundle describes."""
    ref = schema.get("$ref", "")
    if ref in seen:
        return
    seen = (*seen, ref) if ref else seen
    node = _resolve(document, schema)
    for part in (*node.get("allOf", ()), *node.get("anyOf", ())):
        yield from _described(document, part, prefix, seen)
    if "items" in node and isinstance(node["items"], dict):
        yield from _described(document, node["items"], f"{prefix[:-1]}[]." if prefix else prefix, seen)
    for name, inner in node.get("properties", {}).items():
        yield prefix + name
        yield from _described(document, inner, f"{prefix}{name}.", seen)
    if isinstance(node.get("additionalProperties"), dict):
        yield from _described(document, node["additionalProperties"], f"{prefix}*.", seen)


def _names(document: Any, schema: Any) -> Iterator[str]:
    return (path.rpartition(".")[2] for path in _described(document, schema))
