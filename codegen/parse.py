"""From fragments to the intermediate representation, with every mistake reported at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from codegen import ir
from codegen.operations import OperationReader
from codegen.problems import FragmentError
from codegen.schemas import SchemaReader
from codegen.shapes import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from codegen.fragments import Fragments


def parse(fragments: Fragments) -> ir.Api:
    """Check the fragments and return what they say.

    Raises:
        FragmentError: with every problem that was found.
    """
    schemas = SchemaReader(fragments)
    try:
        schemas.read()
    except FragmentError as error:
        schemas.problems.extend(error.problems)
    operations = OperationReader(fragments, schemas)
    operations.read()
    problems = [*schemas.problems, *operations.problems]
    if problems:
        raise FragmentError(problems)
    return ir.Api(
        resources=tuple(operations.resources),
        schemas=schemas.schemas,
        enums=schemas.enums,
        records=_reachable(operations.record_roots, schemas.schemas, "record"),
        inputs=_reachable(operations.input_roots, schemas.schemas, "input"),
        arguments=frozenset(_argument_enums(operations.resources)),
    )


def _argument_enums(resources: Iterable[ir.Resource]) -> Iterator[str]:
    for resource in resources:
        for endpoint in resource.endpoints:
            yield from (p.enum for p in (*endpoint.path_params, *endpoint.query_params) if p.enum)


def _reachable(roots: Iterable[str], schemas: dict[str, ir.Schema], side: ir.Side) -> frozenset[str]:
    """Return the object schemas that are needed to read, or to write, the roots."""
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        if name in found or name not in schemas:
            continue
        found.add(name)
        schema = schemas[name]
        if schema.base:
            waiting.append(schema.base)
        for field in schema.fields:
            if field.on(side):
                waiting.extend(references(field.schema))
    return frozenset(found)


def references(schema: Any) -> Iterator[str]:
    """Yield the names that a type refers to."""
    if is_object(schema):
        if "$ref" in schema:
            yield schema["$ref"]
        for value in schema.values():
            yield from references(value)
    elif is_array(schema):
        for value in schema:
            yield from references(value)
