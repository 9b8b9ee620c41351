# Generated from openapi/ by `make generate`; do not edit.
"""Access and refresh tokens issued for a user login."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Request, Response
from daftra_async.resource.base import Resource

if TYPE_CHECKING:
    from daftra_async.models import (
        OAuthToken,
        TokenRequest,
    )
    from daftra_async.options import CallOptions

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

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    async def token(self, body: TokenRequest | Mapping[str, object], **options: Unpack[CallOptions]) -> OAuthToken:
        """Exchange login credentials for an access token.

        Each answer holds a new refresh token: keep the newest.

        Doubtful: Only the password grant and this route are documented; other grants and token routes are unproven, so the
        route is configurable.

        `POST /v2/oauth/token`, the vendor's page 'Generate Access Token'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(TOKEN, {}, {}, options, body)
