"""`x-daftra-twin`: the v2 entity that holds the records of a v1 list, too.

    x-daftra-twin: {entity: invoice, except: {type: 17}, doubtful: Seen on one account only.}

`except` names the fields and values of its other records, which the list does not show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from codegen import ir
from codegen.problems import FragmentError
from codegen.shapes import is_object

if TYPE_CHECKING:
    from codegen.fragments import Place
    from codegen.schemas import SchemaReader

KEY: Final = "x-daftra-twin"
_ENTITIES: Final = "EntityKey"
"""The enumeration of documented v2 entities."""


def twin(node: dict[str, Any], schemas: SchemaReader, place: Place) -> ir.Twin | None:
    """Return the twin of a list; None where it has none.

    Raises:
        FragmentError: the operation is no v1 list, or the entity is neither documented nor called doubtful.
    """
    written = node.get(KEY)
    if written is None:
        return None
    here = place / KEY
    if node["x-daftra-pagination"] != "v1":
        raise FragmentError([here.problem("only a v1 list has a twin")])
    if not is_object(written) or "entity" not in written or not written.keys() <= {"entity", "except", "doubtful"}:
        raise FragmentError([here.problem("it names an entity, and what is doubtful about it")])
    known = schemas.enums.get(_ENTITIES)
    if known is not None and written["entity"] not in known.values and not written.get("doubtful"):
        raise FragmentError([here.problem(f"{written['entity']!r} is not among the documented keys: say so in doubtful")])
    return ir.Twin(entity=written["entity"], without=tuple(written.get("except", {}).items()), doubtful=written.get("doubtful"))
