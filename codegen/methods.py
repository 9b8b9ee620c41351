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
    is_list: bool
    description: tuple[str, ...]
    documented: tuple[Argument, ...]
    """The arguments of this method alone; what all methods take is documented once."""
    operation: str
    """The arguments that make the `Operation`."""

    @property
    def options(self) -> str:
        """Name of the class of its options."""
        if self.is_list:
            return "ListOptions"
        if self.endpoint.replaces:
            return "UpdateOptions"
        return "CreateOptions" if self.endpoint.reference else "CallOptions"
