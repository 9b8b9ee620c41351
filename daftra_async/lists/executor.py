"""What look-ups, batches and edits are built on: something that executes operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from daftra_async.operation import UNSET

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from daftra_async.http.retry import Runtime
    from daftra_async.http.turns import Turns
    from daftra_async.lists.pager import Pager
    from daftra_async.operation import Operation, UnsetType
    from daftra_async.settings import Settings

T = TypeVar("T")


class Executor(Protocol):
    """What executes operations for a client."""

    @property
    def date_format(self) -> str | None:
        """The account's own date format, as a `strptime` pattern; None while it is not known."""
        ...

    async def dated(self, work: Callable[[], T], *, timeout: float | UnsetType | None = UNSET) -> T:
        """Do work that reads or writes dates, by the account's date format; a second time if it had to be asked for."""
        ...

    @property
    def settings(self) -> Settings:
        """The settings of the client."""
        ...

    @property
    def runtime(self) -> Runtime:
        """Its clock and sleep."""
        ...

    @property
    def turns(self) -> Turns:
        """Who works on which record now; shared by all views of a client."""
        ...

    async def execute(
        self,
        op: Operation[T],
        path: Mapping[str, object],
        query: Mapping[str, object],
        body: object = UNSET,
        /,
        *,
        reference: str | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> T:
        """Execute an operation that answers once."""
        ...

    def paginate(
        self,
        op: Operation[T],
        path: Mapping[str, object],
        query: Mapping[str, object],
        /,
        *,
        resume: str | UnsetType | None = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[T]:
        """Prepare the walk of a list."""
        ...


class HasExecutor(Protocol):
    """A client."""

    @property
    def _executor(self) -> Executor: ...


def executor_of(client: HasExecutor) -> Executor:
    """Return what executes the operations of a client, for code above it that learns the operation at run time."""
    return client._executor  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # users have the resources instead; this is the one way in
