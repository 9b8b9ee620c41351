"""What resources can do beyond their operations: batches, edits and look-ups, as far as they have the operations for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs

from codegen.methods import Method

if TYPE_CHECKING:
    from collections.abc import Sequence

    from codegen import ir
    from codegen.methods import Argument

_READS: Final = frozenset({"v1-single", "v2-single", "payload-single"})
_SCALARS: Final = frozenset({"boolean", "integer", "number", "string"})
_PAGING: Final = frozenset({"limit", "page", "per_page"})
_OWN: Final = frozenset({"body", "concurrency", "extra_headers", "self", "timeout"})
"""Arguments of the look-ups themselves."""


@attrs.frozen(kw_only=True)
class Derived:
    """The operations behind each derived method; None where a resource has not got it."""

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

    @property
    def draft(self) -> str | None:
        """Name of the class of its drafts."""
        return f"{self.edit[0].result}Draft" if self.edit else None


def derive(methods: Sequence[Method], api: ir.Api) -> Derived:
    """Return what the methods of a resource allow beyond themselves."""
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
        find_or_create=(listing, create) if listing is not None and create is not None and creates_found else None,
    )


def criteria(derived: Derived, api: ir.Api) -> tuple[str, ...]:
    """Return what `find_one` and its like can be asked for: plain attributes of the record, and arguments of the list."""
    method = derived.find
    if method is None:
        return ()
    names = {argument.name for argument in method.keyword} - _PAGING
    schema = api.schemas.get(method.endpoint.answer.model or "")
    while schema is not None:
        names |= {field.name for field in schema.fields if field.on("record") and _is_plain(field.schema, api)}
        schema = api.schemas.get(schema.base or "")
    return tuple(sorted(names - {argument.name for argument in method.positional} - _OWN))


def without_id(method: Method) -> tuple[Argument, ...]:
    """Return the path arguments that are not the id."""
    return tuple(argument for argument in method.positional if argument.name != "id")


def without_level(method: Method) -> tuple[Argument, ...]:
    """Return the path arguments that are not the level: an edit chooses it."""
    return tuple(argument for argument in method.positional if argument.name != "level")


def _has_fields(model: str | None, api: ir.Api) -> bool:
    schema = api.schemas.get(model or "")
    return schema is not None and bool(schema.fields or schema.base)


def _is_plain(schema: dict[str, Any], api: ir.Api) -> bool:
    return schema.get("type") in _SCALARS or schema.get("$ref") in api.enums


def _has_id(method: Method) -> bool:
    return any(argument.name == "id" for argument in method.positional)
