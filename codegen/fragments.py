"""Loading the fragments and following their references."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, cast

import attrs
import yaml

from codegen.problems import FragmentError, Problem
from codegen.shapes import Json, is_object

if TYPE_CHECKING:
    from pathlib import Path

    from codegen.shapes import JsonObject

ROOT_FILE = "daftra.yaml"


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # the parser in C, where PyYAML was built with it
    """YAML as JSON has it: `no` and `2026-01-01` stay text, a key that stands twice is an error."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
cast("Any", _Loader).add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def _unique_mapping(loader: Any, node: yaml.MappingNode) -> dict[Any, Any]:
    mapping: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key: object = loader.construct_object(key_node, deep=True)
        if key in mapping:
            message = f"the key {key!r} stands twice"
            raise yaml.constructor.ConstructorError(None, None, message, key_node.start_mark)
        mapping[key] = loader.construct_object(value_node, deep=True)
    return mapping


cast("Any", _Loader).add_constructor("tag:yaml.org,2002:map", _unique_mapping)


@attrs.frozen
class Place:
    """A position in the fragments."""

    file: str
    pointer: str = ""

    def __truediv__(self, key: object) -> Place:
        """Return the place of a member."""
        return Place(self.file, f"{self.pointer}/{str(key).replace('~', '~0').replace('/', '~1')}")

    def problem(self, reason: str) -> Problem:
        """Return a problem at this place."""
        return Problem(self.file, self.pointer, reason)


def one_of(value: Any, allowed: tuple[str, ...], place: Place) -> str:
    """Return a value that is one of a few words.

    Raises:
        FragmentError: it is another one.
    """
    if value not in allowed:
        raise FragmentError([place.problem(f"{value!r} is not one of {', '.join(allowed)}")])
    return str(value)


@attrs.frozen
class Fragments:
    """Every fragment, by its path below the root."""

    files: dict[str, Json]

    @classmethod
    def load(cls, root: Path) -> Fragments:
        """Read all fragments below `root`.

        Raises:
            FragmentError: a file is no YAML mapping, or a key stands twice in it.
        """
        files: dict[str, Json] = {}
        problems: list[Problem] = []
        for path in sorted(root.rglob("*.yaml")):
            name = path.relative_to(root).as_posix()
            try:
                content = yaml.load(path.read_text("utf-8"), _Loader)  # noqa: S506 - a SafeLoader with fewer implicit types
            except yaml.YAMLError as error:
                problems.append(Problem(name, "", f"not readable as YAML: {error}"))
                continue
            if is_object(content):
                files[name] = content
            else:
                problems.append(Problem(name, "", "a fragment is a mapping"))
        if problems:
            raise FragmentError(problems)
        return cls(files)

    def locate(self, ref: str, at: Place) -> Place:
        """Return the place that a `$ref` written at `at` points to.

        Raises:
            FragmentError: it leaves the fragments or points to nothing.
        """
        path, _, pointer = ref.partition("#")
        file = at.file if not path else _normal(PurePosixPath(at.file).parent / path)
        place = Place(file, pointer)
        if file not in self.files:
            raise FragmentError([at.problem(f"$ref {ref!r} names a file that does not exist: {file}")])
        node = self.files[file]
        for part in pointer.split("/")[1:]:
            key = part.replace("~1", "/").replace("~0", "~")
            if not is_object(node) or key not in node:
                raise FragmentError([at.problem(f"$ref {ref!r} points to nothing")])
            node = node[key]
        return place

    def at(self, place: Place) -> Json:
        """Return the value at a place."""
        node = self.files[place.file]
        for part in place.pointer.split("/")[1:]:
            node = node[part.replace("~1", "/").replace("~0", "~")]
        return node

    def schemas(self, file: str) -> JsonObject:
        """Return the schemas of a fragment, by name."""
        components: JsonObject = self.files[file].get("components", {})
        schemas: JsonObject = components.get("schemas", {})
        return schemas

    def follow(self, node: Json, place: Place) -> tuple[Json, Place]:
        """Return what a node stands for, and where that is written: the target of its `$ref`, or itself."""
        while is_object(node) and "$ref" in node:
            place = self.locate(node["$ref"], place)
            node = self.at(place)
        return node, place


def _normal(path: PurePosixPath) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            if parts:
                parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
