"""The bundle as the sandbox reads it: operations, their envelopes, bodies and records, and the route table."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field
from importlib import resources
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from daftra_async.sandbox.codec import loads
from daftra_async.sandbox.schema import Schemas, Shape

if TYPE_CHECKING:
    from daftra_async.sandbox.codec import Json

_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of the bundle."""

    id: str
    method: str
    path: str
    """Path template; the `#update` mark of an update by POST is cut off."""
    entity: str
    """Key of the stored records; may hold a placeholder of the path."""
    status: int
    response_kind: str
    response_key: str | None
    request_kind: str | None
    request_key: str | None
    request_array: bool
    siblings: dict[str, Shape] = field(default_factory=dict[str, Shape])
    """Relations that stand beside the record in a body."""
    write: Shape | None = None
    read: Shape | None = None
    query: frozenset[str] = frozenset()
    fixed: tuple[tuple[str, str], ...] = ()
    """Query parameters that are always sent, such as the type of advance payments."""
    doubtful: bool = False
    """Something of it is undocumented or contradictory, as a rule its answer."""
    updates: bool = False
    """An update that is a POST to the collection with the id in the body."""

    @property
    def resource(self) -> str:
        """Part of the id before the dot."""
        return self.id.partition(".")[0]

    @property
    def verb(self) -> str:
        """Part of the id after the dot."""
        return self.id.partition(".")[2]

    @property
    def is_v1(self) -> bool:
        """Whether the operation belongs to `/api2`."""
        return self.path.startswith("/api2")


@dataclass(frozen=True, slots=True)
class Match:
    """An operation and the values of its path parameters."""

    operation: Operation
    params: dict[str, str]


class Spec:
    """The bundle, indexed."""

    def __init__(self, document: Json) -> None:
        self.schemas = Schemas(document["components"]["schemas"])
        self._parameters: Json = document["components"]["parameters"]
        self.operations: dict[str, Operation] = {}
        for path, item in document["paths"].items():
            for method, found in item.items():
                operation = self._operation(path, method.upper(), found)
                self.operations[operation.id] = operation
        self._routes = _routes(self.operations.values())
        self._reads: dict[tuple[str, bool], Shape] = {}
        for operation in self.operations.values():
            if operation.read is not None and operation.verb in {"get", "list"}:
                self._reads.setdefault((operation.entity, operation.is_v1), operation.read)

    def match(self, method: str, path: str, *, updating: bool) -> Match | None:
        """The operation a request means.

        Args:
            method: HTTP method.
            path: Raw path.
            updating: Whether the body holds an id, which turns some creates into updates.
        """
        for pattern, operation in self._routes.get((method, path.count("/")), ()):
            found = pattern.fullmatch(path)
            if found is not None and operation.updates <= updating:
                return Match(operation, {name: unquote(value) for name, value in found.groupdict().items() if value is not None})
        return None

    def read_shape(self, entity: str, *, v1: bool) -> Shape:
        """The shape of an entity's records; that of the other API version where this one describes none."""
        if entity.startswith("le_workflow-type-entity-"):
            entity = "le_workflow-type-entity-{workflow_id}"
        return self._reads.get((entity, v1)) or self._reads.get((entity, not v1)) or Shape()

    def _operation(self, path: str, method: str, found: Json) -> Operation:
        envelope: Json = found.get("x-daftra-envelope", {})
        request: Json = envelope.get("request") or {}
        response: Json = envelope.get("response") or {}
        parameters: list[Json] = [self._parameter(item) for item in found.get("parameters", [])]
        write, siblings = self._body(found, request)
        status = next(iter(found["responses"]))
        return Operation(
            id=found["operationId"],
            method=method,
            path=path.removesuffix("#update"),
            entity=found["x-daftra-entity"],
            status=int(status),
            response_kind=response["kind"],
            response_key=response.get("key"),
            request_kind=request.get("kind"),
            request_key=request.get("key"),
            request_array=bool(request.get("array")),
            siblings=siblings,
            write=write,
            read=self._record(found["responses"][status], response),
            query=frozenset(item["name"] for item in parameters if item["in"] == "query"),
            fixed=tuple((item["name"], str(item["schema"]["const"])) for item in parameters if "const" in item.get("schema", {})),
            doubtful="x-daftra-doubtful" in found,
            updates=path.endswith("#update"),
        )

    def _parameter(self, item: Json) -> Json:
        if "$ref" not in item:
            return item
        found: Json = self._parameters[item["$ref"].rpartition("/")[2]]
        return found

    def _body(self, found: Json, request: Json) -> tuple[Shape | None, dict[str, Shape]]:
        if "requestBody" not in found:
            return None, {}
        schema: Json = next(iter(found["requestBody"]["content"].values()))["schema"]
        schema = schema["items"] if schema.get("type") == "array" else schema
        if request["kind"] != "wrapped":
            return self.schemas.shape_of(schema), {}
        beside: Json = schema["properties"]
        siblings = {name: self._sibling(beside.get(name, {})) for name in request.get("siblings", [])}
        return self.schemas.shape_of(beside[request["key"]]), siblings

    def _sibling(self, schema: Json) -> Shape:
        return self.schemas.shape_of(schema.get("items", schema))

    def _record(self, answer: Json, response: Json) -> Shape | None:
        if "content" not in answer:
            return None
        schema: Any = next(iter(answer["content"].values()))["schema"]
        steps: dict[str, tuple[str, ...]] = {
            "v1-list": ("data", "items", response.get("key", "")),
            "v1-single": ("data", response.get("key", "")),
            "v2-list": ("data", "items"),
            "v2-single": (),
            "payload-list": ("payload", "data", "items"),
            "payload-single": ("payload", "data"),
        }
        if response["kind"] not in steps:
            return None
        for step in steps[response["kind"]]:
            schema = self.schemas.resolve(schema)
            schema = schema["items"] if step == "items" else schema["properties"][step]
        return self.schemas.shape_of(schema)


def _routes(operations: Any) -> dict[tuple[str, int], list[tuple[re.Pattern[str], Operation]]]:
    """Patterns by method and number of slashes, the most specific ones first."""
    table: dict[tuple[str, int], list[tuple[re.Pattern[str], Operation]]] = {}

    def rank(operation: Operation) -> tuple[object, ...]:
        names = [name for name in _PLACEHOLDER.findall(operation.path) if name != "format"]
        # `follow_up_actions/{id}` and `follow_up_actions/{type}` share a URL: digits mean the id, which is tried first.
        # A plain path comes after the one with the suffix: both advance payments and invoices are made by POST /api2/invoices.
        return (len(names), "entity" in names, "id" not in names, not operation.updates, "{format}" not in operation.path)

    for operation in sorted(operations, key=rank):
        pattern = ""
        for index, piece in enumerate(_PLACEHOLDER.split(operation.path)):
            pattern += re.escape(piece) if index % 2 == 0 else _expression(piece, operation)
        table.setdefault((operation.method, operation.path.count("/")), []).append((re.compile(pattern), operation))
    return table


def _expression(name: str, operation: Operation) -> str:
    if name == "format":
        return r"(?P<format>\.json|\.xml)?"
    if name == "id" and operation.entity == "follow_up_action":
        return r"(?P<id>\d+)"
    return rf"(?P<{name}>[^/]+?)"


@functools.cache
def load() -> Spec:
    """Read the bundle that is shipped with the sandbox."""
    return Spec(loads(resources.files("daftra_async.sandbox").joinpath("spec.json").read_bytes()))
