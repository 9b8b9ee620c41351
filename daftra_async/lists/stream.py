"""Streams of records: select, change and group what a list gives, record by record.

    big = daftra.invoices.list(limit=500).prefetch(8).filter(lambda invoice: (invoice.summary_total or 0) > 1000)
    async for some in big.to_dicts().chunk(100): ...
    first = await big.limit(10).collect()

A stream is a plan: nothing is sent before it is iterated, each iteration starts over, and each step takes one record after the
other from the step before it. An iteration that is left with `break` ends its requests as soon as the event loop has a turn;
`async with` waits for that:

    async with big as records:
        async for record in records: ...
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Coroutine
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, overload

from daftra_async import wire
from daftra_async._text import refuse, whole
from daftra_async.errors import DaftraError
from daftra_async.lists.async_only import AsyncRecords
from daftra_async.wire.native import to_native
from daftra_async.wire.record import Record

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable
    from types import TracebackType
    from typing import Self

    from daftra_async.lists.prefetch import Prefetcher
    from daftra_async.options import OnProgress

T = TypeVar("T")
U = TypeVar("U")
T_co = TypeVar("T_co", covariant=True)


class Stream(AsyncRecords, ABC, Generic[T_co]):
    """Records in order, or what was made of them; iterating it fetches them."""

    __slots__ = ("_walks",)

    def __init__(self, walks: set[Prefetcher[Any]]) -> None:
        self._walks = walks

    @abstractmethod
    def _open(self, enough: int | None) -> AsyncGenerator[T_co, None]:
        """Begin an iteration; `enough` is how many items will be taken at most, None when nobody knows."""

    def __aiter__(self) -> AsyncIterator[T_co]:
        return self._open(None)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """End every iteration of this list and of what was made of it, and wait until no request of them runs.

        `async with` calls it. Iterating afterwards starts over.
        """
        while self._walks:
            await next(iter(self._walks)).aclose()

    def limit(self, n: int) -> Stream[T_co]:
        """Stop after `n` records; pages beyond those that hold them are not fetched.

        Not to be confused with the argument `limit=` of a list, which is the size of its pages.

        Raises:
            ArgumentError: `n` is not a whole number from 0.
        """
        return _Step(self, _limited, whole("n", n, 0))

    def chunk(self, n: int) -> Stream[list[T_co]]:
        """Group the records into lists of `n`; the last one may be shorter, also before an error: what came is not lost.

        Raises:
            ArgumentError: `n` is not a whole number from 1.
        """
        return _Step(self, _chunked, whole("n", n))

    def filter(self, fn: Callable[[T_co], object]) -> Stream[T_co]:
        """Keep the records for which `fn` returns a true value.

        Args:
            fn: A function or coroutine function, called for one record after the other. It sees what came: where the list itself
                has such a filter, its arguments save requests.

        Raises:
            ArgumentError: `fn` cannot be called.
        """
        return _Step(self, _filtered, _callable(fn))

    @overload
    def map(self, fn: Callable[[T_co], Coroutine[Any, Any, U]]) -> Stream[U]: ...

    @overload
    def map(self, fn: Callable[[T_co], U]) -> Stream[U]: ...

    def map(self, fn: Callable[[T_co], Any]) -> Stream[Any]:
        """Replace each record by what `fn` returns for it.

        Args:
            fn: A function or coroutine function, called for one record after the other.

        Raises:
            ArgumentError: `fn` cannot be called.
        """
        return _Step(self, _mapped, _callable(fn))

    def to_dicts(self, *, native: bool = False) -> Stream[dict[str, Any]]:
        """Replace each record by a dictionary in wire names.

        Args:
            native: Whether values stay as the attributes hold them (`Decimal`, dates, enumerations). Otherwise they are ready for
                JSON, as `unstructure` writes them.
        """
        return self.map(_to_native if native else _to_dict)

    async def collect(self, *, on_progress: OnProgress | None = None) -> list[T_co]:
        """Return everything in a list.

        Args:
            on_progress: Called after each record, or group of `chunk`, with how many came; how many will is not known.
        """
        found: list[T_co] = []
        async with aclosing(self._open(None)) as items:
            async for item in items:
                found.append(item)
                if on_progress is not None:
                    on_progress(len(found), None)
        return found


class _Step(Stream[U], Generic[T, U]):
    """A stream made of another one."""

    __slots__ = ("_argument", "_before", "_work")

    def __init__(
        self, before: Stream[T], work: Callable[[Stream[T], Any, int | None], AsyncGenerator[U, None]], argument: object
    ) -> None:
        super().__init__(before._walks)  # noqa: SLF001  # of the same list
        self._before = before
        self._work = work
        self._argument = argument

    def _open(self, enough: int | None) -> AsyncGenerator[U, None]:
        return self._work(self._before, self._argument, enough)

    def __repr__(self) -> str:
        return f"<{self._work.__name__.lstrip('_')} {self._before!r}>"


async def _limited(before: Stream[T], n: int, enough: int | None) -> AsyncGenerator[T, None]:
    left = n if enough is None else min(n, enough)
    if not left:
        return
    async with aclosing(_begin(before, left)) as items:
        async for item in items:
            left -= 1
            if not left:
                break
            yield item
        else:
            return
    # By now nothing is fetched any more, however long the last one is worked on.
    yield item


async def _chunked(before: Stream[T], n: int, enough: int | None) -> AsyncGenerator[list[T], None]:
    chunk: list[T] = []
    failure: DaftraError | None = None
    async with aclosing(_begin(before, None if enough is None else enough * n)) as items:
        try:
            async for item in items:
                chunk.append(item)
                if len(chunk) == n:
                    yield chunk
                    chunk = []
        except DaftraError as error:
            failure = error
    if chunk:
        yield chunk
    if failure is not None:
        raise failure


async def _filtered(before: Stream[T], fn: Callable[[T], object], _: int | None) -> AsyncGenerator[T, None]:
    async with aclosing(_begin(before, None)) as items:
        async for item in items:
            wanted = fn(item)
            if isinstance(wanted, Awaitable):
                wanted = await cast("Awaitable[object]", wanted)
            if wanted:
                yield item


async def _mapped(before: Stream[T], fn: Callable[[T], Any], enough: int | None) -> AsyncGenerator[Any, None]:
    async with aclosing(_begin(before, enough)) as items:
        async for item in items:
            made = fn(item)
            # Only what a coroutine function gives is awaited: a pager can be, too, and is what a function may be asked for.
            yield await made if isinstance(made, Coroutine) else made


def _begin(stream: Stream[T], enough: int | None) -> AsyncGenerator[T, None]:
    return stream._open(enough)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # the steps are half of the class


def _to_dict(record: object) -> dict[str, Any]:
    data: Any = wire.unstructure(record)
    if not isinstance(data, dict):
        msg = f"to_dicts() takes records, and {type(record).__name__} is none"
        raise TypeError(msg)
    return cast("dict[str, Any]", data)


def _to_native(record: object) -> dict[str, Any]:
    if isinstance(record, Record):
        return to_native(record)
    return _to_dict(record)


def _callable(fn: Callable[..., Any]) -> Callable[..., Any]:
    if not callable(fn):
        refuse("fn", f"{type(fn).__name__} was given", "a function or coroutine function of one argument")
    return fn
