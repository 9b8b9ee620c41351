"""Every operation of the API, called through the public client against the sandbox.

What arrives is compared with the bundle (which the client never reads): method, path, query, and the body by its schema. What
returns must be of the type that the operation promises.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
import types
import typing
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import quote

import attrs
import jsonschema
import pytest
import pytest_asyncio

from codegen.bundle import bundle
from codegen.fragments import Fragments
from daftra_async import UNSET, Ack, Created, DaftraClient, F, Input, Page, Record, Settings, models, operations
from daftra_async.operation import UnsetType
from daftra_async.sandbox import Behaviours, Sandbox

if typing.TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from daftra_async.operation import AnyOperation, Param

pytestmark = pytest.mark.asyncio(loop_scope="module")

DOCUMENT = bundle(Fragments.load(Path(__file__).parents[2] / "openapi"))
ROUTES = {
    node["operationId"]: (method.upper(), path, node) for path, item in DOCUMENT["paths"].items() for method, node in item.items()
}
ALL = {op.id: op for op in operations()}
SETTINGS = Settings(date_format="%d/%m/%Y")
"""So that a call sends one request."""
LISTS = {"v1-list", "v2-list", "payload-list"}
# Path arguments that no list of the same resource gives.
PATH: dict[str, dict[str, Any]] = {
    "apps.is_active": {"id": 1},
    "bookings.change_status": {"status": 3},
    "entities.get": {"entity": "client"},
    "entities.list": {"entity": "client"},
    "follow_up_actions.list": {"type": "invoice"},
    "listing.get": {"model": "Product"},
    "notes.create": {"type": "client"},
    "workflow_records.*": {"workflow_id": 36},
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def sandbox() -> AsyncIterator[Sandbox]:
    made_up = Behaviours(duplicates="accepted", unknown_client="accepted", unknown_tax="ignored")
    async with Sandbox("demo", behaviours=made_up) as running:
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def daftra(sandbox: Sandbox) -> AsyncIterator[DaftraClient]:
    async with DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key, settings=SETTINGS) as client:
        yield client


async def test_the_catalogue_has_every_operation() -> None:
    assert len(ALL) == 251
    assert set(ALL) == set(ROUTES)


@pytest.mark.parametrize("op_id", sorted(ALL))
async def test_operation(op_id: str, sandbox: Sandbox, daftra: DaftraClient) -> None:
    op = ALL[op_id]
    method = getattr(getattr(daftra, op.resource), op.verb)
    path = await path_arguments(op, daftra, sandbox)
    query = {param.name: query_value(param) for param in op.query_params if param.fixed is None}
    body = request_body(op, sandbox)
    sandbox.requests.clear()
    answer = await method(*path.values(), *body, **query)
    (received,) = sandbox.requests
    check_request(op, received, path, query)
    if op.response.kind in LISTS:
        # So many filters at once leave no rows; the types are those of the whole list.
        answer = await method(*path.values())
    check_answer(op, answer)


def check_request(op: AnyOperation, received: Any, path: dict[str, Any], query: dict[str, Any]) -> None:
    verb, template, node = ROUTES[op.id]
    # One route, told apart by the type in the body, which the log of the sandbox does not look at.
    assert received.operation == ("invoices.create" if op.id == "advance_payments.create" else op.id)
    assert received.method == verb
    wanted = template.partition("#")[0].replace("{format}", "")
    for name, value in path.items():
        wanted = wanted.replace(f"{{{name}}}", quote(str(getattr(value, "value", value)), safe=""))
    assert received.path == wanted
    described = {param["name"]: param for param in map(resolve, node.get("parameters", ())) if param["in"] == "query"}
    sent = {re.split(r"[\[]", name)[0] if name.split("[")[0] in {"filter", "sort"} else name for name, _ in received.query}
    for name, param in described.items():
        if name == "filter":
            assert ("filter[id][gte]", "1000") in received.query
            assert [value for key, value in received.query if key == "filter[id][in][]"] == ["1", "2"]
        elif param["schema"].get("type") == "object":
            assert ("sort[id]", "desc") in received.query
        elif "const" in param["schema"]:
            assert (name, str(param["schema"]["const"])) in received.query
        else:
            assert (f"{name}[]" if param.get("x-daftra-array") else name) in sent, name
    assert len(query) == len([name for name, param in described.items() if "const" not in param["schema"]])
    if "requestBody" not in node:
        assert not received.body
    elif "application/json" in node["requestBody"]["content"]:
        schema = node["requestBody"]["content"]["application/json"]["schema"]
        VALIDATOR({**schema, "components": DOCUMENT["components"]}).validate(received.json())
    assert "authorization" not in received.headers


def check_answer(op: AnyOperation, answer: Any) -> None:
    kind = op.response.kind
    if kind in LISTS:
        assert isinstance(answer, Page)
        assert answer.data, "the demo account has rows in every list"
        rows: list[Any] = answer.data
    elif kind == "bulk-array":
        rows = list(answer)
        assert rows
    elif kind in {"v1-created", "v2-created"}:
        assert isinstance(answer, Created)
        assert isinstance(answer.id, int)
        return
    elif kind in {"v1-ack", "v2-ack"}:
        assert isinstance(answer, Ack)
        return
    elif kind == "v1-listing":
        assert all(isinstance(title, str) for title in answer.values())
        return
    elif kind in {"multi-entity", "raw"}:
        assert answer is not None
        return
    else:
        rows = [answer]
    assert op.response.model
    model = getattr(models, op.response.model)
    for row in rows:
        assert type(row) is model
        assert isinstance(row, Record)


async def path_arguments(op: AnyOperation, daftra: DaftraClient, sandbox: Sandbox) -> dict[str, Any]:
    given = {**PATH.get(f"{op.resource}.*", {}), **PATH.get(op.id, {})}
    found: dict[str, Any] = {}
    for param in op.positional:
        if param.name in given:
            found[param.name] = given[param.name]
        elif param.name == "id":
            found["id"] = await some_id(op, daftra, given)
        else:
            assert param.default is not None, param
            found[param.name] = param.default
    return found


async def some_id(op: AnyOperation, daftra: DaftraClient, given: dict[str, Any]) -> int:
    """Return the id of a record of this kind; a delete gets the last one, so that other tests find theirs."""
    if op.id in {"notes.create", "entities.get"}:
        return int((await daftra.clients.list()).data[0].id or 0)
    arguments = {name: value for name, value in given.items() if name in {"workflow_id", "type", "entity"}}
    if op.resource == "follow_up_actions":
        arguments = {"type": "invoice"}
    page = await getattr(daftra, op.resource).list(**arguments)
    row = page.data[-1 if op.verb == "delete" else 0]
    return int(row.id)


def query_value(param: Param) -> Any:
    if param.type == "filter":
        return F("id").gte(1000) & F("id").in_(1, 2)
    if param.type == "sort":
        return "-id"
    if param.wire == "sort":
        return "id"
    value: Any = {
        "integer": max(1, param.minimum or 1),
        "id": 1,
        "decimal": Decimal("1.50"),
        "boolean": True,
        "date": dt.date(2026, 1, 31),
        "string": "x",
    }[param.type]
    if param.enum:
        value = next(iter(getattr(models, param.enum)))
    return [value, value] if param.array else value


def request_body(op: AnyOperation, sandbox: Sandbox) -> tuple[Any, ...]:
    if op.request is None:
        return ()
    if op.id == "oauth.token":
        known = sandbox.credentials
        login = {"username": known.username, "password": known.password}
        return ({"grant_type": "password", "client_id": known.client_id, "client_secret": known.client_secret, **login},)
    if op.id == "multi_entity.fetch":
        return ([{"key": "invoice", "action": "show", "options": 1, "data_level": 1}],)
    made = filled(getattr(models, op.request.model))
    for name, value in op.request.fixed:
        setattr(made, name, value)
    return ([made] if op.request.array else made,)


def filled(cls: type[Input], depth: int = 0) -> Any:
    """Return an input with every attribute set."""
    hints = typing.get_type_hints(cls)
    values = {
        field.name: value_for(hints[field.name], field, depth)
        for field in attrs.fields(cls)
        if field.name not in {"extra", "extra_siblings"}
    }
    made = cls(**{name: value for name, value in values.items() if value is not UNSET})
    for field in attrs.fields(cls):
        if other := field.metadata.get("exclusive"):
            setattr(made, other, UNSET)  # the API takes one of the two
    return made


def value_for(hint: Any, field: Any, depth: int) -> Any:
    options = typing.get_args(hint) if typing.get_origin(hint) in {typing.Union, types.UnionType} else (hint,)
    one = next(option for option in options if option not in {type(None), UnsetType})
    origin = typing.get_origin(one)
    if origin is list:
        item = typing.get_args(one)[0]
        return [] if depth > 2 or item is Any else [value_for(item, field, depth + 1)]
    if origin is dict or one is dict:
        item = (*typing.get_args(one), Any)[1]
        return {"0": value_for(item, field, depth + 1)} if isinstance(item, type) and issubclass(item, Input) else {}
    if one is Any:
        return UNSET
    if isinstance(one, type) and issubclass(one, Input):
        return filled(one, depth + 1)
    if isinstance(one, type) and issubclass(one, enum.Enum):
        return next(iter(one))
    return {
        int: 1,
        str: "1:30" if field.name == "time" else "a@example.com" if "email" in field.name else "SA",
        bool: True,
        Decimal: Decimal("12.50"),
        dt.date: dt.date(2026, 1, 31),
        dt.datetime: dt.datetime(2026, 1, 31, 12, 30),
    }[one]


def resolve(node: Any) -> Any:
    while "$ref" in node:
        target: Any = DOCUMENT
        for part in node["$ref"].split("/")[1:]:
            target = target[part]
        node = target
    return node


def _is_number(_: Any, value: Any) -> bool:
    """Money travels as a number or as the text of one."""
    if isinstance(value, str):
        return re.fullmatch(r"-?\d+(\.\d+)?", value) is not None
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _is_boolean(_: Any, value: Any) -> bool:
    return isinstance(value, bool) or value in (0, 1)


VALIDATOR = jsonschema.validators.extend(
    jsonschema.Draft202012Validator,
    # Bounds are the server's business, and text cannot be compared with them.
    {"minimum": lambda *_: None, "maximum": lambda *_: None},
    type_checker=jsonschema.Draft202012Validator.TYPE_CHECKER.redefine("number", _is_number).redefine("boolean", _is_boolean),
)
