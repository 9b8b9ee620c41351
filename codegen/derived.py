"""What resources can do beyond their operations: batches, edits and look-ups, as far as they have the operations for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from codegen.methods import Method

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codegen import ir
    from codegen.methods import Argument
    from codegen.models import Annotations

_READS: Final = frozenset({"v1-single", "v2-single", "payload-single"})
_WANTED: Final = {
    "bool": ("bool",),
    "date": ("date", "str"),
    "datetime": ("date", "datetime", "str"),
    "Decimal": ("Decimal", "int", "str"),
    "int": ("int", "str"),
    "str": ("str",),
}
"""What a look-up takes for a field, by the type of the field."""
_PAGING: Final = frozenset({"limit", "page", "per_page"})
_OWN: Final = frozenset({"body", "concurrency", "extra_headers", "self", "timeout"})
"""Arguments of the look-ups themselves."""


@attrs.frozen(kw_only=True)
class Derived:
    """The operations behind each derived method; None where a resource does not have it."""

    get_many: Method | None = None
    create_many: Method | None = None
    bulk: Method | None = None
    """Creates many in one request."""
    update_many: Method | None = None
    delete_many: Method | None = None
    edit: tuple[Method, Method] | None = None
    """Get and update."""
    find: Method | None = None
    find_or_create: tuple[Method, Method] | None = None
    """List and create."""
    open: Method | None = None
    """The list of invoices."""

    @property
    def draft(self) -> str | None:
        """Name of the class of its drafts."""
        return f"{self.edit[0].result}Draft" if self.edit else None


def derive(methods: Sequence[Method], api: ir.Api) -> Derived:
    """Return the derived methods that the operations of a resource allow."""
    by_name = {method.name: method for method in methods}
    get, update, create = by_name.get("get"), by_name.get("update"), by_name.get("create")
    if get is not None and (get.endpoint.answer.kind not in _READS or get.endpoint.answer.model is None or not _has_id(get)):
        get = None
    listing = by_name.get("list")
    if listing is not None and not _has_fields(listing.endpoint.answer.model, api):
        listing = None  # there is nothing to look for
    delete = by_name.get("delete")
    creates_found = (
        listing is not None and create is not None and {a.name for a in create.positional} <= {a.name for a in listing.positional}
    )
    return Derived(
        get_many=get,
        create_many=create,
        bulk=next((method for method in methods if method.endpoint.body and method.endpoint.body.array and create), None),
        update_many=update,
        delete_many=delete if delete is not None and _has_id(delete) else None,
        edit=(get, update) if get is not None and update is not None else None,
        find=listing,
        open=listing if listing is not None and listing.endpoint.shows_open else None,
        find_or_create=(listing, create) if listing is not None and create is not None and creates_found else None,
    )


def criteria(derived: Derived, api: ir.Api, annotations: Annotations) -> tuple[tuple[str, str], ...]:
    """Return the names that `find_one` and its like take, each with its type: fields of the record, and arguments of the list."""
    method = derived.find
    if method is None:
        return ()
    wanted: dict[str, str] = {}
    schema = api.schemas.get(method.endpoint.answer.model or "")
    while schema is not None:
        for name, annotation in annotations[schema.name].items():
            if types := _wanted(annotation, api):
                wanted.setdefault(name, f"Wanted[{' | '.join(sorted(types))}]")
        schema = api.schemas.get(schema.base or "")
    for argument in method.keyword:
        if argument.name not in _PAGING:
            wanted[argument.name] = " | ".join(filter(None, (wanted.get(argument.name), argument.annotation)))
    taken = {argument.name for argument in method.positional} | _OWN
    return tuple((name, wanted[name]) for name in sorted(wanted.keys() - taken))


def bases(derived: Derived) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the classes that a resource inherits as they are printed, and the batch methods that it has to have itself.

    A method is its own where the path takes an argument beside the id (and the level, which reads know).
    """
    inherited: list[str] = []
    own: set[str] = set()
    if derived.get_many:
        rest = {argument.name for argument in without_id(derived.get_many)}
        kinds = {frozenset[str](): "ReadsMany", frozenset({"level"}): "ReadsManyAtLevel"}
        _add(inherited, own, "get_many", kinds.get(frozenset(rest)), derived.get_many.result)
    if derived.create_many:
        create = derived.create_many
        creates = "CreatesManyReferenced" if create.endpoint.reference else "CreatesMany"
        types = [create.endpoint.body.model if create.endpoint.body else "Any", create.result]
        if derived.bulk:
            creates, types = "CreatesManyInChunks", types[:1]
        _add(inherited, own, "create_many", None if create.positional else creates, *types)
    if derived.update_many and derived.update_many.endpoint.body:
        update = derived.update_many
        kind = None if without_id(update) else "Replaces"
        _add(inherited, own, "update_many", kind, derived.update_many.endpoint.body.model, update.result)
    if derived.delete_many:
        _add(inherited, own, "delete_many", None if without_id(derived.delete_many) else "DeletesMany")
    if derived.edit:
        path = without_level(derived.edit[0])
        _add(inherited, own, "edit", "Edits" if [argument.name for argument in path] == ["id"] else None, derived.draft or "")
    if derived.find:
        inherited.append(f"{'FindsOrCreates' if derived.find_or_create else 'Finds'}[{derived.find.result!r}]")
    if derived.open:
        inherited.append(f"FindsOpen[{derived.open.result!r}]")
    return tuple(inherited) or ("Resource",), frozenset(own)


def _add(inherited: list[str], own: set[str], method: str, mixin: str | None, *types: str) -> None:
    if mixin is None:
        own.add(method)
    else:
        inherited.append(f"{mixin}[{', '.join(map(repr, types))}]" if types else mixin)


def without_id(method: Method) -> tuple[Argument, ...]:
    """Return the path arguments that are not the id."""
    return tuple(argument for argument in method.positional if argument.name != "id")


def without_level(method: Method) -> tuple[Argument, ...]:
    """Return the path arguments that are not the level: an edit chooses it."""
    return tuple(argument for argument in method.positional if argument.name != "level")


def _has_fields(model: str | None, api: ir.Api) -> bool:
    schema = api.schemas.get(model or "")
    return schema is not None and bool(schema.fields or schema.base)


def _wanted(annotation: str, api: ir.Api) -> tuple[str, ...]:
    """Return the types of the values that a field can be compared with; none for relations, lists and maps."""
    type_ = annotation.removesuffix(" | None").removesuffix("_aliased")  # alias of a type that a field shares its name with
    enum = api.enums.get(type_)
    if enum is not None:
        return (enum.name, "int" if enum.type == "integer" else "str")
    return _WANTED.get(type_, ())


def _has_id(method: Method) -> bool:
    return any(argument.name == "id" for argument in method.positional)
