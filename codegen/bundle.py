"""Joins the fragments into one OpenAPI 3.1 document that says what is on the wire.

Fragments hold records flat, with `x-daftra-envelope` beside them; the bundle spells the envelopes out, so that other tools see
bodies as they travel. Two things OpenAPI cannot say: operations that share method and path are told apart by a fragment in the
path (`/v2/api/entity/package#update`), and `{format}` is a suffix, not a segment.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

import attrs

from codegen.fragments import ROOT_FILE, Fragments, Place
from codegen.operations import METHODS
from codegen.shapes import JsonObject, is_array, is_object

_LARAVEL: Final = {
    "current_page": {"type": "integer"},
    "last_page": {"type": "integer"},
    "per_page": {"type": ["integer", "string"]},
    "total": {"type": "integer"},
    "from": {"type": ["integer", "null"]},
    "to": {"type": ["integer", "null"]},
    "path": {"type": "string"},
    "first_page_url": {"type": ["string", "null"]},
    "last_page_url": {"type": ["string", "null"]},
    "next_page_url": {"type": ["string", "null"]},
    "prev_page_url": {"type": ["string", "null"]},
    "links": {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "url": {"type": ["string", "null"]},
                "label": {"type": "string"},
                "page": {"type": ["integer", "null"]},
                "active": {"type": "boolean"},
            },
        },
    },
}
_PAYLOAD_PAGINATION: Final = {
    "total": {"type": "integer"},
    "current_page": {"type": "integer"},
    "per_page": {"type": "integer"},
    "has_more_pages": {"type": "boolean"},
}
if TYPE_CHECKING:
    from codegen.shapes import Json

_TEXT: Final = {"type": ["string", "null"]}
_STATUS: Final = {"code": {"type": "integer"}, "result": {"type": "string"}}


def _object(properties: JsonObject, *required: str) -> JsonObject:
    return {"type": "object", "properties": properties, **({"required": list(required)} if required else {})}


@attrs.define
class Bundler:
    """Makes the document; components are copied under their own names."""

    fragments: Fragments
    components: dict[str, JsonObject] = attrs.field(factory=dict[str, JsonObject])

    def bundle(self) -> JsonObject:
        """Return the document."""
        root = copy.deepcopy(self.fragments.files[ROOT_FILE])
        self.components = root.setdefault("components", {})
        paths: JsonObject = {}
        tags: list[dict[str, str]] = []
        for file, content in self.fragments.files.items():
            self._copy_components(file, content)
            if "paths" not in content:
                continue
            head = content["x-daftra-resource"]
            tags.append({"name": head["name"], "description": head["summary"]})
            for path, methods in content["paths"].items():
                item = paths.setdefault(path, {})
                for method, node in methods.items():
                    if method in METHODS:
                        place = Place(file) / "paths" / path / method
                        item[method] = self._operation(node, place, head)
        root["tags"] = sorted(tags, key=lambda tag: tag["name"])
        root["paths"] = dict(sorted(paths.items()))
        for kind, entries in self.components.items():
            self.components[kind] = dict(sorted(entries.items()))
        return dict(root)

    def _copy_components(self, file: str, content: JsonObject) -> None:
        components: JsonObject = content.get("components", {})
        for kind, entries in components.items():
            for name, node in entries.items():
                place = Place(file) / "components" / kind / name
                self.components.setdefault(kind, {})[name] = self._local(node, place)

    def _local(self, node: Json, place: Place) -> Json:
        """Return a copy whose references point into the bundle."""
        if is_object(node):
            copied = {key: self._local(value, place) for key, value in node.items() if key != "$ref"}
            if "$ref" in node:
                pointer = self.fragments.locate(node["$ref"], place).pointer
                copied = {"$ref": f"#{pointer}", **copied}
            return copied
        if is_array(node):
            return [self._local(value, place) for value in node]
        return node

    def _operation(self, node: JsonObject, place: Place, head: JsonObject) -> JsonObject:
        made: JsonObject = self._local(node, place)
        made["tags"] = [head["name"]]
        made["x-daftra-entity"] = head["entity"]
        envelope = node["x-daftra-envelope"]
        if "requestBody" in made:
            content = made["requestBody"]["content"]
            media = next(iter(content))
            content[media]["schema"] = self._request(content[media]["schema"], envelope["request"])
        response = made["responses"][next(code for code in made["responses"] if code.startswith("2"))]
        if "content" in response:
            body = response["content"]["application/json"]
            body["schema"] = self._response(body["schema"], envelope["response"])
        return made

    def _request(self, schema: JsonObject, shape: JsonObject) -> JsonObject:
        if shape["kind"] != "wrapped":
            return schema
        if shape.get("array"):
            return {"type": "array", "items": self._request(schema["items"], {**shape, "array": False})}
        siblings = shape.get("siblings", [])
        if not siblings:
            return _object({shape["key"]: schema}, shape["key"])
        fixed = {key: value for key, value in schema.items() if key == "properties"}
        name = (schema["allOf"][0] if "allOf" in schema else schema)["$ref"].rpartition("/")[2]
        every = self._flat(name)
        main = {wire: prop for wire, prop in every["properties"].items() if wire not in siblings}
        header = f"{name.removesuffix('Input')}Header"
        self.components["schemas"][header] = {
            "description": f"The {name} as it is written, without the relations beside it.",
            **_object(main, *[wire for wire in every["required"] if wire in main]),
        }
        relations = {wire: every["properties"][wire] for wire in siblings}
        record: JsonObject = {"$ref": f"#/components/schemas/{header}"}
        return _object({shape["key"]: {"allOf": [record], **fixed} if fixed else record, **relations}, shape["key"])

    def _flat(self, name: str) -> JsonObject:
        """Return the properties of a schema and of those it extends."""
        node = self.components["schemas"].get(name) or self._find(name)
        properties: JsonObject = {}
        required: list[str] = []
        for part in node.get("allOf", ()):
            base = self._flat(part["$ref"].rpartition("/")[2])
            properties |= base["properties"]
            required += base["required"]
        return {"properties": {**properties, **node.get("properties", {})}, "required": required + node.get("required", [])}

    def _find(self, name: str) -> JsonObject:
        for file in self.fragments.files:
            entries = self.fragments.schemas(file)
            if name in entries:
                found: JsonObject = self._local(entries[name], Place(file))
                return found
        raise KeyError(name)

    def _response(self, schema: JsonObject, shape: JsonObject) -> JsonObject:
        kind, key = shape["kind"], shape.get("key")
        rows = {"type": "array", "items": _object({str(key): schema}) if kind == "v1-list" else schema}
        pagination = {"$ref": "#/components/schemas/V1Pagination"}
        wrapped: JsonObject = {
            "v1-list": _object({**_STATUS, "data": rows, "pagination": pagination}, "data", "pagination"),
            "v1-single": _object({**_STATUS, "data": _object({str(key): schema})}, "data"),
            "v1-listing": _object({**_STATUS, "data": _object({"Listing": schema})}, "data"),
            "v2-list": _object({**_LARAVEL, "data": rows}, "data"),
            "payload-list": self._payload({"data": rows, "pagination": _object(_PAYLOAD_PAGINATION)}),
            "payload-single": self._payload({"data": schema}),
            "bulk-array": rows,
        }
        return dict(wrapped.get(kind, schema))

    @staticmethod
    def _payload(properties: JsonObject) -> JsonObject:
        return _object(
            {"payload": _object(properties, "data"), "version": _TEXT, "message": _TEXT},
            "payload",
        )


def bundle(fragments: Fragments) -> JsonObject:
    """Return all fragments as one OpenAPI 3.1 document."""
    return Bundler(fragments).bundle()


_PROSE: Final = frozenset({"description", "summary", "examples", "x-daftra-title", "x-daftra-lookup", "x-enum-descriptions"})


_OF_THE_CLIENT: Final = frozenset({"x-daftra-twin", "x-daftra-model"})


def without_prose(node: Json) -> Json:
    """Return a document without its texts and what else the sandbox does not need.

    A property that is itself called `description` is kept: texts are strings, properties are objects.
    """
    if is_object(node):
        bare = {
            k: without_prose(v)
            for k, v in node.items()
            if k not in _OF_THE_CLIENT and not (k in _PROSE and isinstance(v, str | list))
        }
        # The sandbox only needs to know that an operation is in doubt, not the text about it.
        return bare | {"x-daftra-doubtful": True} if "x-daftra-doubtful" in bare else bare
    if is_array(node):
        return [without_prose(value) for value in node]
    return node
