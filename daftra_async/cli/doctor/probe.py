"""One request, for the account's settings, and what its answer tells: of the server, the clock, the credential, the account."""

from __future__ import annotations

import datetime as dt
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final

import aiohttp
import attrs

from daftra_async.cli.doctor.check import Check
from daftra_async.client import DaftraClient
from daftra_async.errors import (
    APIError,
    AuthenticationError,
    DaftraError,
    DaftraTimeout,
    NotFoundError,
    PermissionDeniedError,
    RateLimitedError,
    ServerError,
)
from daftra_async.settings import Settings

if TYPE_CHECKING:
    from yarl import URL

    from daftra_async.http.auth import Credential
    from daftra_async.models import Site  # noqa: TC004  # annotations are text, and attrs does not resolve them

_SKEW: Final = 300
"""Seconds that a clock may be wrong."""
_UNKNOWN: Final = {
    "API key": "The server does not know this API key: copy it again from Daftra (Settings, API) into DAFTRA_API_KEY.",
    "access token": "The server does not accept this access token: get a new one, or run `daftra login`; an API key belongs into"
    " DAFTRA_API_KEY.",
    "login": "The stored login has ended: run `daftra login` again.",
}


@attrs.define
class Answer:
    """What came back."""

    site: Site | None = None
    error: DaftraError | None = None
    date: str | None = None
    """The server's time, as its header says it."""


async def ask(url: URL, credential: Credential, seconds: float) -> Answer:
    """Ask for the account's settings, once."""
    answer = Answer()

    async def note(request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
        response = await handler(request)
        answer.date = response.headers.get("Date")
        return response

    settings = Settings(timeout=seconds, connect_timeout=seconds, max_attempts=2)  # the second is for a token to be refreshed
    async with (
        aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar(), middlewares=(note,)) as session,
        DaftraClient(base_url=str(url), auth=credential, session=session, settings=settings) as client,
    ):
        try:
            answer.site = await client.site_info.get()
        except DaftraError as error:
            answer.error = error
    return answer


def server(answer: Answer, url: URL) -> Check:  # noqa: PLR0911  # one for each kind of answer
    """Check that Daftra answered."""
    match answer.error:
        case None | AuthenticationError() | PermissionDeniedError():
            return Check("Daftra answers", "ok", "JSON of the API")
        case NotFoundError():
            advice = f"There is no Daftra API at {url}: check the account, and that the URL ends before /api2 or /v2."
            return Check("Daftra answers", "fail", "404", advice)
        case RateLimitedError():
            return Check("Daftra answers", "fail", "429", "The server asks for a pause: wait a minute and try again.")
        case ServerError() as error:
            advice = f"The server itself has a problem ({error.status}): try again later, and if it stays, ask Daftra's support."
            return Check("Daftra answers", "fail", str(error.status), advice)
        case APIError() as error:
            advice = f"{url.host} answers, but not as Daftra's API ({error.message}): check the account or the URL."
            return Check("Daftra answers", "fail", error.message, advice)
        case DaftraTimeout():
            advice = f"{url.host} takes too long to answer: try again, with a larger --timeout if need be."
            return Check("Daftra answers", "fail", "no answer in time", advice)
        case error:
            advice = f"{url.host} breaks off before it has answered ({error}): check what listens there, and any proxy between."
            return Check("Daftra answers", "fail", "no answer", advice)


def clock(answer: Answer, now: dt.datetime) -> Check:
    """Compare the clocks."""
    try:
        theirs = parsedate_to_datetime(answer.date or "")
    except ValueError:
        return Check("clock", "skip", "the server does not tell the time")
    if theirs.tzinfo is None:
        theirs = theirs.replace(tzinfo=dt.UTC)
    off = round((now - theirs).total_seconds())
    if abs(off) <= _SKEW:
        return Check("clock", "ok", f"{abs(off)} s off")
    way = "ahead" if off > 0 else "behind"
    advice = f"The clock of this machine is {abs(off) // 60} minutes {way}: set it, or tokens expire at the wrong time."
    return Check("clock", "warn", f"{abs(off)} s {way}", advice)


def accepted(answer: Answer, what: str) -> Check:
    """Check that the credential was accepted."""
    match answer.error:
        case AuthenticationError():
            return Check("credential accepted", "fail", "401", _UNKNOWN[what])
        case PermissionDeniedError():
            advice = (
                f"The server knows this {what}, but it may not read the account's settings: give it (or its user) the permission"
                " in Daftra; other resources may still work."
            )
            return Check("credential accepted", "fail", "403", advice)
        case _:
            return Check("credential accepted", "ok", f"{what} is good")


def settings(site: Site) -> Check:
    """Say what the account's settings are."""
    facts = {
        "": site.business_name,
        "currency": site.currency_code,
        "date format": site.date_format,
        "timezone": site.timezone,
    }
    return Check("account settings", "ok", ", ".join(f"{name} {value}".strip() for name, value in facts.items() if value))
