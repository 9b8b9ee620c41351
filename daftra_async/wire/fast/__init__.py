"""Pages of records straight from bytes, most of the work in C.

The slow tier (`wire.reading`) defines what every value means. This tier gives the same records for less time: msgspec decodes a
page into a shadow struct for each model, with text numbers repaired in C, and generated code moves the values into the slots of
the records. What the C decoder refuses, or the generated code finds odd, is read by the slow tier; the shape of the shadows is
learned from it (`node`), so that dirt that comes back is handled by a rule of its own and not by falling back again.

    node      what is known of the wire shape of a model at one place, and how it is learned
    lines     the code that stores the value of one field
    source    the code that moves a shadow into a record
    numbers   texts to numbers, in C
    memory    what rules made of texts
    decoder   pages: envelope, rows, fallback

A field of a shadow is typed in C, or C takes anything and the slow tier's own handler reads it. Both tiers
are compared by property tests over arbitrary JSON.
"""

from __future__ import annotations

from daftra_async.wire.fast.decoder import PageDecoder, decoder_of

__all__ = ["PageDecoder", "decoder_of"]
