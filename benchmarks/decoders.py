"""The decoders of the client, as benchmarks compare them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import attrs

from daftra_async import models, wire
from daftra_async.wire import envelopes, fast

if TYPE_CHECKING:
    from peers import Decode

    from daftra_async.operation import AnyOperation

_NUMBERS = itertools.count()


def ours(op: AnyOperation, *warm: bytes) -> Decode:
    """Return the decoder of the client, one that has seen no other pages than these."""
    # Decoders are kept by the id of the operation, so another id is a fresh one.
    decoder = fast.decoder_of(attrs.evolve(op, id=f"{op.id}#{next(_NUMBERS)}"))
    assert decoder is not None

    def decode(body: bytes) -> list[Any]:
        read = decoder.read(body)
        if read is None:
            msg = "the fast tier does not read this page"
            raise RuntimeError(msg)
        return read[1]

    for body in warm:
        decode(body)
    return decode


def slow(op: AnyOperation) -> Decode:
    """Return the tier that reads what the fast one does not know."""
    cls = getattr(models, op.response.model or "")

    def decode(body: bytes) -> list[Any]:
        return [wire.structure(cls, row) for row in envelopes.open_list(op, wire.loads(body)).rows]

    return decode
