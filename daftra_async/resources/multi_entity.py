# Generated from openapi/ by `make generate`; do not edit.
"""Several v2 reads answered together in one request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.models import (
        MultiEntityQuery,
    )

FETCH: Final[Operation[dict[str, Any]]] = Operation(
    id="multi_entity.fetch",
    title="Multy Entity Request",
    method="POST",
    path="/v2/api/multi-entity",
    request=Request(kind="bare", model="MultiEntityQuery", array=True),
    response=Response(kind="multi-entity"),
    idempotent=True,
    entity="multi_entity",
    doubtful="The 200 body is described in prose only, and `data_level` is required there but not in the schema; assumed the prose.",
)

OPERATIONS: Final = (FETCH,)


class MultiEntityResource(Resource):
    """Several v2 reads answered together in one request."""

    async def fetch(
        self,
        body: Sequence[MultiEntityQuery | Mapping[str, object]],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> dict[str, Any]:
        """Read several entities in one request.

        A POST that only reads. Results are keyed by alias or entity key; `options` is a record id for `show` and a plain
        field-to-value map for `list`.

        `POST /v2/api/multi-entity`, the vendor's page 'Multy Entity Request'.

        Doubtful: The 200 body is described in prose only, and `data_level` is required there but not in the schema; assumed
        the prose.

        Args:
            body: The records to write, or a mapping in wire names with the relations beside the fields.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The answers by alias or key, as the server sent them.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            FETCH,
            {},
            {},
            body,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )
