"""Lists that no operation describes: an operation is made of their path, and they are walked as all others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic, Literal, TypeVar

import attrs

from daftra_async import wire
from daftra_async._text import refuse, whole
from daftra_async.http import error_response
from daftra_async.http.nested_query import nested_query
from daftra_async.http.request import build_raw_request
from daftra_async.lists.page import page_of
from daftra_async.operation import UNSET, Operation, Response
from daftra_async.wire import envelopes
from daftra_async.wire.guards import shape
from daftra_async.wire.record import Record
from daftra_async.wire.wrappers import is_wrapper, unwrap_row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.http.error_response import Context
    from daftra_async.http.request import PreparedRequest
    from daftra_async.http.transport import Answer
    from daftra_async.lists.page import Page
    from daftra_async.operation import Pagination, ResponseKind, UnsetType

T_co = TypeVar("T_co", covariant=True)
ListStyle = Literal["v1", "v2"]

_STYLES: Final[dict[str, tuple[ResponseKind, Pagination]]] = {"v1": ("v1-list", "v1"), "v2": ("v2-list", "laravel")}
_ID: Final = "paginate"
"""What errors, events and tokens call the operation; the path stands beside it."""


@attrs.frozen
class PathList(Generic[T_co]):
    """A list by its path."""

    op: Operation[T_co]
    key: str | None
    """Key around the record of each row; None takes off the one that is there, if any."""
    model: type[Record] | None
    """What rows become; None leaves them dictionaries."""

    def request(
        self,
        query: Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
    ) -> PreparedRequest:
        """Write the request of a page."""
        return _request(self.op.path, query, timeout, extra_headers)

    def read(self, answer: Answer, context: Context, *, retry_after: float | None = None) -> Page[T_co]:
        """Return the page that an answer holds.

        Raises:
            APIError: the answer is a failure, or no page of such a list.
        """
        body = error_response.read(answer, context, retry_after=retry_after)
        try:
            opened = envelopes.open_list(self.op, body)
            return page_of(opened, self.records(opened.rows))
        except envelopes.WireMismatch as mismatch:
            raise error_response.unexpected(str(mismatch), answer, context) from mismatch

    def records(self, rows: list[Any]) -> list[Any]:
        """Make what the pager gives of the rows of a page.

        Raises:
            WireMismatch: a row does not have the key.
        """
        found = [self._record(row, at) for at, row in enumerate(rows)]
        return found if self.model is None else [wire.structure(self.model, row) for row in found]

    def unwrap(self, row: Any, at: int) -> dict[str, Any]:
        """Take the record out of a row of an answer.

        Raises:
            WireMismatch: the row does not have the key.
        """
        return self._record(unwrap_row(self.op, row, at), at)

    def _record(self, row: dict[str, Any], at: int) -> dict[str, Any]:
        if self.key is None:
            around = self.op.pagination == "v1" and is_wrapper(row)
            return dict(next(iter(row.values()))) if around else row
        if self.key not in row and "id" not in row:
            msg = f"expected {self.key!r} in row {at}, got {shape(row)}"
            raise envelopes.WireMismatch(msg)
        return unwrap_row(attrs.evolve(self.op, response=Response(kind=self.op.response.kind, key=self.key)), row, at)


def path_list(path: str, key: object, style: object, model: object) -> PathList[Any]:
    """Check what is known of a list, and describe it.

    Raises:
        ArgumentError: an argument is refused.
    """
    if not isinstance(style, str) or style not in _STYLES:
        refuse("style", f"{style!r:.60} was given", "'v1' for paths below /api2, 'v2' for those below /v2")
    if key is not None and (not isinstance(key, str) or not key):
        refuse("key", f"{key!r:.60} was given", "the key around each row, such as 'Invoice', or None")
    if model is not None and not (isinstance(model, type) and issubclass(model, Record)):
        refuse("model", f"{model!r:.60} was given", "a record class such as Invoice, or None for dictionaries")
    kind, pagination = _STYLES[style]
    op: Operation[Any] = Operation(
        id=_ID,
        title="A list that no operation describes",
        method="GET",
        path=_request(path, {}, UNSET, None).path,
        response=Response(kind=kind),
        pagination=pagination,
        idempotent=True,
        entity="",
    )
    return PathList(op, key, model)


def asked_of(query: Mapping[str, object] | None, page: int | None) -> dict[str, object]:
    """Return the query of a walk that begins at a page.

    Raises:
        ArgumentError: the query cannot be sent or names the page, or the page is not a whole number from 1.
    """
    nested_query(query)  # refuses what cannot be sent
    asked = dict(query or {})
    if "page" in asked:
        refuse("query", "'page' was given", "the argument page=, where the walk begins; it counts on by itself")
    return asked if page is None else {**asked, "page": whole("page", page)}


def _request(
    path: str, query: Mapping[str, object], timeout: float | UnsetType | None, extra_headers: Mapping[str, str] | None
) -> PreparedRequest:
    made = build_raw_request("GET", path, query, UNSET, idempotent=True, timeout=timeout, extra_headers=extra_headers)
    return attrs.evolve(made, operation=_ID)
