# Generated from openapi/ by `make generate`; do not edit.
"""The account's own settings: name, currency, timezone, date format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.models import (
        Site,
    )

GET: Final[Operation[Site]] = Operation(
    id="site_info.get",
    title="GET Site Info",
    method="GET",
    path="/api2/site_info{format}",
    response=Response(kind="v1-single", model="Site", key="Site"),
    idempotent=True,
    entity="site",
)

OPERATIONS: Final = (GET,)


class SiteInfoResource(Resource):
    """The account's own settings: name, currency, timezone, date format."""

    async def get(
        self,
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Site:
        """Read the account's own site settings.

        There is one such record per account; it travels under the key `Site`, and its `timezone` is a numeric id.

        `GET /api2/site_info`, the vendor's page 'GET Site Info'.

        Args:
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The Site.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            GET,
            {},
            {},
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )
