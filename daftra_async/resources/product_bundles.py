# Generated from openapi/ by `make generate`; do not edit.
"""Links from a bundle product to a component and quantity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Request, Response
from daftra_async.resource.mixins import CreatesMany

if TYPE_CHECKING:
    from daftra_async.models import (
        ProductBundleInput,
    )
    from daftra_async.operation import Ack
    from daftra_async.options import CallOptions

CREATE: Final[Operation[Ack]] = Operation(
    id="product_bundles.create",
    title="Add Product bundle",
    method="POST",
    path="/v2/api/entity/product_bundle",
    request=Request(kind="bare", model="ProductBundleInput"),
    response=Response(kind="v2-ack"),
    idempotent=False,
    entity="product_bundle",
    doubtful="The request schema and 200 body are undocumented; this package assumes the fields of the example and `{message, id}`.",
)

OPERATIONS: Final = (CREATE,)


class ProductBundlesResource(CreatesMany["ProductBundleInput", "Ack"]):
    """Links from a bundle product to a component and quantity."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    async def create(self, body: ProductBundleInput | Mapping[str, object], **options: Unpack[CallOptions]) -> Ack:
        """Create a product bundle.

        It takes no `reference=`, since no field is free for one and no list shows the record.

        Doubtful: The request schema and 200 body are undocumented; this package assumes the fields of the example and
        `{message, id}`.

        `POST /v2/api/entity/product_bundle`, the vendor's page 'Add Product bundle'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)
