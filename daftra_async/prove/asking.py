"""Requests to the account, and their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NoReturn

import attrs

from daftra_async import wire
from daftra_async.catalogue import operation_of
from daftra_async.client import DaftraClient
from daftra_async.errors import APIError, AuthenticationError, OutcomeUnknown
from daftra_async.http.parameters import build_path
from daftra_async.lists.executor import executor_of
from daftra_async.operation import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.operation import AnyOperation

_JSON: Final = "application/json"


class CannotTell(Exception):  # named after what happened, like the errors of the package
    """The account cannot answer; the text says why."""


@attrs.frozen(kw_only=True)
class Seen:
    """An answer."""

    status: int
    body: Any = None
    """The JSON; None for a refusal, and for anything but JSON."""
    refused: tuple[str, ...] = ()
    """Fields that a refusal names."""
    date: str | None = None
    """The server's clock."""
    unknown: bool = False
    """The answer to a write was lost, or says nothing sure."""

    @property
    def ok(self) -> bool:
        """Whether it is a success."""
        return 200 <= self.status < 300 and self.body is not None


@attrs.define
class Asking:
    """Requests to the account, and how many they were."""

    client: DaftraClient
    writing: bool = False
    """Whether something may be changed."""
    requests: int = attrs.field(default=0, init=False)
    """Calls so far."""
    _known: bool = attrs.field(default=False, init=False)
    """The account took the credential once: some routes may still refuse it."""

    async def ask(
        self, op: AnyOperation | str, path: Mapping[str, object] | None = None, query: Mapping[str, object] | None = None
    ) -> Seen:
        """Ask a read operation, with parameters in wire names. Those that change something are never asked."""
        op = operation_of(op) if isinstance(op, str) else op
        assert op.method == "GET", op.id
        assert op.idempotent, f"{op.id} changes something"
        return await self._send("GET", self.path_of(op, path), query=query)

    async def page(
        self,
        op: AnyOperation | str,
        size: int,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, object] | None = None,
    ) -> Seen:
        """Ask a list for a page of some rows."""
        op = operation_of(op) if isinstance(op, str) else op
        return await self.ask(op, path, {size_name(op): size, **(query or {})})

    async def write(self, method: str, path: str, body: object = UNSET) -> Seen:
        """Send a request that changes something.

        Raises:
            RuntimeError: nothing may be written.
        """
        if not self.writing:
            msg = f"{method} {path}: nothing may be written"
            raise RuntimeError(msg)
        return await self._send(method, path, body)

    def path_of(self, op: AnyOperation | str, values: Mapping[str, object] | None = None) -> str:
        """Return the path of an operation."""
        op = operation_of(op) if isinstance(op, str) else op
        return build_path(op, values or {}, executor_of(self.client).settings.format_suffix)

    async def _send(self, method: str, path: str, body: object = UNSET, query: Mapping[str, object] | None = None) -> Seen:
        self.requests += 1
        try:
            answer = await self.client.request(method, path, query=query, json=body, raw=True)
        except OutcomeUnknown as unknown:
            return Seen(status=unknown.status or 0, unknown=True)
        except APIError as error:
            if isinstance(error, AuthenticationError) and not self._known:
                raise
            return Seen(status=error.status, refused=tuple(error.validation_errors))
        self._known = True
        return Seen(status=answer.status, body=_json(answer.body), date=answer.headers.get("date"))


def size_name(op: AnyOperation) -> str:
    """Return the parameter of a list that says how many rows a page has."""
    return "limit" if op.path.startswith("/api2") else "per_page"


def _json(body: bytes) -> Any:
    try:
        return wire.loads(body)
    except (ValueError, RecursionError):
        return None


def give_up(seen: Seen) -> NoReturn:
    """Give up on an answer that is no success.

    Raises:
        CannotTell: always.
    """
    if seen.unknown:
        msg = "the answer was lost"
    elif 200 <= seen.status < 300:
        msg = f"{seen.status}, and no JSON"
    else:
        msg = f"the account answers {seen.status}"
    raise CannotTell(msg)
