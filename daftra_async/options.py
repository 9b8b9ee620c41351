"""Options that every call takes, written once.

Methods take them as `**options: Unpack[CallOptions]`; in a call they look like any other keyword argument:

    await daftra.invoices.get(2415, timeout=10)

Editors that understand `Unpack` (pyright and Pylance among them) show the names in signature help and completion, and type
checkers refuse misspelt ones. At run time an unknown name is a `TypeError` before anything is sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol, TypedDict

from daftra_async._suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class OnProgress(Protocol):
    """A callback for the progress of a read of many records; an error that it raises ends the read."""

    def __call__(self, done: int, total: int | None, /) -> object:
        """Take the progress so far.

        Args:
            done: Records that came so far.
            total: Records that will come, as far as the server has said; None while it has not.
        """
        ...


class SendOptions(TypedDict, total=False):
    """Options of calls that send several kinds of requests."""

    timeout: float | None
    """Seconds for each call with its retries, None for no limit. Left out, `Settings` decide."""
    extra_headers: Mapping[str, str] | None
    """Headers to add to each request."""


class CallOptions(SendOptions, total=False):
    """Options of every call."""

    extra_query: Mapping[str, object] | None
    """Query parameters that are not described, in wire names."""


class ListOptions(CallOptions, total=False):
    """Options of lists; `timeout` is for each page."""

    resume: str | None
    """Token of an earlier walk of the same list (`Page.token`, `Pager.token`): go on after its page."""


class CreateOptions(CallOptions, total=False):
    """Options of creates whose record has a field for the caller's own reference."""

    reference: str
    """Your own name for the new record, a new one for each create. `OutcomeUnknown.reconcile` finds the record by it."""


class UpdateOptions(CallOptions, total=False):
    """Options of updates that replace the stored record."""

    replace: bool
    """True to send a body without the number, dates or lines, which the record then loses. False by default."""


class FindOptions(SendOptions, total=False):
    """Options of look-ups."""

    concurrency: int
    """Pages fetched at a time, where several are needed (4 by default)."""


SEND: Final = frozenset(SendOptions.__annotations__)
CALL: Final = frozenset({*CallOptions.__annotations__, *SEND})
LIST: Final = frozenset({*ListOptions.__annotations__, *CALL})
CREATE: Final = frozenset({*CreateOptions.__annotations__, *CALL})
UPDATE: Final = frozenset({*UpdateOptions.__annotations__, *CALL})
FIND: Final = frozenset({*FindOptions.__annotations__, *SEND})
_PAGE_SIZE: Final = frozenset({"limit", "per_page", "page_size"})
"""Names by which people ask for the size of a page; each list takes one of them."""


def check_options(where: str, options: Mapping[str, Any], allowed: frozenset[str], arguments: Iterable[str] = ()) -> None:
    """Refuse unknown options.

    Args:
        where: The method as the user calls it, such as `invoices.list`.
        options: What was given.
        allowed: Names of the options that the method takes.
        arguments: Names of its other arguments, for the hint.

    Raises:
        TypeError: an option is unknown; the text names the nearest known one.
    """
    if options.keys() <= allowed:
        return
    name = next(name for name in options if name not in allowed)
    known = tuple(arguments)
    hint = _of_pages(name, known) or did_you_mean(name, (*known, *allowed))
    msg = f"{where}() got an unexpected keyword argument {name!r}{hint}"
    raise TypeError(msg)


def _of_pages(name: str, arguments: Iterable[str]) -> str | None:
    """Return the hint for a list whose page size has another name."""
    size = next((argument for argument in arguments if argument in _PAGE_SIZE), None)
    if name not in _PAGE_SIZE or size is None:
        return None
    return f"; {size!r} is the page size here, and '.limit(n)' ends the walk after n records"
