"""A client without sockets, for unit tests.

    mock = MockDaftra()
    mock.on("invoices.get", id=2415).returns(Invoice(id=2415, client_id=15))
    mock.on("clients.create").returns(Created(id=7))
    await program(mock.client)
    assert mock.calls == [MockCall("invoices.get", {"id": 2415}), MockCall("clients.create", {}, {"email": "a@example.com"})]
    mock.assert_all_called()

Everything is real up to the request: methods, checks of arguments and bodies, pagers, edits, look-ups, batches. Calls that nobody
prepared fail, and so do preparations that no call could meet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from daftra_async.http.request import build_raw_request
from daftra_async.operation import UNSET
from daftra_async.testing.answer_book import USUAL, AnswerBook
from daftra_async.testing.client import MockClient
from daftra_async.testing.matching import Wanted, operation_named
from daftra_async.testing.preparation import Preparation

if TYPE_CHECKING:
    from daftra_async.client import DaftraClient
    from daftra_async.settings import Settings


class MockDaftra(AnswerBook):
    """Prepared answers, the client that gives them, and the calls it received.

    Args:
        settings: Settings of the client; of them `date_format` alone means something here.
        date_format: How the account writes dates: `d/m/Y` and its like, as `Sandbox` takes it, or a `strptime` pattern. A client
            gets it when it asks, as it does with `Settings.date_format="auto"`; these questions are no `calls`.

    Raises:
        ArgumentError: `date_format` does not say where day, month and year stand.
    """

    def __init__(self, *, settings: Settings | None = None, date_format: str = USUAL) -> None:
        super().__init__(settings, date_format)
        self._client: MockClient | None = None

    @property
    def client(self) -> DaftraClient:
        """The client, to be used in place of a real one; a new one after it was closed."""
        if self._client is None or self._client.closed:
            self._client = MockClient(self, self._settings)
        return self._client

    def on(self, operation: str, /, **arguments: object) -> Preparation:
        """Prepare calls of an operation.

        Of several that fit a call, the one that names most arguments counts, then the one that was prepared last.

        Args:
            operation: Operation id such as `invoices.get`.
            arguments: Path and query arguments by their Python names, and `reference`, that a call must have; others may be
                anything. `body` is compared as it would be sent; it can also be a function that gets the body in wire names, and
                returns whether it is the one.

        Raises:
            ArgumentError: there is no such operation, or a value is refused.
            TypeError: the operation has no such argument.
        """
        op = operation_named(operation)
        return self._add(Preparation(op.id, op, Wanted.of(op, arguments), self._read_by()))

    def on_request(self, method: str, path: str) -> Preparation:
        """Prepare calls of `DaftraClient.request`, `paginate` or `pdf` by their path.

        For a request, the answer may be any JSON; with `raw=True` it is a `RawAnswer`, or bytes. For a PDF, it is its bytes.
        For a walk, `returns` takes the rows of the whole list and `returns_pages` those of each page, as dictionaries in wire
        names, with or without the key around them.

        Raises:
            ArgumentError: method or path are refused.
        """
        call = build_raw_request(method, path, None, UNSET, idempotent=None, timeout=UNSET, extra_headers=None)
        return self._add(Preparation(f"{call.method} {call.path}", None, None))

    def assert_all_called(self) -> None:
        """Check that every prepared answer was used, and that every call was prepared.

        Raises:
            AssertionError: it is not so.
        """
        lines = [f"never came: {each}" for each in self._prepared if not each.seen]
        lines += [
            f"{each.unused} of the answers of {each} were not asked for" for each in self._prepared if each.seen and each.unused
        ]
        lines += [f"calls without a prepared answer: {call}" for call in self.unprepared]
        if lines:
            raise AssertionError("\n".join(lines))

    def reset(self) -> None:
        """Forget preparations and calls."""
        for known in (self.calls, self.unprepared, self._prepared):
            known.clear()

    def _add(self, preparation: Preparation) -> Preparation:
        self._prepared.append(preparation)
        return preparation
