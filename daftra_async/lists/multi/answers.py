"""The answers of one request to several reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, overload

from daftra_async import wire
from daftra_async.errors import APIError, NotFoundError, UnexpectedResponseError
from daftra_async.lists.multi.queries import List
from daftra_async.lists.page import page_of
from daftra_async.operation import Operation, Response
from daftra_async.wire import envelopes
from daftra_async.wire.asked import check_record
from daftra_async.wire.error_body import describe, failure_of
from daftra_async.wire.guards import WireMismatch, is_map, shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from daftra_async.lists.multi.queries import AnyQuery, R, Show
    from daftra_async.lists.page import Page

FETCH: Final = "multi_entity.fetch"
_ROUTE: Final = "/v2/api/multi-entity"
_SHOW: Final = Operation[Any](
    id=FETCH,
    title="",
    method="POST",
    path=_ROUTE,
    response=Response(kind="v2-single", identity="id"),
    idempotent=True,
    entity="",
)


class Answers:
    """The answers of one request, by read or by alias.

    A record that is missing, and a read that failed by itself, raise when they are asked for: the others are there.
    """

    __slots__ = ("_found", "_names", "raw")

    def __init__(self, names: Mapping[AnyQuery, str], raw: Mapping[str, Any]) -> None:
        self._names = dict(names)
        self.raw = raw
        """The answer as it was sent."""
        self._found: dict[str, Any] = {}
        for query, name in names.items():
            try:
                self._found[name] = _read(query, name, raw)
            except APIError as error:
                self._found[name] = error

    @overload
    def __getitem__(self, query: Show[R]) -> R: ...
    @overload
    def __getitem__(self, query: List[R]) -> Page[R]: ...
    @overload
    def __getitem__(self, query: str) -> Any: ...
    def __getitem__(self, query: AnyQuery | str) -> Any:
        """Return the record or the page of a read.

        Raises:
            KeyError: there was no such read.
            NotFoundError: there is no such record.
            APIError: this read failed.
        """
        found = self._found[query if isinstance(query, str) else self._names[query]]
        if isinstance(found, APIError):
            raise found
        return found

    @overload
    def get(self, query: Show[R]) -> R | None: ...
    @overload
    def get(self, query: List[R]) -> Page[R] | None: ...
    @overload
    def get(self, query: str) -> Any: ...
    def get(self, query: AnyQuery | str) -> Any:
        """Return the record or the page of a read, None for a record that is missing.

        Raises:
            KeyError: there was no such read.
            APIError: this read failed otherwise.
        """
        try:
            return self[query]
        except NotFoundError:
            return None

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def _repr_html_(self) -> str:
        """Return what a notebook shows: each answer as it would be shown by itself."""
        from daftra_async.wire.notebook import rows_html  # noqa: PLC0415  # notebooks alone need it

        shown: list[str] = []
        for name, found in self._found.items():
            own = getattr(found, "_repr_html_", lambda: None)()
            shown.append(own or rows_html((name,), [(type(found).__name__,)], name))
        return "".join(shown)

    def __repr__(self) -> str:
        return f"<Answers {', '.join(self)}>"


def _read(query: AnyQuery, name: str, raw: Mapping[str, Any]) -> Any:
    """Read one of the answers.

    Raises:
        NotFoundError: there is no such record: the server answers nothing, an empty map, or a message in its place.
        UnexpectedResponseError: the answer is missing, a failure, or none of such a read.
    """
    if name not in raw:
        raise _error(UnexpectedResponseError, f"the answer has nothing under {name!r}")
    answer = raw[name]
    if isinstance(query, List):
        return _page(query, name, answer)
    if not answer or (is_map(answer) and set(answer) == {"message"}):
        raise _error(NotFoundError, f"there is no {query.key} {query.id}")
    failure = failure_of(answer)
    if failure is not None:
        kind = NotFoundError if failure.code == 404 else UnexpectedResponseError
        raise _error(kind, f"{name!r} failed: {describe(answer).message or failure.code}")
    if not is_map(answer):
        raise _error(UnexpectedResponseError, f"expected a record under {name!r}, got {shape(answer)}")
    try:
        check_record(_SHOW, answer, query.id)
    except WireMismatch as mismatch:
        raise _error(UnexpectedResponseError, f"{name!r}: {mismatch}") from mismatch
    return wire.structure(query.model, answer)


def _page(query: List[Any], name: str, answer: Any) -> Page[Any]:
    opening = Operation[Any](
        id=FETCH,
        title="",
        method="POST",
        path=_ROUTE,
        response=Response(kind="v2-list"),
        idempotent=True,
        entity=query.key,
        doubtful="lists are described in prose only",
    )
    try:
        opened = envelopes.open_list(opening, answer)
    except WireMismatch as mismatch:
        raise _error(UnexpectedResponseError, f"{name!r}: {mismatch}") from mismatch
    return page_of(opened, [wire.structure(query.model, row) for row in opened.rows])


def _error(kind: type[APIError], message: str) -> APIError:
    return kind(200, None, message, operation=FETCH, method="POST", url=_ROUTE)
