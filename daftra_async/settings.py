"""How a client behaves on the network."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final, Literal

import attrs

from daftra_async.errors import ArgumentError
from daftra_async.wire.date_titles import is_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    Validator = Callable[[Any, "attrs.Attribute[Any]", Any], None]

_MIB = 1024 * 1024
_SENDING: Final = 90.0
"""Seconds that the attempts of a call may take together by default."""
AUTO: Final = "auto"
"""The date format that the account says itself."""


def _refuse(field: attrs.Attribute[Any], value: object, allowed: str) -> None:
    msg = f"{field.name}: {value!r} was given; expected {allowed}"
    raise ArgumentError(msg, field.name)


def _seconds(*, zero: bool = False, none: bool = False, auto: bool = False) -> Validator:
    allowed = f"a number of seconds {'>= 0' if zero else '> 0'}{', or None' if none else ''}{', or auto' if auto else ''}"

    def validate(_: Any, field: attrs.Attribute[Any], value: object) -> None:
        if (value is None and none) or (value == "auto" and auto):
            return
        good = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        if not (good and (value > 0 or (zero and value == 0))):  # type: ignore[operator]  # `good` says it is a number
            _refuse(field, value, allowed)

    return validate


def _count(most: int) -> Validator:
    def validate(_: Any, field: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
            _refuse(field, value, f"a whole number from 1 to {most}")

    return validate


def _flag(_: Any, field: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, bool):
        _refuse(field, value, "True or False")


def _per_second(_: Any, field: attrs.Attribute[Any], value: object) -> None:
    good = isinstance(value, int | float) and not isinstance(value, bool) and 1e-3 <= value <= 1e6
    if value is not None and not good:
        _refuse(field, value, "a number of requests per second from 0.001 to 1000000, or None")


def _suffix(_: Any, field: attrs.Attribute[Any], value: object) -> None:
    if value not in {"", ".json"}:
        _refuse(field, value, "'' or '.json'")


def _header_text(_: Any, field: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, str) or not value.isascii() or (value and not value.isprintable()):
        _refuse(field, value, "printable ASCII text")


def _date_format(_: Any, field: attrs.Attribute[Any], value: object) -> None:
    if value not in (None, AUTO) and not (isinstance(value, str) and is_pattern(value)):
        _refuse(field, value, "'auto', None, or a strptime pattern with %d, %m (or %b, %B) and %Y (or %y)")


def _path(_: Any, field: attrs.Attribute[Any], value: object) -> None:
    good = isinstance(value, str) and value.isascii() and value.startswith("/") and not value.startswith("//")
    if not good or any(mark in str(value) for mark in ("..", "?", "#", "%", "\\", " ")) or not str(value).isprintable():
        _refuse(field, value, "a path below the account root such as '/v2/oauth/token'")


@attrs.frozen(kw_only=True)
class Settings:
    """Settings of a client; `attrs.evolve(settings, ...)` makes a changed copy.

    Raises:
        ArgumentError: a value is out of range.
    """

    timeout: float | None = attrs.field(default=60.0, validator=_seconds(none=True))
    """Seconds for one request that has a slot, from asking for a connection to the last byte of the answer. Default 60. Each
    retry has the same time again; see `deadline` for a limit on all of them. None waits for ever. Methods take `timeout=` for
    one call."""

    connect_timeout: float | None = attrs.field(default=10.0, validator=_seconds(none=True))
    """Seconds to get a connection: name look-up, TCP and TLS. Default 10. Nothing was sent yet, so even a create is retried."""

    read_timeout: float | None = attrs.field(default=None, validator=_seconds(none=True))
    """Seconds between two pieces of an answer. Default None: only `timeout` counts, since large lists are slow to start."""

    pool_timeout: float | None = attrs.field(default=None, validator=_seconds(none=True))
    """Seconds to wait for a free slot (`concurrency`) and a turn (`requests_per_second`). Default None: thousands of calls may
    queue behind a few slots. When it ends, nothing was sent, and the call fails at once."""

    max_attempts: int = attrs.field(default=4, validator=_count(100))
    """Requests for one call, the first included. Default 4; 1 means no retries. A replay after a token refresh counts."""

    backoff_base: float = attrs.field(default=0.5, validator=_seconds(zero=True))
    """Seconds of the first pause at most; it doubles each time, and the pause is a random part of it. Default 0.5."""

    backoff_cap: float = attrs.field(default=20.0, validator=_seconds(zero=True))
    """Seconds that a pause between attempts has at most. Default 20."""

    deadline: float | Literal["auto"] | None = attrs.field(default="auto", validator=_seconds(none=True, auto=True))
    """Seconds for one call with all its attempts, pauses and waiting for slots. Default "auto": the attempts of a call may take
    90 seconds together, or one and a half `timeout` if that is more; waiting for slots, pauses and `Retry-After` do not count.
    None is no limit: the attempts have a `timeout` each, and `pool_timeout` bounds each wait for a slot."""

    retry_after_cap: float = attrs.field(default=60.0, validator=_seconds(zero=True))
    """Seconds to wait at most when the server says `Retry-After`. Default 60; asked for more, the call fails at once and the
    error's `retry_after` says how long."""

    concurrency: int = attrs.field(default=8, validator=_count(1000))
    """Requests of a client that run at the same time. Default 8; others queue. One that waits for its retry is not counted.
    Clients of one account can share their limits: `DaftraClient(limiter=)`."""

    requests_per_second: float | None = attrs.field(default=None, validator=_per_second)
    """Requests that may begin per second, on average; retries count. Default None: no limit, since Daftra documents none."""

    burst: int = attrs.field(default=1, validator=_count(100_000))
    """Requests that may begin at once after a quiet time, with `requests_per_second`. Default 1: they are evenly spaced."""

    slow_down: bool = attrs.field(default=True, validator=_flag)
    """Whether an answer 429 halves the concurrency and the rate, for all clients that share the limiter. Default True."""

    recovery: int = attrs.field(default=10, validator=_count(1_000_000))
    """Answers in a row without a 429 after which one slot and a tenth of the rate are given back. Default 10."""

    max_body: int = attrs.field(default=64 * _MIB, validator=_count(2**40))
    """Bytes of an answer, decompressed. Default 64 MiB; a longer one is refused while it comes in."""

    max_error_body: int = attrs.field(default=_MIB, validator=_count(2**40))
    """Bytes read of an answer with a failure status. Default 1 MiB: error pages are for reading, not for filling the memory."""

    format_suffix: str = attrs.field(default="", validator=_suffix)
    """What v1 paths end in: "" (default) or ".json". Both are served; old installations may want the suffix."""

    token_path: str = attrs.field(default="/v2/oauth/token", validator=_path)
    """Path of the token endpoint, below the account root."""

    date_format: str | None = attrs.field(default=AUTO, validator=_date_format)
    """How the account writes dates: single invoices carry their date so, and some fields are written so. Default "auto": when
    the client first meets a date that can be read in two ways, such as 05/09/2026, or is to write one, it asks the account with
    two requests (`site_info.get` and `listing.get`), once. A `strptime` pattern such as "%d/%m/%Y" spares them. With None, or
    when the account does not tell, such a date is kept as sent and named in the record's issues, and dates are written day
    first."""

    user_agent: str = attrs.field(default="", validator=_header_text)
    """User-Agent header; "" (default) sends the name and version of this package."""

    @property
    def sending(self) -> float | None:
        """Seconds that the attempts of a call may take together, the waits between them left out; None for no such limit."""
        if self.deadline != "auto" or self.timeout is None:
            return None
        return max(_SENDING, 1.5 * self.timeout)
