"""Which lists to fetch, and with which arguments.

A resource is named as on the client: `invoices`. Arguments of its list follow a colon, `workflow_records:workflow_id=36` or
`invoices:client_id=15,draft=0`; `*` stands for every list that needs none.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import attrs

from daftra_async._suggest import choices
from daftra_async.errors import ArgumentError
from daftra_async.http.from_text import read_parameter
from daftra_async.operation import AnyOperation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from daftra_async.operation import Param

EVERYTHING: Final = "*"
"""Stands for all lists that can be fetched without an argument."""

_PAGE_SIZES: Final = {"limit": 1000, "per_page": 200}
"""Records per page by name of the parameter: 1000 is the documented maximum of v1, v2 documents none."""
_ALWAYS: Final[dict[str, dict[str, object]]] = {
    "invoices.list": {"recursive": 1},  # lines and custom fields are left out of the rows otherwise
}


@attrs.frozen(kw_only=True)
class Target:
    """One list to fetch."""

    name: str
    operation: AnyOperation
    named: Mapping[str, str]
    """Arguments that the name holds, as text."""
    arguments: Mapping[str, object]
    """All arguments of the call, including those of the path."""

    @property
    def missing(self) -> tuple[str, ...]:
        """Required arguments of the list that were not given."""
        return tuple(p.name for p in _needed(self.operation) if p.name not in self.arguments)

    @property
    def skip_reason(self) -> str | None:
        """Why the list cannot be fetched, and how to name it so that it can."""
        if not self.missing:
            return None
        example = ",".join(f"{name}=..." for name in self.missing)
        return f"needs {', '.join(self.missing)}: name it as {_label(self.operation)}:{example}"

    @property
    def page_size(self) -> int | None:
        """Records of a page; None where the list has no such parameter."""
        found = self.arguments.get(self._sized or "")
        return found if isinstance(found, int) else None

    def with_page_size(self, size: int) -> Target:
        """Return the list with pages of another size, where that can be asked for."""
        return self if self._sized is None else attrs.evolve(self, arguments={**self.arguments, self._sized: size})

    @property
    def _sized(self) -> str | None:
        return next((p.name for p in self.operation.query_params if p.wire in _PAGE_SIZES and p.fixed is None), None)

    @property
    def stem(self) -> str:
        """Stem of its files: the name, with everything escaped that means something in a path."""
        return ".".join(quote(part, safe="=") for part in _parts(self.operation, self.named))

    @property
    def file_name(self) -> str:
        """Name of its JSON Lines file."""
        return f"{self.stem}.jsonl"


def lists(operations: Iterable[AnyOperation]) -> dict[str, AnyOperation]:
    """Return the operations that walk a list, by the name they are exported under, sorted."""
    return dict(sorted((_label(op), op) for op in operations if op.pagination is not None))


def plan(
    operations: Iterable[AnyOperation], resources: Sequence[str] | None = None, page_size: int | None = None
) -> tuple[Target, ...]:
    """Return what to fetch, sorted by name; lists that lack an argument are included only for `*`.

    Args:
        operations: The catalogue.
        resources: Names, with arguments where wanted; None means `*`.
        page_size: Records per page; None for the largest documented size (v1) or 200 (v2). Larger than the maximum of a list
            is cut down to it.

    Raises:
        ArgumentError: a name or an argument is unknown, malformed or missing.
    """
    if page_size is not None and page_size < 1:
        msg = f"page_size: {page_size} is too small; expected 1 and more"
        raise ArgumentError(msg, "page_size")
    known = lists(operations)
    targets: dict[str, Target] = {}
    names = [EVERYTHING] if resources is None else list(resources)
    for name in names:
        if name == EVERYTHING:
            continue
        label, _, text = name.partition(":")
        op = known.get(label.removesuffix(".list"))
        if op is None:
            raise ArgumentError(_unknown("resource", label, known), "resources")
        target = _target(op, _pairs(name, text), page_size)
        if target.missing:
            msg = f"{label}: {target.skip_reason}"
            raise ArgumentError(msg, target.missing[0])
        targets[target.name] = target
    if EVERYTHING in names:
        chosen = {target.operation.id for target in targets.values()}
        for op in known.values():
            target = _target(op, {}, page_size)
            if not target.missing or op.id not in chosen:
                targets.setdefault(target.name, target)
    return tuple(targets[name] for name in sorted(targets))


def _label(op: AnyOperation) -> str:
    return op.resource if op.verb == "list" else op.id


def _parts(op: AnyOperation, named: Mapping[str, str]) -> list[str]:
    return [_label(op), *(f"{key}={value}" for key, value in sorted(named.items()))]


def _needed(op: AnyOperation) -> list[Param]:
    return [p for p in (*op.path_params, *op.query_params) if p.required and p.default is None and p.fixed is None]


def _target(op: AnyOperation, named: Mapping[str, str], page_size: int | None) -> Target:
    arguments: dict[str, object] = dict(_ALWAYS.get(op.id, {}))
    allowed = {p.name: p for p in (*op.path_params, *op.query_params) if p.fixed is None}
    for p in op.query_params:
        if p.wire in _PAGE_SIZES and p.fixed is None:
            size = _PAGE_SIZES[p.wire] if page_size is None else page_size
            arguments[p.name] = size if p.maximum is None else min(size, p.maximum)
    for name, text in named.items():
        if name not in allowed:
            raise ArgumentError(_unknown("argument", name, allowed, f" of {_label(op)}"), name)
        arguments[name] = _value(allowed[name], text)
    label, *rest = _parts(op, named)
    return Target(name=f"{label}:{','.join(rest)}" if rest else label, operation=op, named=dict(named), arguments=arguments)


def _pairs(name: str, text: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for part in text.split(",") if text else ():
        key, equals, value = part.partition("=")
        if not equals or not key or not value or key in pairs:
            msg = f"resources: {name!r} is malformed; expected resource:argument=value,argument=value"
            raise ArgumentError(msg, "resources")
        pairs[key] = value
    return pairs


def _value(param: Param, text: str) -> Any:
    if param.type in {"filter", "sort"}:
        msg = f"{param.name}: cannot be given in a name; an export takes neither conditions nor an order"
        raise ArgumentError(msg, param.name)
    value = read_parameter(param, text)
    return [value] if param.array else value


def _unknown(what: str, name: str, known: Iterable[str], owner: str = "") -> str:
    return f"unknown {what} {name[:60]!r}{owner}{choices(name, known)}"
