"""Look-ups by what records hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from daftra_async.resource.base import Resource

if TYPE_CHECKING:
    from collections.abc import Awaitable
    from datetime import date
    from typing import Unpack

    from daftra_async.lists.stream import Stream
    from daftra_async.options import FindOptions
    from daftra_async.writes.find_or_create import Found

R = TypeVar("R")
"""A record."""


class Finds(Resource, Generic[R]):
    """Finds records by what they hold. The generated classes say for type checkers which fields there are."""

    __slots__ = ()

    def find_one(self, *arguments: Any, **fields: Any) -> Awaitable[R | None]:
        """Find the one record whose fields have these values, such as `find_one(id=7)`.

        The values are sent as filters, and every row is still compared: the server ignores filters that it does not know.

        Args:
            *arguments: Path arguments of `list`.
            **fields: Values by the attribute names of the record; arguments of `list` and `FindOptions` may stand beside them.

        Returns:
            The record as the list shows it, None when there is none.

        Raises:
            MultipleFoundError: Several records fit.
            TypeError: There is no such attribute or argument.
            ArgumentError: A value is refused, or none was given.
            DaftraError: The list could not be read.
        """
        return self._find("find_one", arguments, fields)

    def find_many(self, *arguments: Any, **fields: Any) -> Awaitable[list[R]]:
        """Find all records whose fields have these values; a list, tuple or set stands for any of its values.

        Compares every row, as `find_one` does.

        Args:
            *arguments: Path arguments of `list`.
            **fields: Values by the attribute names of the record; arguments of `list` and `FindOptions` may stand beside them.

        Returns:
            The records in the order of the list.

        Raises:
            TypeError: There is no such attribute or argument.
            ArgumentError: A value is refused, or none was given.
            DaftraError: The list could not be read.
        """
        return self._find("find_many", arguments, fields)


class FindsOpen(Resource, Generic[R]):
    """Finds invoices that are not paid in full."""

    __slots__ = ()

    def open(
        self,
        client_id: int | None = None,
        *,
        older_than: int | None = None,
        today: date | None = None,
        **options: Unpack[FindOptions],
    ) -> Stream[R]:
        """Give the invoices that are not paid in full, overdue ones first, each once; `summary_unpaid` is what is open.

            async for invoice in daftra.invoices.open(older_than=30):
                print(invoice.no, invoice.summary_unpaid, invoice.currency_code)

        The lists of overdue, due and partly paid invoices are read, and every row is compared: the server ignores filters that it
        does not know. Drafts are left out. An invoice that is paid meanwhile may still come.

        Args:
            client_id: Only invoices of this client.
            older_than: Only invoices whose payment was due more than so many days ago: 0 for all that are overdue. Payment is
                due `due_after` days after `issue_date`, or after `date` where there is no issue date; invoices without either are
                left out then.
            today: The day that these days are counted from; today by the clock of this machine, when left out. The account may
                be in another time zone.
            **options: See `FindOptions`; `timeout` is for each page.

        Returns:
            The invoices as the list shows them: iterate it, or use `limit`, `filter` and `collect`.

        Raises:
            ArgumentError: An argument is wrong; nothing was sent.
            DaftraError: While it is iterated: a list could not be read.
        """
        return self._open_invoices(options, client_id=client_id, older_than=older_than, today=today)


class FindsOrCreates(Finds[R]):
    """Finds records by what they hold, or creates them."""

    __slots__ = ()

    def find_or_create(self, *arguments: Any, **fields: Any) -> Awaitable[Found[R]]:
        """Find the one record whose fields have these values, or create it from the body.

        Not atomic on the server: two programs that do it at the same time may both create, unless both take the same `lock=`.
        Within one program, calls for the same values wait for each other.

        Args:
            *arguments: The body: the record to create, or a mapping in wire names; fields that are looked for are put into it.
                Required path arguments stand before it.
            **fields: Values by the attribute names of the record; `FindOptions` may stand beside them, and `lock`: a `FileLock`,
                or another `Lock`, which is held from the look-up to the create.

        Returns:
            The id, whether it was created, and the record that was found.

        Raises:
            MultipleFoundError: Several records fit.
            TypeError: There is no such attribute.
            ArgumentError: A value is refused, none was given, or the body says something else.
            OutcomeUnknown: It is not known whether the record was created.
            DaftraError: The list could not be read, or the server refused.
        """
        return self._find_or_create(arguments, fields)
