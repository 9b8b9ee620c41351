"""What resources inherit beyond their operations: batches, edits and look-ups, typed once.

    class BrandsResource(ReadsManyAtLevel["Brand"], CreatesMany["BrandInput", "Created"], Edits["BrandDraft"]): ...

A resource inherits what its operations allow. Where the path of its operations takes an argument of its own, the generated class
has the method itself.
"""

from __future__ import annotations

from daftra_async.resource.mixins.changing import DeletesMany, Edits, Replaces
from daftra_async.resource.mixins.creating import CreatesMany, CreatesManyInChunks, CreatesManyReferenced
from daftra_async.resource.mixins.finding import Finds, FindsOpen, FindsOrCreates
from daftra_async.resource.mixins.reading import ReadsMany, ReadsManyAtLevel

__all__ = [
    "CreatesMany",
    "CreatesManyInChunks",
    "CreatesManyReferenced",
    "DeletesMany",
    "Edits",
    "Finds",
    "FindsOpen",
    "FindsOrCreates",
    "ReadsMany",
    "ReadsManyAtLevel",
    "Replaces",
]
