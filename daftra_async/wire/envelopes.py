"""Answers out of their envelopes, one function a kind; lists are opened in `paging`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from daftra_async.operation import Ack, Created
from daftra_async.wire import hints
from daftra_async.wire.bodies import write_body
from daftra_async.wire.by_shape import AROUND, contents, record_in, rows_in
from daftra_async.wire.converter import structure
from daftra_async.wire.error_body import failure_of
from daftra_async.wire.guards import WireMismatch, is_list, is_map, shape
from daftra_async.wire.paging import ListAnswer, open_page
from daftra_async.wire.scalars import to_int, to_text
from daftra_async.wire.wrappers import unwrap_single

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async.operation import AnyOperation

__all__ = ["ListAnswer", "WireMismatch", "open_answer", "open_list", "write_body"]

_SINGLES: Final = frozenset({"v1-single", "v2-single", "payload-single", "bare"})


def open_list(op: AnyOperation, body: Any) -> ListAnswer:
    """Open one page of a list.

    Args:
        op: an operation with a list answer.
        body: the decoded JSON.

    Raises:
        WireMismatch: the body is a failure or no such list.
    """
    _refuse_failure(body)
    return open_page(op, body)


def open_answer(op: AnyOperation, body: Any) -> Any:
    """Open an answer that is not a list: a record, `Created`, `Ack`, a list of results, or JSON as it is.

    Raises:
        WireMismatch: the body is a failure, names no record, or is not what the operation answers with.
    """
    _refuse_failure(body)
    kind = _KINDS.get(op.response.kind)
    if kind is None:
        msg = f"{op.id} answers {op.response.kind}, which is opened page by page"
        raise WireMismatch(msg)
    if op.doubtful and op.response.kind in _SINGLES:
        record = record_in(op, body)
        if record is not None:
            return _record(op, record)
    return kind(op, body)


def _refuse_failure(body: Any) -> None:
    failure = failure_of(body)
    if failure is not None:
        msg = f"the server reports a failure: {failure.message or failure.code or 'without a reason'}"
        raise WireMismatch(msg)


def _record(op: AnyOperation, members: Mapping[str, Any]) -> Any:
    name = op.response.model
    return dict(members) if name is None else structure(hints.model(name), members)


def _v1_single(op: AnyOperation, body: Any) -> Any:
    return _record(op, unwrap_single(op, _object(body, "data")["data"]))


def _v2_single(op: AnyOperation, body: Any) -> Any:
    members = _object(body)
    if "id" not in members and members.keys() <= AROUND:
        msg = f"expected a record, got {shape(body)}"
        raise WireMismatch(msg)
    return _record(op, members)


def _payload_single(op: AnyOperation, body: Any) -> Any:
    data = _object(_object(body, "payload")["payload"], "data")["data"]
    return _record(op, _object(data))


def _bare(op: AnyOperation, body: Any) -> Any:
    return _record(op, _object(body))


def _created(op: AnyOperation, body: Any) -> Created:
    members = _object(body)
    named = _naming(op, members)
    if "id" not in named:
        msg = f"nothing was created: expected an id, got {shape(body)}"
        raise WireMismatch(msg)
    number = _id(named["id"])
    if number is None:
        msg = "nothing was created: the id is empty"
        raise WireMismatch(msg)
    return Created(id=number, code=_code(members), message=_message(members), body=members)


def _naming(op: AnyOperation, members: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the object that names the written record: the answer itself, or the record in it."""
    return members if "id" in members else record_in(op, members) or {}


def _ack(op: AnyOperation, body: Any) -> Ack:
    if op.doubtful and not is_map(body):
        # Nobody knows what it looks like; a success that is not a failure is one.
        return Ack(body={"data": body})
    members = _object(body, empty=bool(op.doubtful))
    if not op.doubtful and not members.keys() & {"code", "id", "message", "result"}:
        msg = f"expected an acknowledgement, got {shape(body)}"
        raise WireMismatch(msg)
    if "id" in members and members["id"] is None:
        # Success with an id of null is how the server says that it did nothing (seen on live accounts).
        msg = "nothing was done: the id is null"
        raise WireMismatch(msg)
    return Ack(id=_id(_naming(op, members).get("id")), code=_code(members), message=_message(members), body=members)


def _listing(op: AnyOperation, body: Any) -> dict[str, Any]:
    if op.doubtful and is_map(body):
        body = {
            "data": {"Listing": next((inside["Listing"] for inside in contents(body) if "Listing" in inside), body.get("data"))}
        }
    listing = _object(_object(body, "data")["data"], "Listing", empty=True)["Listing"]
    if is_list(listing):  # PHP writes an empty map as [], and one keyed from 0 as a list
        return {str(at): _title(title) for at, title in enumerate(listing)}
    return {str(key): _title(title) for key, title in _object(listing, empty=True).items()}


def _title(title: Any) -> Any:
    text, ok = to_text(title)
    return text if ok else title


def _bulk(op: AnyOperation, body: Any) -> list[Any]:
    if op.doubtful and not is_list(body):
        body = _results(body)
    if not is_list(body):
        msg = f"expected a list of results, got {shape(body)}"
        raise WireMismatch(msg)
    return [_record(op, _object(result)) for result in body]


def _results(body: Any) -> Any:
    """Return the results in an answer that is not a list of them: in an envelope, as a map of positions, or the only one."""
    rows = rows_in(body)
    if rows is not None or not is_map(body) or not body:
        return rows
    members = contents(body)[-1]
    positions = [str(at) for at in range(len(members))]
    return list(members.values()) if [*members] == positions else [members]


def _multi(op: AnyOperation, body: Any) -> dict[str, Any]:
    members = _object(body)
    if op.doubtful and members.keys() <= AROUND and is_map(members.get("data")):
        members = members["data"]
    for alias, answer in members.items():
        if answer is not None and not isinstance(answer, (Mapping, list)):
            msg = f"expected an object or a list under {alias}, got {shape(answer)}"
            raise WireMismatch(msg)
    return dict(members)


def _raw(_: AnyOperation, body: Any) -> Any:
    return body


_KINDS: Final[dict[str, Callable[[AnyOperation, Any], Any]]] = {
    "v1-single": _v1_single,
    "v1-created": _created,
    "v1-ack": _ack,
    "v1-listing": _listing,
    "v2-single": _v2_single,
    "v2-created": _created,
    "v2-ack": _ack,
    "payload-single": _payload_single,
    "bulk-array": _bulk,
    "multi-entity": _multi,
    "bare": _bare,
    "raw": _raw,
}


def _object(body: Any, *keys: str, empty: bool = False) -> Mapping[str, Any]:
    """Check that a body is an object with these keys, and not an empty one."""
    if not is_map(body) or not (body or empty) or not all(key in body for key in keys):
        msg = f"expected an object{' with ' + ' and '.join(keys) if keys else ''}, got {shape(body)}"
        raise WireMismatch(msg)
    return body


def _id(value: Any) -> int | str | None:
    number, ok = to_int(value)
    if ok:
        return number or None
    return value.strip() if isinstance(value, str) else None


def _code(members: Mapping[str, Any]) -> int | None:
    code, ok = to_int(members.get("code"))
    return code if ok else None


def _message(members: Mapping[str, Any]) -> str | None:
    message = members.get("message")
    return message if isinstance(message, str) else None
