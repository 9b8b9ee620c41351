# Generated from openapi/ by `make generate`; do not edit.
"""The account's own settings: name, currency, timezone, date format."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Response
from daftra_async.resource.base import Resource

if TYPE_CHECKING:
    from daftra_async.models import (
        Site,
    )
    from daftra_async.options import CallOptions

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

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    async def get(self, **options: Unpack[CallOptions]) -> Site:
        """Read the account's own site settings.

        An account has one such record.

        `GET /api2/site_info`, the vendor's page 'GET Site Info'.
        """
        return await self._call(GET, {}, {}, options)
