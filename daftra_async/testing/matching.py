"""The arguments that a preparation requires of a call, compared as they would be sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from daftra_async._suggest import did_you_mean
from daftra_async._text import refuse
from daftra_async.catalogue import operations
from daftra_async.http import parameters
from daftra_async.http.values import to_text
from daftra_async.operation import UNSET, AnyOperation
from daftra_async.testing.calls import flat_body

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async.operation import Param
    from daftra_async.testing.calls import MockCall

_PAGE: Final = "page"


def operation_named(name: str) -> AnyOperation:
    """Return an operation of the catalogue.

    Raises:
        ArgumentError: there is no operation of this name.
    """
    known = {op.id: op for op in operations()}
    if name not in known:
        refuse(
            "operation",
            f"{name!r:.60} is not an operation{did_you_mean(name, known)}",
            "an id of daftra_async.operations() such as 'invoices.get'",
        )
    return known[name]


@attrs.frozen
class Wanted:
    """The arguments that a call must have; others may be anything."""

    op: AnyOperation
    given: Mapping[str, object]
    _texts: Mapping[str, object]

    @classmethod
    def of(cls, op: AnyOperation, given: Mapping[str, object]) -> Wanted:
        """Check the arguments of a preparation.

        Raises:
            TypeError: the operation has no such argument.
            ArgumentError: a value is refused.
        """
        beside = {"body": op.request, "reference": op.reference}
        names = {*_params(op), *(name for name, declared in beside.items() if declared is not None)}
        for name in given:
            if name not in names:
                msg = (
                    f"{op.id} has no argument {name!r}{did_you_mean(name, names)} (it has: {', '.join(sorted(names)) or 'none'})"
                )
                raise TypeError(msg)
        if op.pagination is not None and _PAGE in given:
            refuse(_PAGE, "it was given for a list", "the other arguments; returns_pages() says what is on which page")
        return cls(op, given, {name: _text(op, name, value) for name, value in given.items()})

    def fits(self, call: MockCall) -> bool:
        """Return whether a valid call has these arguments."""
        return all(self._fits(name, text, call) for name, text in self._texts.items())

    def _fits(self, name: str, text: object, call: MockCall) -> bool:
        if name == "body":
            return bool(text(call.body)) if callable(text) else text == call.body
        value = call.arguments.get(name, UNSET)
        if value is UNSET:
            param = _params(self.op).get(name)
            value = UNSET if param is None or param.default is None else param.default
        return value is not UNSET and _text(self.op, name, value) == text

    def __str__(self) -> str:
        params = _params(self.op)
        shown = [
            f"{name}=***" if name in params and params[name].redact else f"{name}={value!r:.60}"
            for name, value in self.given.items()
        ]
        return f"{self.op.id}({', '.join(shown)})"


def _params(op: AnyOperation) -> dict[str, Param]:
    every = (*op.positional, *op.query_params)
    return {param.name: param for param in every if param.fixed is None and param.wire != "format"}


def _text(op: AnyOperation, name: str, value: object) -> object:
    """Return an argument in a normal form: 7 and "7" are the same id."""
    if name == "body":
        return cast("Callable[[Any], object]", value) if callable(value) else flat_body(op, value)
    if name == "reference":
        return value
    param = _params(op)[name]
    if param in op.positional:
        return to_text(param, value)
    alone = attrs.evolve(op, query_params=(param,))
    pairs = parameters.build_query(alone, {name: value})
    return pairs if param.type == "sort" else sorted(pairs)
