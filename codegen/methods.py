"""Methods of resources, ready to print."""

from __future__ import annotations

import attrs

from codegen import ir


@attrs.frozen(kw_only=True)
class Argument:
    """One argument of a method, ready to print."""

    name: str
    annotation: str
    default: str | None
    doc: str


@attrs.frozen(kw_only=True)
class Method:
    """One method of a resource, ready to print."""

    name: str
    constant: str
    endpoint: ir.Endpoint
    positional: tuple[Argument, ...]
    keyword: tuple[Argument, ...]
    body: str | None
    """Annotation of the body."""
    result: str
    result_doc: str
    is_list: bool
    description: tuple[str, ...]
    operation: str
    """The arguments that make the `Operation`."""
