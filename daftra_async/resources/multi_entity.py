# Generated from openapi/ by `make generate`; do not edit.
"""Several v2 reads in one request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Request, Response
from daftra_async.resource.base import Resource

if TYPE_CHECKING:
    from daftra_async.models import (
        MultiEntityQuery,
    )
    from daftra_async.options import CallOptions

FETCH: Final[Operation[dict[str, Any]]] = Operation(
    id="multi_entity.fetch",
    title="Multy Entity Request",
    method="POST",
    path="/v2/api/multi-entity",
    request=Request(kind="bare", model="MultiEntityQuery", array=True),
    response=Response(kind="multi-entity"),
    idempotent=True,
    entity="multi_entity",
    doubtful="The 200 body is described in prose only, and `data_level` is required there but not in the schema; this package assumes the prose.",
)

OPERATIONS: Final = (FETCH,)


class MultiEntityResource(Resource):
    """Several v2 reads in one request."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    async def fetch(
        self, body: Sequence[MultiEntityQuery | Mapping[str, object]], **options: Unpack[CallOptions]
    ) -> dict[str, Any]:
        """Read several entities in one request.

        Results are keyed by alias, or by entity key where there is none. `options` is a record id for `show`, and maps fields
        to values for `list`.

        Doubtful: The 200 body is described in prose only, and `data_level` is required there but not in the schema; this
        package assumes the prose.

        `POST /v2/api/multi-entity`, the vendor's page 'Multy Entity Request'.

        Args:
            body: The records to write, each of them an input or a mapping in wire names.
        """
        return await self._call(FETCH, {}, {}, options, body)
