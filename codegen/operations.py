"""From the `paths` of the fragments to `ir.Resource` and `ir.Endpoint`."""

from __future__ import annotations

import re
from typing import Any, Final, get_args

import attrs

from codegen import ir
from codegen.fragments import Fragments, Place, one_of
from codegen.losses import lost
from codegen.names import input_name, is_identifier
from codegen.parameters import ParameterReader
from codegen.problems import FragmentError, Problem
from codegen.references import ReferenceReader
from codegen.schemas import SchemaReader
from codegen.twins import twin
from daftra_async.operation import Pagination, RequestKind, ResponseKind

METHODS: Final = ("get", "post", "put", "delete")
_SINGLES: Final = frozenset({"v1-single", "v2-single", "payload-single"})


@attrs.define
class OperationReader:
    """Reads every operation; problems are collected."""

    fragments: Fragments
    schemas: SchemaReader
    problems: list[Problem] = attrs.field(factory=list[Problem])
    resources: list[ir.Resource] = attrs.field(factory=list[ir.Resource])
    _ids: dict[str, Place] = attrs.field(factory=dict[str, Place])
    record_roots: set[str] = attrs.field(factory=set[str])
    input_roots: set[str] = attrs.field(factory=set[str])
    parameters: ParameterReader = attrs.field(init=False)
    references: ReferenceReader = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.parameters = ParameterReader(self.fragments, self.schemas)
        self.references = ReferenceReader(self.schemas)

    def read(self) -> None:
        """Read all files that hold paths."""
        for file, content in self.fragments.files.items():
            if "paths" in content:
                self._resource(Place(file), content)
        self.resources.sort(key=lambda resource: resource.name)
        endpoints = {endpoint.id: endpoint for resource in self.resources for endpoint in resource.endpoints}
        self.problems.extend(self.references.problems(endpoints, self._ids))

    def _resource(self, place: Place, content: dict[str, Any]) -> None:
        head: dict[str, str] = content.get("x-daftra-resource") or {}
        missing = [key for key in ("name", "entity", "summary") if not head.get(key)]
        if missing:
            self.problems.append((place / "x-daftra-resource").problem(f"missing: {', '.join(missing)}"))
            return
        if not is_identifier(head["name"]):
            self.problems.append((place / "x-daftra-resource" / "name").problem(f"{head['name']!r} cannot be a name in Python"))
            return
        endpoints: list[ir.Endpoint] = []
        for path, methods in content["paths"].items():
            for method in METHODS:
                if method not in methods:
                    continue
                here = place / "paths" / path / method
                try:
                    endpoint = self._endpoint(method, path, methods[method], here)
                except FragmentError as error:
                    self.problems.extend(error.problems)
                    continue
                if not endpoint.id.startswith(f"{head['name']}."):
                    self.problems.append((here / "operationId").problem(f"{endpoint.id} does not belong to {head['name']}"))
                endpoints.append(endpoint)
        self.resources.append(
            ir.Resource(
                name=head["name"],
                entity=head["entity"],
                summary=head["summary"],
                endpoints=tuple(endpoints),
                file=place.file,
            )
        )

    def _endpoint(self, method: str, path: str, node: dict[str, Any], place: Place) -> ir.Endpoint:
        for key in ("operationId", "summary", "x-daftra-envelope", "x-daftra-pagination", "x-daftra-idempotent", "responses"):
            if key not in node:
                what = "envelope" if key == "x-daftra-envelope" else key
                raise FragmentError([place.problem(f"missing {what}: every operation states its {key}")])
        operation_id = self._operation_id(node, place)
        if not isinstance(node["x-daftra-idempotent"], bool):
            raise FragmentError([(place / "x-daftra-idempotent").problem("it is true or false")])
        pagination = one_of(node["x-daftra-pagination"], ("none", *get_args(Pagination)), place / "x-daftra-pagination")
        parameters = self.parameters.read(node.get("parameters", ()), place / "parameters")
        path_params = tuple(p for where, p in parameters if where == "path")
        in_path = set(re.findall(r"\{(\w+)\}", path)) - {"format"}
        if in_path != {p.wire for p in path_params}:
            raise FragmentError([(place / "parameters").problem(f"the path needs {sorted(in_path)}, the parameters differ")])
        body = self._body(node, place)
        return ir.Endpoint(
            id=operation_id,
            method=method.upper(),
            path=path.partition("#")[0],
            title=node.get("x-daftra-title", ""),
            summary=node["summary"].strip(),
            description=node.get("description", "").strip(),
            path_params=tuple(sorted(path_params, key=lambda p: path.index(f"{{{p.wire}}}"))),
            query_params=tuple(p for where, p in parameters if where == "query"),
            body=body,
            answer=self._answer(node, place, gets=method == "get" and "id" in in_path),
            pagination=None if pagination == "none" else pagination,
            idempotent=node["x-daftra-idempotent"],
            shows_open=node.get("x-daftra-shows-open", False),
            replaces=node.get("x-daftra-write") == "replace",
            lost=lost(node, body, self.schemas, place),
            authenticated=node.get("security") != [],
            doubtful=node.get("x-daftra-doubtful"),
            reference=self.references.read(node, place),
            twin=twin(node, self.schemas, place),
            takes_model=node.get("x-daftra-model") == "argument",
        )

    def _operation_id(self, node: dict[str, Any], place: Place) -> str:
        """Return the id of an operation, after checking that it is an attribute path that no other operation has."""
        operation_id: str = node["operationId"]
        if not all(map(is_identifier, str(operation_id).split("."))):
            raise FragmentError([(place / "operationId").problem(f"{operation_id!r} is not an attribute path")])
        if operation_id in self._ids:
            first = self._ids[operation_id]
            raise FragmentError([(place / "operationId").problem(f"duplicate operationId {operation_id}, first in {first.file}")])
        self._ids[operation_id] = place
        return operation_id

    def _body(self, node: dict[str, Any], place: Place) -> ir.Body | None:
        if "requestBody" not in node:
            return None
        here = place / "x-daftra-envelope" / "request"
        shape = node["x-daftra-envelope"].get("request")
        if not shape:
            raise FragmentError([here.problem("missing envelope: an operation with a body says how the record is wrapped")])
        kind = one_of(shape.get("kind"), get_args(RequestKind), here / "kind")
        if (kind == "wrapped") != ("key" in shape):
            raise FragmentError([here.problem("a wrapped body, and only that, names its key")])
        content = place / "requestBody" / "content"
        media = node["requestBody"]["content"]
        schema = next(iter(media.values()))["schema"]
        if shape.get("array"):
            schema = schema["items"]
        required: tuple[str, ...] = ()
        fixed: tuple[tuple[str, int | str], ...] = ()
        if "allOf" in schema:
            required = tuple(schema.get("required", ()))
            fixed = _fixed(schema.get("properties", {}), content / "properties")
            schema = schema["allOf"][0]
        identity = _identity(node, kind, required, place)
        name = self.schemas.ref_name(schema["$ref"], content)
        self.input_roots.add(name)
        return ir.Body(
            kind=kind,
            model=input_name(name),
            key=shape.get("key"),
            siblings=tuple(shape.get("siblings", ())),
            array=shape.get("array", False),
            required=tuple(wire for wire in required if identity is None or wire != identity.wire),
            identity=identity,
            fixed=fixed,
        )

    def _answer(self, node: dict[str, Any], place: Place, *, gets: bool) -> ir.Answer:
        here = place / "x-daftra-envelope" / "response"
        shape = node["x-daftra-envelope"].get("response")
        if not shape:
            raise FragmentError([here.problem("missing envelope: every operation says how its answer is opened")])
        kind = one_of(shape.get("kind"), get_args(ResponseKind), here / "kind")
        if kind in {"v1-list", "v1-single"} and not shape.get("key"):
            raise FragmentError([here.problem(f"missing envelope key: a {kind} answer names the wire key of its record")])
        status = next(code for code in node["responses"] if code.startswith("2"))
        response, at = self.fragments.follow(node["responses"][status], place / "responses" / status)
        schema = response["content"]["application/json"]["schema"]
        model: str | None = None
        if "$ref" in schema:
            name = self.schemas.ref_name(schema["$ref"], at)
            if name in self.schemas.schemas:
                model = name
                self.record_roots.add(name)
        return ir.Answer(
            kind=kind,
            model=model,
            key=shape.get("key"),
            also=tuple(shape.get("also", ())),
            identity=shape.get("identity", "id") if gets and kind in _SINGLES else None,
            fixed=_fixed({wire: {"const": value} for wire, value in shape.get("fixed", {}).items()}, here / "fixed"),
        )


def _identity(node: dict[str, Any], kind: str, required: tuple[str, ...], place: Place) -> ir.Parameter | None:
    """Return the argument that is written to the body as the record's id, for a path that does not name the record."""
    wire = node.get("x-daftra-body-id")
    if wire is None:
        return None
    if kind != "bare" or wire not in required:
        raise FragmentError([(place / "x-daftra-body-id").problem("it names a required field of a body of kind bare")])
    return ir.Parameter(name="id", wire=wire, type="id", required=True, doc="Id of the record, as a number or as text.")


def _fixed(properties: dict[str, Any], place: Place) -> tuple[tuple[str, int | str], ...]:
    """Return the fields that an operation fixes beside the schema of its body."""
    for wire, prop in properties.items():
        if set(prop) != {"const"} or not isinstance(prop["const"], int | str):
            raise FragmentError([(place / wire).problem("beside allOf stand only fields with a const of a number or text")])
    return tuple((wire, prop["const"]) for wire, prop in properties.items())
