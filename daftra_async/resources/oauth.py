# Generated from openapi/ by `make generate`; do not edit.
"""Access and refresh tokens issued for a user login."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.models import (
        OAuthToken,
        TokenRequest,
    )

TOKEN: Final[Operation[OAuthToken]] = Operation(
    id="oauth.token",
    title="Generate Access Token",
    method="POST",
    path="/v2/oauth/token",
    request=Request(kind="form", model="TokenRequest"),
    response=Response(kind="bare", model="OAuthToken"),
    idempotent=False,
    authenticated=False,
    entity="oauth_token",
    doubtful="Only the password grant and this route are documented; other grants and token routes are unproven, so the route is configurable.",
)

OPERATIONS: Final = (TOKEN,)


class OauthResource(Resource):
    """Access and refresh tokens issued for a user login."""

    async def token(
        self,
        body: TokenRequest | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> OAuthToken:
        """Exchange login credentials for an access token.

        Served from the account root and sent as form data, not JSON. Refresh tokens rotate: keep the newest one.

        `POST /v2/oauth/token`, the vendor's page 'Generate Access Token'.

        Doubtful: Only the password grant and this route are documented; other grants and token routes are unproven, so the
        route is configurable.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The OAuthToken.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            OutcomeUnknown: The answer was lost, so the server may have done it or not; it was not sent again.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            TOKEN,
            {},
            {},
            body,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )
