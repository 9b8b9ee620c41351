"""How a command ends."""

from __future__ import annotations

import asyncio

import pytest
import typer

from daftra_async.cli.routes import operation
from daftra_async.cli.running import explained, run
from daftra_async.errors import (
    ArgumentError,
    AuthenticationError,
    NotFoundError,
    OutcomeUnknown,
    PermissionDeniedError,
    RequestNotSent,
    ServerError,
    UnexpectedResponseError,
)


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (ArgumentError("x: wrong"), 2, "x: wrong"),
        (AuthenticationError(401, message="no"), 2, "401 no; run `daftra doctor`\n"),
        (AuthenticationError(401, message="run `daftra login` again"), 2, "run `daftra login` again\n"),
        (NotFoundError(404, message="no", body="<!doctype html>"), 1, "a website answered, not the API of Daftra: check"),
        (PermissionDeniedError(403, message="no", body=" <html>"), 1, "a website answered"),
        (PermissionDeniedError(403, message="no", body="{}"), 1, "403 no\n"),
        (UnexpectedResponseError(302, message="redirect to x"), 1, "a website answered"),
        (ServerError(502, message="no", body="<html>"), 1, "502 no\n"),
        (NotFoundError(404, message="no"), 4, "404"),
        (ServerError(500), 1, "500"),
        (RequestNotSent("no connection"), 1, "no connection"),
        (RequestNotSent("a.list: no connection to acme: refused"), 1, "no connection to acme: refused; run `daftra doctor`"),
        (OutcomeUnknown("it may have been done"), 3, "it may have been done"),
        (OSError(28, "No space left on device", "out"), 1, "free some space"),
        (KeyboardInterrupt(), 130, "interrupted"),
        (asyncio.CancelledError(), 143, "terminated"),
    ],
)
def test_exit_codes_and_sentences(error: BaseException, code: int, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    async def work() -> None:
        raise error

    with pytest.raises(typer.Exit) as ended:
        run(work())
    shown = capsys.readouterr().err
    assert ended.value.exit_code == code
    assert told in shown
    assert shown.startswith("daftra: ")
    assert shown.count("\n") == 1


def test_mistakes_of_the_program_are_not_hidden() -> None:
    async def work() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(work())


@pytest.mark.parametrize(
    ("verb", "identity", "reference", "told"),
    [
        ("update", "7", None, "`daftra get invoices 7`"),
        ("create", None, None, "`daftra list invoices` before"),
        ("create", None, "ORDER-7", "`daftra list invoices --where po_number=ORDER-7`"),
    ],
)
def test_a_lost_answer_says_where_to_look(verb: str, identity: str | None, reference: str | None, told: str) -> None:
    reason = "lost"
    with pytest.raises(OutcomeUnknown, match=told), explained(operation("invoices", verb), identity, reference):
        raise OutcomeUnknown(reason)
