"""One page of a list, and where it was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NoReturn, SupportsIndex, TypeVar, overload

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Self

    from daftra_async.wire.paging import ListAnswer

T_co = TypeVar("T_co", covariant=True)


@attrs.frozen(kw_only=True)
class Page(Generic[T_co]):
    """One page of a list; iterating it gives its records, `page[0]` and `page[:5]` some of them."""

    data: list[T_co]  # pyright: ignore[reportGeneralTypeIssues]  # pages are only read
    page: int
    """Number of this page, from 1."""
    page_count: int | None
    """Pages of the list, where the server says so."""
    total_results: int | None
    """Records of the list, where the server says so."""
    has_next: bool
    next_page: int | None
    """Number of the next page as the server names it; only shown, the walk counts by itself."""
    token: str | None = attrs.field(default=None, eq=False, repr=False)
    """Where to go on after this page: `list(..., resume=token)`. The token of the last page says that nothing is left."""

    def __iter__(self) -> Iterator[T_co]:
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)

    if not TYPE_CHECKING:  # which says so itself

        def __aiter__(self) -> NoReturn:
            msg = "this is one page: a plain 'for' walks it; for all records leave 'await' out: 'async for record in pager'"
            raise TypeError(msg)

    @overload
    def __getitem__(self, place: SupportsIndex) -> T_co: ...

    @overload
    def __getitem__(self, place: slice) -> list[T_co]: ...

    def __getitem__(self, place: SupportsIndex | slice) -> T_co | list[T_co]:
        return self.data[place]

    def _repr_html_(self) -> str | None:
        """Return what a notebook shows: the records as a table."""
        from daftra_async.wire.notebook import records_html  # noqa: PLC0415  # notebooks alone need it

        pages = "" if self.page_count is None else f" of {self.page_count:,}"
        total = "" if self.total_results is None else f" of {self.total_results:,}"
        return records_html(self.data, f"page {self.page}{pages}, {len(self.data)}{total} records")

    def take(self, places: Sequence[int]) -> Self:
        """Return the page with some of its records, given their positions."""
        return attrs.evolve(self, data=[self.data[place] for place in places])


@attrs.frozen(kw_only=True)
class Source:
    """What the pages of a list are asked from."""

    operation: str | None = None
    """Operation id such as `clients.list`."""
    url: str = ""
    """Path and harmless query parameters."""
    arguments: str = ""
    """Arguments of the list for people, masked as in URLs: `client_id=***, limit=20`."""
    size: int | None = None
    """Rows of a page that were asked for; the server may send fewer."""


@attrs.frozen(kw_only=True)
class RawPage(Page[bytes]):
    """One page of a list as it was sent; iterating it gives the JSON of its records."""

    @property
    def records(self) -> Sequence[bytes]:
        """The JSON of each record, out of its wrapper; the same as `data`."""
        return self.data


def page_of(answer: ListAnswer, records: list[Any]) -> Page[Any]:
    """Return the page of an answer, with the records that were made of its rows."""
    return Page(
        data=records,
        page=answer.page,
        page_count=answer.page_count,
        total_results=answer.total,
        has_next=answer.has_next,
        next_page=answer.next_page,
    )


def raw_page_of(page: Page[Any], records: list[bytes]) -> RawPage:
    """Return a page with the JSON of its records in their place."""
    values: dict[str, Any] = {field.name: getattr(page, field.name) for field in attrs.fields(Page)}
    values["data"] = records
    return RawPage(**values)


def goes_on(page: Page[Any], asked: int) -> bool:
    """Return whether there is a page after the one that was asked for."""
    if not page.has_next or not page.data:
        return False
    if page.page_count is not None:
        return asked < page.page_count
    return page.next_page is None or page.next_page > asked
