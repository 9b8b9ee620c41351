"""Base class of the generated resources: one request, and the way to what is made of several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from daftra_async.operation import UNSET
from daftra_async.options import CALL, CREATE, FIND, LIST, SEND, UPDATE, check_options

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from daftra_async.lists.executor import Executor
    from daftra_async.lists.pager import Pager
    from daftra_async.lists.stream import Stream
    from daftra_async.operation import AnyOperation, Operation
    from daftra_async.options import OnProgress
    from daftra_async.writes.bulk import BulkResult, Fetched, OnError
    from daftra_async.writes.edit import EditSession

T = TypeVar("T")


class Resource:
    """A group of operations, as an attribute of the client.

    Every method checks its arguments before anything is sent, and raises

    - `ArgumentError` or `TypeError` when an argument is wrong; nothing was sent,
    - `RequestNotSent` when the account cannot be reached, `DaftraTimeout` when the time is up,
    - `OutcomeUnknown` when a write was sent and it is not known whether it was done,
    - `APIError` when the server refused, or its answer is not what the operation describes.

    Lists return a `Pager`: await it for the first page, iterate it for every record. `**options` are those of `CallOptions`.
    Batches, edits and look-ups are loaded when they are first used.
    """

    __slots__ = ("_client",)

    _ops: ClassVar[Mapping[str, AnyOperation]] = {}
    """The operations by the names of their methods."""

    def __init__(self, client: Executor) -> None:
        self._client = client

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"

    def __dir__(self) -> list[str]:
        """Return what an editor or a shell completes: the operations."""
        return sorted(name for name in object.__dir__(self) if not name.startswith("_"))

    async def _call(
        self,
        op: Operation[T],
        path: Mapping[str, object],
        query: Mapping[str, object],
        options: Mapping[str, Any],
        body: object = UNSET,
    ) -> T:
        """Execute an operation; arguments are by their Python names."""
        if options:
            allowed = UPDATE if op.replaces else CALL if op.reference is None else CREATE
            check_options(op.id, options, allowed, (*path, *query))
        if op.replaces:
            from daftra_async.writes import losses

            options = losses.checked(op, path, body, options)
        return await self._client.execute(op, path, query, body, **options)

    async def _replace(self, path: Mapping[str, object], body: object, options: Mapping[str, Any]) -> Any:
        """Put a record in place of the stored one, whatever the body leaves out."""
        op = self._ops["update"]
        check_options(f"{op.resource}.replace", options, CALL, path)
        return await self._client.execute(op, path, {}, body, **options)

    def _list(
        self, op: Operation[T], path: Mapping[str, object], query: Mapping[str, object], options: Mapping[str, Any]
    ) -> Pager[T]:
        """Prepare the walk of a list; arguments are checked now, pages are fetched when they are used."""
        if options:
            check_options(op.id, options, LIST, (*path, *query))
        return self._client.paginate(op, path, query, **options)

    async def _get_many(
        self,
        path: Mapping[str, object],
        ids: Iterable[int | str],
        concurrency: int,
        on_error: OnError,
        on_progress: OnProgress | None,
        options: Mapping[str, Any],
    ) -> Fetched[Any]:
        """Get many records; `path` holds the path arguments other than the id."""
        from daftra_async.writes.bulk.reads import get_many

        op = self._ops["get"]
        check_options(f"{op.resource}.get_many", options, CALL, ("concurrency", "on_error", "on_progress"))
        how: dict[str, Any] = {"concurrency": concurrency, "on_error": on_error, "on_progress": on_progress}
        return await get_many(self._client, op, ids, path, **how, **options)

    async def _create_many(
        self, path: Mapping[str, object], items: Iterable[object], options: Mapping[str, Any], **how: Any
    ) -> BulkResult[Any]:
        """Create many records; `how` are the further arguments of the batch."""
        from daftra_async.writes.bulk.writes import create_many

        op = self._ops["create"]
        check_options(f"{op.resource}.create_many", options, CALL, how)
        return await create_many(self._client, op, items, path, **how, **options)

    async def _update_many(
        self, path: Mapping[str, object], items: Any, options: Mapping[str, Any], **how: Any
    ) -> BulkResult[Any]:
        """Replace many records; `path` holds the path arguments other than the id, `how` the further arguments of the batch."""
        from daftra_async.writes.bulk.writes import update_many

        op = self._ops["update"]
        check_options(f"{op.resource}.update_many", options, CALL, how)
        return await update_many(self._client, op, items, path, **how, **options)

    async def _delete_many(
        self, path: Mapping[str, object], ids: Iterable[int | str], options: Mapping[str, Any], **how: Any
    ) -> BulkResult[Any]:
        """Delete many records; `path` holds the path arguments other than the id."""
        from daftra_async.writes.bulk.writes import delete_many

        op = self._ops["delete"]
        check_options(f"{op.resource}.delete_many", options, CALL, how)
        return await delete_many(self._client, op, ids, path, **how, **options)

    def _edit(self, path: Mapping[str, object], carry: Iterable[str], options: Mapping[str, Any]) -> EditSession[Any]:
        """Prepare an edit; nothing is sent before it is entered."""
        from daftra_async.writes.edit import EditSession

        get, update = self._ops["get"], self._ops["update"]
        check_options(f"{get.resource}.edit", options, SEND, ("carry",))
        return EditSession(self._client, get, update, path, carry=carry, **options)

    async def _find(self, method: str, arguments: tuple[object, ...], fields: Mapping[str, Any]) -> Any:
        """Find one or many records."""
        from daftra_async.lists import find

        op = self._ops["list"]
        names = [param.name for param in op.path_params if param.wire != "format"]
        given = _by_name(f"{op.resource}.{method}", names, arguments, fields)
        path = {name: given.pop(name) for name in names if name in given}
        options = {name: given.pop(name) for name in FIND & given.keys()}
        return await getattr(find, method)(self._client, op, path, given, **options)

    def _open_invoices(self, options: Mapping[str, Any], **asked: Any) -> Stream[Any]:
        """Prepare the lists of invoices that are not paid in full; arguments are checked now."""
        from daftra_async.lists.open_invoices import OpenInvoices

        op = self._ops["list"]
        check_options(f"{op.resource}.open", options, FIND, asked)
        return OpenInvoices(self._client, op, **asked, **options)

    async def _find_or_create(self, arguments: tuple[object, ...], fields: Mapping[str, Any]) -> Any:
        """Find a record or create it; the body follows the path arguments that are required."""
        from daftra_async.writes.find_or_create import find_or_create

        op, create = self._ops["list"], self._ops["create"]
        names = [param.name for param in op.path_params if param.wire != "format"]
        required = [param.name for param in op.path_params if param.required]
        given = _by_name(f"{op.resource}.find_or_create", [*required, "body"], arguments, fields)
        body, lock = given.pop("body", UNSET), given.pop("lock", None)
        path = {name: given.pop(name) for name in names if name in given}
        create_path = {name: path[name] for name in required if name in path}
        options = {name: given.pop(name) for name in FIND & given.keys()}
        return await find_or_create(self._client, op, create, path, create_path, body, given, lock=lock, **options)


def _by_name(method: str, names: Sequence[str], arguments: tuple[object, ...], given: Mapping[str, Any]) -> dict[str, Any]:
    """Return all arguments by name, as Python does for a plain signature.

    Raises:
        TypeError: too many are given by position, or one is given twice.
    """
    if len(arguments) > len(names):
        msg = f"{method}() takes {len(names)} positional arguments but {len(arguments)} were given"
        raise TypeError(msg)
    placed = dict(zip(names, arguments, strict=False))
    if twice := placed.keys() & given.keys():
        msg = f"{method}() got multiple values for argument {min(twice)!r}"
        raise TypeError(msg)
    return {**placed, **given}
