# Generated from openapi/ by `make generate`; do not edit.
"""Id-to-title maps of small lookup lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.models import (
        ListingModel,
    )

GET: Final[Operation[dict[str, str]]] = Operation(
    id="listing.get",
    title="GET General Listing",
    method="GET",
    path="/api2/listing/{model}{format}",
    path_params=(Param(name="model", wire="model", type="string", enum="ListingModel", required=True),),
    response=Response(kind="v1-listing"),
    idempotent=True,
    entity="listing",
    doubtful="The schema types the map values as objects while examples show text; assumed text titles.",
)

OPERATIONS: Final = (GET,)


class ListingResource(Resource):
    """Id-to-title maps of small lookup lists."""

    async def get(
        self,
        model: ListingModel | str,
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> dict[str, str]:
        """Read one lookup list as id-to-title map.

        The result is a map from id to title, not a list of records.

        `GET /api2/listing/{model}`, the vendor's page 'GET General Listing'.

        Doubtful: The schema types the map values as objects while examples show text; assumed text titles.

        Args:
            model: Name of the lookup list, such as `Product`, `Role` or `TimeActivity`.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            Titles by id.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            GET,
            {
                "model": model,
            },
            {},
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )
