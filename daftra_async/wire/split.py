"""Pages of lists as the JSON of their records: the envelope is read, the records are not.

Envelopes with keys that lists usually have are read in one C call. Others are taken apart member by member; a row that holds more
than its record (relations beside it, another wrapper) is decoded, put together as the record path does it, and encoded again.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Final

import msgspec

from daftra_async.wire.asked import check_kind
from daftra_async.wire.error_body import failure_of
from daftra_async.wire.guards import WireMismatch
from daftra_async.wire.jsontext import dumps, loads
from daftra_async.wire.paging import open_page
from daftra_async.wire.wrappers import unwrap_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from daftra_async.operation import AnyOperation
    from daftra_async.wire.paging import ListAnswer

    Unwrap = Callable[[Any, int], dict[str, Any]]

HEAD: Final = {
    "v1-list": ("code", "result", "pagination"),
    "v2-list": (
        *("current_page", "last_page", "per_page", "total", "from", "to", "path", "links", "meta"),
        *("next_page_url", "prev_page_url", "first_page_url", "last_page_url", "code", "result", "pagination"),
    ),
}
"""Keys around the rows, for the kinds of lists that come by thousands."""

_members: Final = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_items: Final = msgspec.json.Decoder(list[msgspec.Raw]).decode
_REFUSED: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


def page_struct(kind: str, row: Any) -> type[msgspec.Struct]:
    """Return the struct of a page in the usual envelope of a kind, with rows of a type."""
    head = [(name, Any, msgspec.field(default=msgspec.UNSET)) for name in HEAD[kind]]
    return msgspec.defstruct("Page", [("data", list[row]), *head], kw_only=True, forbid_unknown_fields=True)


def wrapper_struct(key: str, record: Any) -> type[msgspec.Struct]:
    """Return the struct of a row that holds nothing but the record under its key, as `record`."""
    return msgspec.defstruct("Row", [("record", record, msgspec.field(name=key))], forbid_unknown_fields=True, gc=False)


def opened(op: AnyOperation, head: dict[str, Any]) -> ListAnswer | None:
    """Return the paging of an envelope without its rows; None for a failure and for what is no such list."""
    if failure_of(head) is not None:
        return None
    try:
        return open_page(op, head)
    except ValueError:
        return None


def head_of(op: AnyOperation, page: Any) -> dict[str, Any]:
    """Return the envelope of a page that was read as its struct, without the rows."""
    names = HEAD[op.response.kind]
    head = {name: value for name in names if (value := getattr(page, name)) is not msgspec.UNSET}
    head["data"] = []
    return head


class PageSplitter:
    """Splits the pages of one list.

    Args:
        op: The list.
        unwrap: Takes the record out of a row, given the row and its position, where the operation alone does not say how.
    """

    def __init__(self, op: AnyOperation, unwrap: Unwrap | None = None) -> None:
        self._op = op
        self._key = None if unwrap is not None else op.response.key
        self._unwrap: Unwrap = unwrap or functools.partial(unwrap_row, op)
        self._bare = unwrap is None and op.response.key is None and not op.response.also and not op.doubtful
        usual = op.response.kind in HEAD
        self._page = _decoder(page_struct(op.response.kind, msgspec.Raw)) if usual else None
        row = None if self._key is None else wrapper_struct(self._key, msgspec.Raw)
        self._row = None if row is None else _decoder(row)
        self._wrapped = _decoder(page_struct(op.response.kind, row)) if usual and row is not None else None
        self._kind = _decoder(_kind_struct(op)) if op.response.fixed else None

    def split(self, body: bytes) -> tuple[ListAnswer, list[bytes]] | None:
        """Return the paging of a page and the JSON of its records; None for anything else, and for one that cannot be split.

        Args:
            body: The body of an answer with a status of success.

        Raises:
            WireMismatch: a row holds no record, or one of another kind.
        """
        if not body.isascii():
            try:
                body.decode()  # the texts in the rows are not looked at otherwise
            except UnicodeDecodeError:
                return None
        found = self._at_once(body) or self._row_by_row(body)
        if found is None:
            return None
        answer, records = found
        if self._kind is not None:
            for record in records:
                self._check_kind(record)
        return answer, records

    def _at_once(self, body: bytes) -> tuple[ListAnswer, list[bytes]] | None:
        """Split a page whose rows hold nothing but the record under its key."""
        if self._wrapped is None:
            return None
        try:
            page = self._wrapped(body)
        except _REFUSED:
            return None
        records = [bytes(row.record) for row in page.data]
        answer = opened(self._op, head_of(self._op, page))
        return None if answer is None or not all(record[:1] == b"{" for record in records) else (answer, records)

    def _row_by_row(self, body: bytes) -> tuple[ListAnswer, list[bytes]] | None:
        found = self._usual(body) or self._by_members(body)
        return None if found is None else (found[0], [self._record(row, at) for at, row in enumerate(found[1])])

    def _usual(self, body: bytes) -> tuple[ListAnswer, Iterable[msgspec.Raw]] | None:
        if self._page is None:
            return None
        try:
            page = self._page(body)
        except _REFUSED:
            return None
        answer = opened(self._op, head_of(self._op, page))
        return None if answer is None else (answer, page.data)

    def _by_members(self, body: bytes) -> tuple[ListAnswer, Iterable[msgspec.Raw]] | None:
        """Split an envelope with keys of its own, or in another envelope."""
        try:
            members = _members(body)
            payload = _members(members["payload"]) if self._op.response.kind == "payload-list" else members
            rows = _rows(payload["data"])
            inside: dict[str, Any] = {**_decoded(payload), "data": []}
            head: dict[str, Any] = {**_decoded(members), "payload": inside} if payload is not members else inside
        except (*_REFUSED, KeyError, ValueError):
            return None
        answer = opened(self._op, head)
        return None if answer is None else (answer, rows)

    def _record(self, row: msgspec.Raw, at: int) -> bytes:
        text = bytes(row)
        if self._bare and text[:1] == b"{":
            return text
        if self._row is not None:
            try:
                inner = bytes(self._row(text).record)
            except msgspec.DecodeError:
                inner = b""
            if inner[:1] == b"{":
                return inner
        data = loads(text)
        record = self._unwrap(data, at)
        if record == data:
            return text
        if len(data) == 1 and record == next(iter(data.values())):
            return bytes(next(iter(_members(text).values())))
        return dumps(record, whole=True)

    def _check_kind(self, record: bytes) -> None:
        assert self._kind is not None
        held: Any = self._kind(record)
        wires = [*(wire for wire, _ in self._op.response.fixed), "id"]
        values = zip(wires, msgspec.structs.astuple(held), strict=True)
        check_kind(self._op, {wire: value for wire, value in values if value is not msgspec.UNSET})


def _decoder(cls: Any) -> Callable[[Any], Any]:
    return msgspec.json.Decoder(cls, strict=False).decode


def _kind_struct(op: AnyOperation) -> type[msgspec.Struct]:
    wires = [*(wire for wire, _ in op.response.fixed), "id"]
    fields = [(f"f{at}", Any, msgspec.field(name=wire, default=msgspec.UNSET)) for at, wire in enumerate(wires)]
    return msgspec.defstruct("Kind", fields)


def _rows(data: msgspec.Raw) -> Iterable[msgspec.Raw]:
    """Return the rows of a list, or of a map of positions."""
    try:
        return _items(data)
    except msgspec.ValidationError:
        rows = _members(data)
    if not all(key.isdigit() for key in rows):
        msg = "a map of something else"
        raise ValueError(msg)
    return rows.values()


def _decoded(members: Mapping[str, msgspec.Raw]) -> dict[str, Any]:
    return {key: loads(bytes(value)) for key, value in members.items() if key not in {"data", "payload"}}


__all__ = ["HEAD", "PageSplitter", "WireMismatch", "head_of", "opened", "page_struct", "wrapper_struct"]
