"""`x-daftra-reference`: the field of a create that holds the caller's own reference, and the list that finds it.

    x-daftra-reference:
      field: po_number
      lookup: {operation: invoices.list, parameter: po_number}            # the list has a filter for the field
      lookup: {operation: clients.list, scan: {limit: 500, newest: {sort: created, direction: desc}}}    # it has none

Either way at most `limit` rows are looked at, since the server ignores filters that it does not know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs

from codegen import ir
from codegen.fragments import Place
from codegen.problems import FragmentError
from codegen.schemas import SchemaReader
from codegen.shapes import has_type

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from codegen.problems import Problem

KEY: Final = "x-daftra-reference"
_LIMIT: Final = 500


@attrs.define
class ReferenceReader:
    """Reads the references; they are checked when every operation is known."""

    schemas: SchemaReader
    _read: list[tuple[ir.Reference, str, Place]] = attrs.field(factory=list[tuple[ir.Reference, str, Place]])

    def read(self, node: dict[str, Any], place: Place) -> ir.Reference | None:
        """Return the reference of an operation, None where it has none.

        Raises:
            FragmentError: it is incomplete.
        """
        written = node.get(KEY)
        if written is None:
            return None
        here = place / KEY
        try:
            lookup: dict[str, Any] = written["lookup"]
            scan: dict[str, Any] = lookup.get("scan", {})
            field, operation = str(written["field"]), str(lookup["operation"])
        except (KeyError, TypeError) as error:
            raise FragmentError([here.problem("it needs a field, and a lookup with an operation")]) from error
        if ("parameter" in lookup) == ("scan" in lookup):
            raise FragmentError([(here / "lookup").problem("a lookup has either a parameter or a scan")])
        name = self._schema(node, here)
        found = next((each for each in self._fields(name) if each.wire == field), None)
        if found is None or found.name != field or not (found.on("input") and found.on("record")):
            raise FragmentError([(here / "field").problem(f"{name} has no field {field!r} that is both written and read")])
        reference = ir.Reference(
            field=field,
            number=has_type(found.schema, "integer"),
            longest=min(found.max_length or ir.LONGEST_REFERENCE, ir.LONGEST_REFERENCE),
            lookup=operation,
            parameter=lookup.get("parameter"),
            limit=scan.get("limit", _LIMIT),
            newest=tuple((str(key), str(value)) for key, value in scan.get("newest", {}).items()),
        )
        self._read.append((reference, name, here))
        return reference

    def problems(self, endpoints: Mapping[str, ir.Endpoint], broken: Collection[str]) -> Iterator[Problem]:
        """Yield what is wrong about the lists that references name; those with problems of their own are passed over."""
        for reference, name, place in self._read:
            found = endpoints.get(reference.lookup)
            if found is None and reference.lookup in broken:
                continue
            if found is None or not found.pagination or found.answer.model not in {name, name.removesuffix("Input")}:
                yield (place / "lookup" / "operation").problem(f"{reference.lookup} is not a list of {name}")
            elif not any(each.name == reference.field and each.on("record") for each in self._fields(found.answer.model)):
                yield (place / "field").problem(f"{found.answer.model}, which {reference.lookup} shows, has no such field")
            elif reference.parameter and reference.parameter not in {parameter.wire for parameter in found.query_params}:
                yield (place / "lookup" / "parameter").problem(f"{reference.lookup} has no parameter {reference.parameter!r}")

    def _schema(self, node: dict[str, Any], place: Place) -> str:
        try:
            schema = next(iter(node["requestBody"]["content"].values()))["schema"]
            written = schema["allOf"][0]["$ref"] if "allOf" in schema else schema["$ref"]
        except (KeyError, IndexError, StopIteration) as error:
            raise FragmentError([place.problem("only an operation that writes one record takes a reference")]) from error
        return self.schemas.ref_name(written, place)

    def _fields(self, name: str) -> Iterator[ir.Field]:
        schema = self.schemas.schemas.get(name)
        while schema is not None:
            yield from schema.fields
            schema = self.schemas.schemas.get(schema.base or "")
