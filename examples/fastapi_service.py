"""A web service in front of an account: FastAPI with one client for all requests.

    python examples/fastapi_service.py --sandbox
    curl -N 'http://127.0.0.1:8000/invoices?client_id=15'

Against a real account, set DAFTRA_ACCOUNT and DAFTRA_API_KEY and leave `--sandbox` out. `application` takes whatever opens a
client, so tests give it a sandbox. The service has no log-in of its own: put it behind yours.

Needs `pip install fastapi uvicorn`.
"""

import argparse
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from math import ceil
from typing import Annotated, Any, Final

import attrs
import msgspec
import uvicorn
from account import open_account
from fastapi import APIRouter, Body, Depends, FastAPI, Path, Query, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from daftra_async import (
    ArgumentError,
    ConflictError,
    ConnectionLost,
    DaftraClient,
    DaftraError,
    DaftraTimeout,
    LocalLimiter,
    NotFoundError,
    OutcomeUnknown,
    Page,
    RateLimitedError,
    RequestNotSent,
    ServerError,
    Slot,
    ValidationError,
    unstructure,
)

_STATUSES: Final[tuple[tuple[type[DaftraError], int, str], ...]] = (
    (NotFoundError, 404, "there is no such record"),
    (ArgumentError, 422, "an argument is refused"),
    (ValidationError, 422, "the account refuses the data"),
    (ConflictError, 409, "somebody else changed the record at the same time; nothing was written, read it again"),
    (OutcomeUnknown, 502, "it may have been written or not: look at the record before you send it again"),
    (RateLimitedError, 503, "the account is asked too much; nothing was done"),
    (RequestNotSent, 503, "the account cannot be reached; nothing was done"),
    (DaftraTimeout, 504, "the account did not answer in time; nothing was changed"),
    (ConnectionLost, 502, "the answer of the account broke off; nothing was changed"),
    # What is left (a credential that is refused, a failure of the server) is not the caller's doing.
    (DaftraError, 502, "the account answers with a failure"),
)
"""The first class that fits counts."""

router = APIRouter()


def client_of(request: Request) -> DaftraClient:
    daftra: DaftraClient = request.app.state.daftra
    return daftra


Daftra = Annotated[DaftraClient, Depends(client_of)]
Identity = Annotated[int, Path(ge=1)]


@attrs.frozen
class _Taken(Slot):
    owner: LocalLimiter
    slot: Slot


class RoomForHealth:
    """The limit of the client, and a slot of its own for the look at the health: it does not wait behind long lists."""

    def __init__(self) -> None:
        self._work = LocalLimiter()
        self._health = LocalLimiter(concurrency=1)

    async def acquire(self, kind: str | None = None, /) -> Slot:
        owner = self._health if kind == "site_info.get" else self._work
        slot = await owner.acquire(kind)
        return _Taken(slot.period, owner, slot)

    def answered(self, taken: _Taken, status: int, retry_after: float | None, /) -> None:
        taken.owner.answered(taken.slot, status, retry_after)

    def release(self, taken: _Taken, /) -> None:
        taken.owner.release(taken.slot)


class JSONLines(StreamingResponse):
    """Records, one a line, sent as they come.

    When the reader leaves, the walk is closed at once, and with it the request that it was waiting for.
    """

    media_type = "application/x-ndjson"

    def __init__(self, first: Page[Any] | None, rest: AsyncGenerator[Page[Any], None]) -> None:
        self._rest = rest
        super().__init__(self._lines(first))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            await self._rest.aclose()

    async def _lines(self, page: Page[Any] | None) -> AsyncIterator[bytes]:
        while page is not None:
            if page.data:
                yield b"".join(msgspec.json.encode(unstructure(record)) + b"\n" for record in page)
            # A failure here cuts the answer off without its end, so that no reader takes a part for the whole.
            page = await anext(self._rest, None)


@router.get("/invoices", response_class=JSONLines)
async def invoices(daftra: Daftra, client_id: Annotated[int | None, Query(ge=1)] = None) -> Response:
    """All invoices, or those of a client, as JSON Lines."""
    # A filter that is None is left out.
    pages = daftra.invoices.list(limit=200, client_id=client_id).pages(concurrency=2)
    # Before the answer begins, so that a failure has its status.
    return JSONLines(await anext(pages, None), pages)


@router.get("/invoices/{identity}")
async def invoice(daftra: Daftra, identity: Identity) -> Response:
    """One invoice with its lines and payments."""
    found = await daftra.invoices.get(identity)
    return Response(msgspec.json.encode(unstructure(found)), media_type="application/json")


@router.post("/clients/{identity}/notes")
async def add_note(daftra: Daftra, identity: Identity, text: Annotated[str, Body(embed=True, min_length=1)]) -> dict[str, Any]:
    """Add a line to the notes of a client; the rest of the client stays as it is."""
    async with daftra.clients.edit(identity) as draft:
        draft.notes = f"{draft.notes.rstrip()}\n{text}" if draft.notes else text
    return {"id": identity, "notes": draft.notes}


@router.get("/health")
async def health(daftra: Daftra) -> dict[str, Any]:
    """Whether the account answers, and which it is; 502 to 504 if it does not."""
    site = await daftra.site_info.get(timeout=5)
    return {"ok": True, "account": site.business_name}


async def explain(_request: Request, error: Exception) -> JSONResponse:
    """Answer with what a failure means to the caller; the texts of the account are for the log, save reasons by field."""
    status, text = next((status, text) for kind, status, text in _STATUSES if isinstance(error, kind))
    content: dict[str, Any] = {"detail": str(error) if isinstance(error, ArgumentError) else text}
    if isinstance(error, ValidationError):
        content["fields"] = error.validation_errors
    headers: dict[str, str] = {}
    if isinstance(error, RateLimitedError | ServerError) and error.retry_after is not None:
        status, headers["Retry-After"] = 503, str(ceil(error.retry_after))
    return JSONResponse(content, status, headers)


def application(opening: Callable[..., AbstractAsyncContextManager[DaftraClient]]) -> FastAPI:
    """Make the service; the client is opened, with a `limiter=`, when it starts and closed when it ends."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncGenerator[None, None]:
        async with opening(limiter=RoomForHealth()) as daftra:
            app.state.daftra = daftra
            yield

    app = FastAPI(title="Invoices", lifespan=lifespan)
    app.include_router(router)
    app.add_exception_handler(DaftraError, explain)
    return app


def main() -> None:
    parser = argparse.ArgumentParser(description="Serve an account over HTTP.")
    parser.add_argument("--sandbox", action="store_true", help="a local demo account instead of the one in the environment")
    parser.add_argument("--port", type=int, default=8000, help="0 takes a free one")
    options = parser.parse_args()
    uvicorn.run(application(partial(open_account, sandbox=options.sandbox)), host="127.0.0.1", port=options.port)


if __name__ == "__main__":
    main()
