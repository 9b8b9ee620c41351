# Generated from openapi/ by `make generate`; do not edit.
"""Small lookup lists, as maps from id to title."""

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
    doubtful="The schema types the map values as objects while examples show text; this package assumes text titles.",
)

OPERATIONS: Final = (GET,)


class ListingResource(Resource):
    """Small lookup lists, as maps from id to title."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    async def get(self, model: ListingModel | str, **options: Unpack[CallOptions]) -> dict[str, str]:
        """Read one lookup list as a map from id to title.

        Doubtful: The schema types the map values as objects while examples show text; this package assumes text titles.

        `GET /api2/listing/{model}`, the vendor's page 'GET General Listing'.

        Args:
            model: Name of the lookup list, such as `Product`, `Role` or `TimeActivity`.
        """
        return await self._call(GET, {"model": model}, {}, options)
