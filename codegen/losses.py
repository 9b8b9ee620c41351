"""`x-daftra-lost`: the number, dates and lines that a record loses when an update that replaces it leaves them out.

    x-daftra-write: replace
    x-daftra-lost: ['no', date, InvoiceItem]

Such an update is refused before it is sent, unless the caller says that it is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from codegen.problems import FragmentError
from codegen.shapes import is_array

if TYPE_CHECKING:
    from collections.abc import Iterator

    from codegen import ir
    from codegen.fragments import Place
    from codegen.schemas import SchemaReader

KEY: Final = "x-daftra-lost"


def lost(node: dict[str, Any], body: ir.Body | None, schemas: SchemaReader, place: Place) -> tuple[str, ...]:
    """Return the wire names that an operation names, in their order.

    Raises:
        FragmentError: the operation does not replace, or a name is not a field of its body.
    """
    names = node.get(KEY)
    if names is None:
        return ()
    here = place / KEY
    if node.get("x-daftra-write") != "replace" or body is None:
        raise FragmentError([here.problem("only an operation with `x-daftra-write: replace` loses what its body leaves out")])
    if not is_array(names) or not names:
        raise FragmentError([here.problem("it is a list of fields of the body")])
    written = {field.wire for field in _written(body.model, schemas)}
    if unknown := [name for name in names if name not in written]:
        raise FragmentError([here.problem(f"{body.model} has no field {unknown[0]!r}")])
    return tuple(names)


def _written(model: str, schemas: SchemaReader) -> Iterator[ir.Field]:
    schema = schemas.schemas.get(model) or schemas.schemas.get(model.removesuffix("Input"))
    while schema is not None:
        yield from (field for field in schema.fields if field.on("input"))
        schema = schemas.schemas.get(schema.base or "")
