# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class OAuthToken(Record):
    """An access token and a refresh token, issued for a user login.

    Returned by `oauth.token`.
    """

    token_type: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Kind of token issued, such as Bearer."""
    expires_in: int | None = attrs.field(default=ABSENT)
    """Lifetime of the access token in seconds; may be missing."""
    access_token: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Token to send in the Authorization header."""
    refresh_token: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Token to exchange for a new access token; keep the newest."""
