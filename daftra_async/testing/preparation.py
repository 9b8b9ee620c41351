"""Answers that were prepared for an operation."""

from __future__ import annotations

import copy
import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async import wire
from daftra_async._text import refuse
from daftra_async.errors import APIError, DaftraError
from daftra_async.lists.page import Page
from daftra_async.testing import values
from daftra_async.testing.calls import MockCall, UnpreparedCall

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    from daftra_async.operation import AnyOperation
    from daftra_async.testing.matching import Wanted

_PER_PAGE: Final = 20
"""Rows of a page when no size is asked for (documented)."""
Pages = list[list[Any] | BaseException]


@attrs.frozen
class _Returns:
    value: Any


@attrs.frozen
class _Pages:
    pages: Pages


@attrs.frozen
class _Raises:
    error: BaseException


@attrs.frozen
class _Calls:
    fn: Callable[[MockCall], Any]


_Step = _Returns | _Pages | _Raises | _Calls


class Preparation:
    """What calls of one operation are answered with; made by `MockDaftra.on`.

        mock.on("clients.create").raises(RateLimitedError(429)).returns(Created(id=7))

    Answers are given one after another, the last one again and again. A walk of a list takes one answer for all its pages.
    """

    def __init__(self, name: str, op: AnyOperation | None, wanted: Wanted | None, date_format: str | None = None) -> None:
        self.name = name
        self.wanted = wanted
        self.seen: list[MockCall] = []
        """The calls that came here, in order; for a list one for each page."""
        self._op = op
        self._date_format = date_format
        self._steps: list[_Step] = []
        self._at = -1

    def returns(self, value: Any) -> Self:
        """Answer with a value; each call gets its own copy.

        Args:
            value: What the method returns, or a mapping in wire names that is read as in production. For a list, all its records:
                they come in pages of the size that is asked for, 20 without one.

        Raises:
            ArgumentError: the operation returns nothing like it.
        """
        if self._op is not None:
            self._check(self._op, value)
        return self._add(_Returns(copy.deepcopy(value)))

    def returns_pages(self, *pages: Sequence[Any] | BaseException) -> Self:
        """Answer with these pages, whatever size of page is asked for.

        Args:
            pages: The records of each page, or an error that its fetch raises.

        Raises:
            ArgumentError: the operation is not a list, or a page holds something else.
        """
        if self._op is not None and self._op.pagination is None:
            refuse("pages", f"{self.name} is not a list", "returns() for what is answered once")
        if not pages:
            refuse("pages", "none was given", "one or more; an empty list has the page []")
        for at, page in enumerate(pages, 1):
            if self._op is not None and not isinstance(page, BaseException):
                with wire.dates(self._date_format):
                    values.rows(self._op, page, f"page {at}")
        return self._add(_Pages([page if isinstance(page, BaseException) else copy.deepcopy(list(page)) for page in pages]))

    def raises(self, error: BaseException | type[BaseException]) -> Self:
        """Answer with an error.

        Errors of this package are raised as copies that know the operation; `OutcomeUnknown.reconcile` looks into the list that
        the mock has.

        Raises:
            ArgumentError: this is not an exception, or a class that needs arguments.
        """
        try:
            made: object = error() if isinstance(error, type) else error
        except TypeError:
            made = None
        if not isinstance(made, BaseException):
            refuse("error", f"{error!r:.60} was given", "an exception such as NotFoundError(404)")
        return self._add(_Raises(made))

    def calls(self, fn: Callable[[MockCall], Any]) -> Self:
        """Answer with what a function returns, or raises.

        Args:
            fn: A function or coroutine function that gets the `MockCall`; what it returns is checked as by `returns`. For a list
                it is called for each page and returns all records.

        Raises:
            ArgumentError: it cannot be called.
        """
        if not callable(fn):
            refuse("fn", f"{type(fn).__name__} was given", "a function or coroutine function of one argument, a MockCall")
        return self._add(_Calls(fn))

    @property
    def unused(self) -> int:
        """Answers that were not used."""
        return len(self._steps) - self._at - 1 if self._steps else 1

    def __repr__(self) -> str:
        return f"<Preparation of {self}>"

    def __str__(self) -> str:
        return self.name if self.wanted is None else str(self.wanted)

    def _check(self, op: AnyOperation, value: object) -> None:
        with wire.dates(self._date_format):
            if op.pagination is not None:
                values.rows(op, value)
            else:
                values.answer_value(op, value)

    def _add(self, step: _Step) -> Self:
        self._steps.append(step)
        return self

    async def answer(self, call: MockCall) -> Any:
        """Answer a call that is not a page of a list."""
        value = await self._take(call, forward=True)
        if isinstance(value, _Pages):
            msg = f"{self} was prepared with the pages of a list, which paginate() walks: prepare request() with returns(...)"
            raise UnpreparedCall(msg)
        if self._op is None:
            return copy.deepcopy(value)
        with wire.dates(self._date_format):
            return values.answer_value(self._op, value)

    async def page(self, call: MockCall, number: int, op: AnyOperation | None = None) -> Page[Any]:
        """Answer with a page of a list; `op` is that of a list that is walked by its path."""
        op = self._op or op
        assert op is not None
        value = await self._take(call, forward=number == 1)
        if isinstance(value, _Pages):
            pages = value.pages
        else:
            with wire.dates(self._date_format):
                pages = _divided(values.rows(op, value), call)
        data = pages[number - 1] if number <= len(pages) else []
        if isinstance(data, BaseException):
            raise self._error(data)
        has_next = number < len(pages)
        with wire.dates(self._date_format):
            records = values.rows(op, data)
        return Page(
            data=records,
            page=number,
            page_count=len(pages),
            total_results=sum(len(page) for page in pages if isinstance(page, list)),
            has_next=has_next,
            next_page=number + 1 if has_next else None,
        )

    async def _take(self, call: MockCall, *, forward: bool) -> Any:
        self.seen.append(call)
        if not self._steps:
            msg = f"{self} was prepared without an answer: add returns(...), raises(...) or calls(...)"
            raise UnpreparedCall(msg)
        if forward or self._at < 0:
            self._at = min(self._at + 1, len(self._steps) - 1)
        match self._steps[self._at]:
            case _Returns(value):
                return value
            case _Raises(error):
                raise self._error(error)
            case _Calls(fn):
                made = fn(call)
                return await made if inspect.isawaitable(made) else made
            case pages:
                return pages

    def _error(self, error: BaseException) -> BaseException:
        """Return an error as this operation raises it; each time another object, since an error collects its tracebacks."""
        if not isinstance(error, DaftraError):
            return error
        made = copy.copy(error)
        if self._op is not None and getattr(made, "operation", "") is None:
            made.__dict__.update(operation=self._op.id, method=self._op.method, url=self._op.path.replace("{format}", ""))
            if isinstance(made, APIError):
                made.args = (APIError(**{name: getattr(made, name) for name in _SHOWN}).args[0],)
        return made


def _divided(records: list[Any], call: MockCall) -> Pages:
    """Divide the records of a list into pages of the size that is asked for."""
    size = next((call.arguments[name] for name in ("limit", "per_page") if name in call.arguments), _PER_PAGE)
    size = size if isinstance(size, int) else int(str(size))
    return [records[at : at + size] for at in range(0, len(records), size)] or [[]]


_SHOWN: Final = ("status", "code", "message", "validation_errors", "operation", "method", "url", "body")
