# Generated from openapi/ by `make generate`; do not edit.
"""Links from a bundle product to a component and quantity."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Final

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.bulk import BulkProgress, BulkResult
    from daftra_async.models import (
        ProductBundleInput,
    )
    from daftra_async.results import Ack

CREATE: Final[Operation[Ack]] = Operation(
    id="product_bundles.create",
    title="Add Product bundle",
    method="POST",
    path="/v2/api/entity/product_bundle",
    request=Request(kind="bare", model="ProductBundleInput"),
    response=Response(kind="v2-ack"),
    idempotent=False,
    entity="product_bundle",
    doubtful="The request schema and 200 body are undocumented; assumed the fields of the example and {message, id}.",
)

OPERATIONS: Final = (CREATE,)


class ProductBundlesResource(Resource):
    """Links from a bundle product to a component and quantity."""

    async def create(
        self,
        body: ProductBundleInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Create a product bundle from the body you send.

        `POST /v2/api/entity/product_bundle`, the vendor's page 'Add Product bundle'.

        Doubtful: The request schema and 200 body are undocumented; assumed the fields of the example and {message, id}.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The acknowledgement of the server.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            OutcomeUnknown: The answer was lost, so the server may have done it or not; it was not sent again.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            CREATE,
            {},
            {},
            body,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def create_many(
        self,
        items: Iterable[ProductBundleInput | Mapping[str, object]],
        *,
        concurrency: int = 8,
        on_progress: Callable[[BulkProgress], None] | None = None,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> BulkResult[Ack]:
        """Create many records, and tell of each what became of it.

        All items are checked before anything is sent. A create whose answer was lost is never sent again by itself.

        Args:
            items: The records to write, or mappings in wire names with the relations beside the fields.
            concurrency: Requests at a time at most; fewer while the server asks for it or fails.
            on_progress: Called after each step with the numbers so far.
            timeout: Seconds for each request with its retries, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            Successful, failed, unknown and skipped entries, each with its input.

        Raises:
            ArgumentError: An item or an argument is wrong; nothing was sent.
        """
        return await self._create_many(
            CREATE,
            items,
            {},
            concurrency=concurrency,
            on_progress=on_progress,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )
