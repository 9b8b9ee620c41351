"""Requests of the client as data: made of operations and arguments before anything is sent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import quote, unquote, urlencode

import attrs

from daftra_async import wire
from daftra_async._text import has_control, refuse
from daftra_async.errors import ArgumentError
from daftra_async.http import parameters
from daftra_async.http.headers import check_headers
from daftra_async.http.nested_query import nested_query
from daftra_async.operation import UNSET, UnsetType
from daftra_async.redaction.shown import SecretBytes, safe_url
from daftra_async.settings import Settings
from daftra_async.wire import envelopes

if TYPE_CHECKING:
    from daftra_async.operation import AnyOperation

JSON: Final = "application/json"
FORM: Final = "application/x-www-form-urlencoded"
_METHODS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE")
_LONGEST_NUMBER: Final = 9
_IDEMPOTENT: Final = frozenset({"GET", "PUT", "DELETE"})


@attrs.frozen(kw_only=True)
class PreparedRequest:
    """One request, however often it is sent."""

    operation: str | None
    method: str
    path: str
    """Percent-encoded, below the account root."""
    query: list[tuple[str, str]] = attrs.field(factory=list[tuple[str, str]], repr=False)
    body: bytes | None = attrs.field(default=None, repr=False, converter=attrs.converters.optional(SecretBytes))
    content_type: str = JSON
    headers: Mapping[str, str] = attrs.field(factory=dict[str, str], repr=False)
    idempotent: bool
    changes: bool
    """It may change something, so a lost answer matters."""
    authenticated: bool = True
    queued: bool = True
    """It waits for a slot. A token request does not: the calls that wait for the token hold the slots."""
    names_record: bool = False
    """It names one record of the generic v2 routes, which answer 400 for a missing one."""
    raw: bool = False
    """Any content is an answer: a page of HTML is not a failure, and an empty answer is one too."""
    timeout: float | UnsetType | None = UNSET
    """Seconds for the call with all its attempts; UNSET takes what the settings say, None is no limit."""

    @cached_property
    def url(self) -> str:
        """Path and harmless query parameters, for people."""
        return safe_url(self.path, self.query)


def build_request(
    op: AnyOperation,
    path: Mapping[str, object],
    query: Mapping[str, object],
    body: object,
    *,
    suffix: str,
    reference: str | UnsetType = UNSET,
    timeout: float | UnsetType | None,
    extra_query: Mapping[str, object] | None,
    extra_headers: Mapping[str, str] | None,
) -> PreparedRequest:
    """Check the arguments of an operation and write its request.

    Raises:
        ArgumentError: an argument is missing or refused.
    """
    content: bytes | None = None
    form = op.request is not None and op.request.kind == "form"
    if op.request is not None:
        if body is UNSET:
            refuse("body", "it is missing", f"{op.request.model} or a mapping in wire names")
        written = envelopes.write_body(op, cast("Any", body), parameters.body_identity(op, path))
        if not isinstance(reference, UnsetType):
            place_reference(op, written, reference)
        content = urlencode(written).encode() if form else _dump(written)
    return PreparedRequest(
        operation=op.id,
        method=op.method,
        path=parameters.build_path(op, path, suffix),
        query=parameters.build_query(op, query, extra_query),
        body=content,
        content_type=FORM if form else JSON,
        headers=check_headers(extra_headers),
        idempotent=op.idempotent,
        changes=op.response.kind != "multi-entity" and (op.method != "GET" or not op.idempotent),  # those are reads by POST
        authenticated=op.authenticated,
        names_record=op.path.startswith("/v2/api/entity") and any(param.wire == "id" for param in op.positional),
        timeout=_timeout(timeout),
    )


def place_reference(op: AnyOperation, written: dict[str, Any], reference: object) -> None:
    """Write the caller's reference into the body.

    Raises:
        ArgumentError: the reference is refused, or the body says something else.
    """
    declared = op.reference
    if declared is None:
        refuse("reference", f"{op.id} has no field for it", "an operation that takes one")
    if not isinstance(reference, str) or not reference.strip() or has_control(reference) or len(reference) > declared.longest:
        refuse("reference", f"{reference!r:.60} was given", f"text of 1 to {declared.longest} characters in one line")
    if declared.number and not (reference.isascii() and reference.isdigit() and len(reference) <= _LONGEST_NUMBER):
        refuse("reference", f"{reference!r:.60} was given", f"digits, since {declared.field} is a whole number")
    record: dict[str, Any] = written[op.request.key] if op.request is not None and op.request.key is not None else written
    value = int(reference) if declared.number else reference
    if record.get(declared.field) not in (None, value, reference):  # it may be no hashable value
        refuse("reference", f"the body sets {declared.field} to something else", f"the same value, or {declared.field} left out")
    record[declared.field] = value


def build_raw_request(
    method: str,
    path: str,
    query: Mapping[str, object] | None,
    json: object,
    *,
    idempotent: bool | None,
    timeout: float | UnsetType | None,
    extra_headers: Mapping[str, str] | None,
    raw: bool = False,
) -> PreparedRequest:
    """Check the parts of a request that no operation describes and write it; with `raw`, any content is an answer.

    Raises:
        ArgumentError: a part is refused.
    """
    method = method.upper()
    if method not in _METHODS:
        refuse("method", f"{method!r:.60} was given", ", ".join(_METHODS))
    again = method in _IDEMPOTENT if idempotent is None else idempotent
    headers = check_headers(extra_headers)
    if raw and not any(name.lower() == "accept" for name in headers):
        headers["Accept"] = "*/*"
    return PreparedRequest(
        operation=None,
        method=method,
        path=_free_path(path),
        query=nested_query(query),
        body=None if json is UNSET else _dump(json),
        headers=headers,
        idempotent=again,
        changes=method != "GET" or not again,
        raw=raw,
        timeout=_timeout(timeout),
    )


def _timeout(value: float | UnsetType | None) -> float | UnsetType | None:
    if not isinstance(value, UnsetType):
        Settings(timeout=value)  # has the rule and the words for it
    return value


def _dump(value: object) -> bytes:
    try:
        return wire.dumps(value, whole=True)
    except (TypeError, ValueError, RecursionError) as error:
        msg = f"body: it cannot be written as JSON ({error}); expected plain values, Decimal and what unstructure() returns"
        raise ArgumentError(msg, "body") from error


def _free_path(path: str) -> str:
    """Check a path of the user's own and percent-encode what needs it."""
    allowed = "a path below the account such as '/api2/site_info'; parameters go to query="
    bad = "://" in path or path.startswith("//") or any(mark in path for mark in "?#\\") or has_control(path)
    segments = path.removeprefix("/").split("/")
    for segment in segments:
        plain = unquote(unquote(segment))
        bad = bad or plain in {"", ".", ".."} or "/" in plain or "\\" in plain or has_control(plain)
    if bad:
        # A query or a user name may hold a secret.
        shown = "the text" if "@" in path else ascii(re.split("[?#]", path, maxsplit=1)[0])[:60]
        refuse("path", f"{shown} was given", allowed)
    return "/" + "/".join(quote(segment, safe="%:@!$&'()*+,;=~") for segment in segments)
