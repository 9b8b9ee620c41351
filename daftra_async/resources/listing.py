# Generated from openapi/ by `make generate`; do not edit.
"""Id-to-title maps of small lookup lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Response
from daftra_async.resource.base import Resource

if TYPE_CHECKING:
    from daftra_async.models import (
        ListingModel,
    )
    from daftra_async.options import CallOptions

GET: Final[Operation[dict[str, str]]] = Operation(
    id="listing.get",
    title="GET General Listing",
    method="GET",
    path="/api2/listing/{model}{format}",
    path_params=(Param(name="model", wire="model", type="string", enum="ListingModel", required=True, open=True),),
    response=Response(kind="v1-listing"),
    idempotent=True,
    entity="listing",
    doubtful="The schema types the map values as objects while examples show text; assumed text titles.",
)

OPERATIONS: Final = (GET,)


class ListingResource(Resource):
    """Id-to-title maps of small lookup lists."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    async def get(self, model: ListingModel | str, **options: Unpack[CallOptions]) -> dict[str, str]:
        """Read one lookup list as id-to-title map.

        The result is a map from id to title, not a list of records.

        `GET /api2/listing/{model}`, the vendor's page 'GET General Listing'.

        Doubtful: The schema types the map values as objects while examples show text; assumed text titles.

        Args:
            model: Name of the lookup list, such as `Product`, `Role` or `TimeActivity`.
        """
        return await self._call(GET, {"model": model}, {}, options)
