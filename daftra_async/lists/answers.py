"""Read answers as records and pages of records.

The fast tier reads pages that look like those before them; what it does not know is parsed, opened and structured step by step.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final, TypeVar

import attrs

from daftra_async import wire
from daftra_async.http import error_response
from daftra_async.lists.page import page_of, raw_page_of
from daftra_async.lists.raw import raw_of
from daftra_async.wire import envelopes
from daftra_async.wire.asked import check_kind, check_record
from daftra_async.wire.fast import decoder_of
from daftra_async.wire.jsonl.decoder import decoder_of as line_decoder_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async.http.error_response import Context
    from daftra_async.http.transport import Answer
    from daftra_async.lists.page import Page, RawPage
    from daftra_async.operation import Operation
    from daftra_async.wire.split import PageSplitter

    ReadPage = Callable[..., Page[Any]]
    """Takes an answer, the context of an error, and by name `retry_after`."""

T = TypeVar("T")

_ACKS: Final = frozenset({"v1-ack", "v2-ack"})
"""Answers that may be empty, where nobody knows what they look like."""


def read_answer(
    op: Operation[T],
    answer: Answer,
    context: Context,
    *,
    retry_after: float | None = None,
    identity: object = None,
) -> T:
    """Return what an answer that is not a list holds; arguments as for `read_page`, and the id that was asked for.

    Raises:
        APIError: the answer is a failure, not what the operation describes, or another record.
    """
    silent = op.doubtful and op.response.kind in _ACKS and 200 <= answer.status < 300 and not answer.body.strip()
    body: Any = {} if silent else error_response.read(answer, context, retry_after=retry_after)
    try:
        result: T = envelopes.open_answer(op, body)
        check_record(op, result, identity)
    except envelopes.WireMismatch as mismatch:
        raise error_response.unexpected(str(mismatch), answer, context) from mismatch
    return result


def read_page(
    op: Operation[T],
    answer: Answer,
    context: Context,
    *,
    retry_after: float | None = None,
) -> Page[T]:
    """Return the page that an answer holds.

    Args:
        op: The operation.
        answer: The answer, of whatever status.
        context: What an error says of the request.
        retry_after: Seconds that the answer asks to wait.

    Raises:
        APIError: the answer is a failure, or no page of such a list.
    """
    decoder = decoder_of(op) if 200 <= answer.status < 300 else None
    read = None if decoder is None else decoder.read(answer.body)
    if read is not None:
        return _checked(op, page_of(*read), answer, context)
    body = error_response.read(answer, context, retry_after=retry_after)
    try:
        opened = envelopes.open_list(op, body)
    except envelopes.WireMismatch as mismatch:
        raise error_response.unexpected(str(mismatch), answer, context) from mismatch
    rows: list[Any] = opened.rows
    if op.response.model is not None:
        model = getattr(importlib.import_module("daftra_async.models"), op.response.model)
        rows = [wire.structure(model, row) for row in rows]
    return _checked(op, page_of(opened, rows), answer, context)


def read_line_page(op: Operation[T], answer: Answer, context: Context, *, retry_after: float | None = None) -> Page[Any]:
    """Return the page that an answer holds, with a `JsonLine` for each record; with the records where these have to be looked at.

    Arguments and errors are those of `read_page`.
    """
    # Where one route serves several kinds of records, each record is looked at.
    usual = 200 <= answer.status < 300 and not op.response.fixed
    decoder = line_decoder_of(op) if usual else None
    found = None if decoder is None else decoder.read(answer.body)
    return read_page(op, answer, context, retry_after=retry_after) if found is None else page_of(*found)


def read_raw_page(
    splitter: PageSplitter,
    decoded: ReadPage,
    answer: Answer,
    context: Context,
    *,
    retry_after: float | None = None,
) -> RawPage:
    """Return the page that an answer holds, with the JSON of its records.

    Args:
        splitter: Splits its pages.
        decoded: Reads what cannot be split, as a page of JSON objects, and raises the error of anything else.
        answer: The answer, of whatever status.
        context: What an error says of the request.
        retry_after: Seconds that the answer asks to wait.

    Raises:
        APIError: the answer is a failure, or no page of such a list.
    """
    if 200 <= answer.status < 300:
        try:
            found = splitter.split(answer.body)
        except envelopes.WireMismatch as mismatch:
            raise error_response.unexpected(str(mismatch), answer, context) from mismatch
        if found is not None:
            return raw_page_of(page_of(found[0], []), found[1])
    return raw_of(decoded(answer, context, retry_after=retry_after))


def without_model(op: Operation[Any]) -> Operation[Any]:
    """Return an operation whose records stay JSON objects."""
    return attrs.evolve(op, response=attrs.evolve(op.response, model=None))


def _checked(op: Operation[T], page: Page[T], answer: Answer, context: Context) -> Page[T]:
    """Return a page whose records are all of the kind of the operation."""
    if op.response.fixed:
        try:
            for record in page.data:
                check_kind(op, record)
        except envelopes.WireMismatch as mismatch:
            raise error_response.unexpected(str(mismatch), answer, context) from mismatch
    return page
