# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class TokenRequest(Input):
    """Input for credentials that are exchanged for an access token.

    Accepted by `oauth.token`.
    """

    client_secret: str = attrs.field(metadata={"redact": True})
    """Secret of the API client."""
    client_id: str = attrs.field()
    """Id of the API client, often 1."""
    grant_type: str = attrs.field()
    """password, or refresh_token with a refresh token."""
    username: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Login e-mail; for the password grant."""
    password: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Login password; for the password grant."""
    refresh_token: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """The newest refresh token; for the refresh grant."""
