"""The reads that one request can hold: `Show` and `List`."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, overload

from daftra_async._suggest import did_you_mean
from daftra_async._text import refuse
from daftra_async.catalogue import operations
from daftra_async.http.filters import F, Filter, check_filter
from daftra_async.http.values import to_text
from daftra_async.operation import Param
from daftra_async.wire import hints
from daftra_async.wire.record import Record

if TYPE_CHECKING:
    import enum

    from daftra_async.models import Entity

R = TypeVar("R", bound=Record)

_ID: Final = Param(name="id", wire="id", type="id", required=True)
_LEVELS: Final = (-1, 1, 2, 3, 4)
_DYNAMIC: Final = re.compile(r"le_[A-Za-z0-9_-]{1,97}")
_ALIAS: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")
_TAKEN: Final = frozenset({"code", "data", "error", "errors", "message", "result", "status", "success", "validation_errors"})
"""Keys of answers that are failures: no alias may look like one."""


class Query(Generic[R]):
    """What both kinds of reads have."""

    __slots__ = ("alias", "key", "level", "model")

    @overload
    def __init__(self: Query[Entity], of: str, *, key: str | None = ..., level: int = ..., alias: str | None = ...) -> None: ...
    @overload
    def __init__(self, of: type[R], *, key: str | None = ..., level: int = ..., alias: str | None = ...) -> None: ...
    def __init__(self, of: Any, *, key: str | None = None, level: int = 1, alias: str | None = None) -> None:
        self.model: type[Any] = _model(of)
        self.key = _key(of, self.model, key)
        if isinstance(level, bool) or level not in _LEVELS:
            refuse("level", f"{level!r:.60} was given", "-1, 1, 2, 3 or 4")
        self.level = int(level)
        if alias is not None and (not _ALIAS.fullmatch(str(alias)) or alias in _TAKEN):
            refuse("alias", f"{alias!r:.60} was given", "a letter, then letters, digits, '_' and '-', and no name of an envelope")
        self.alias = alias

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.key!r}{f', alias={self.alias!r}' if self.alias else ''})"


class Show(Query[R]):
    """One record by its id.

    Args:
        of: Class of the record, such as `Invoice`, or the key of an entity (`"invoice"`), which gives an `Entity`.
        id: Id of the record.
        key: Key of the entity, for classes that stand for several: `Show(WorkflowRecord, 7, key="le_workflow-type-entity-36")`.
        level: How much related data the answer carries, from 1 (the record) to 4, or -1.
        alias: Name of this read in the request; made up where it is needed.

    Raises:
        ArgumentError: an argument is refused.
    """

    __slots__ = ("id",)

    @overload
    def __init__(
        self: Show[Entity], of: str, id: int | str, *, key: None = ..., level: int = ..., alias: str | None = ...
    ) -> None: ...
    @overload
    def __init__(
        self, of: type[R], id: int | str, *, key: str | None = ..., level: int = ..., alias: str | None = ...
    ) -> None: ...
    def __init__(
        self,
        of: Any,
        id: int | str,  # noqa: A002  # the name it has in all methods
        *,
        key: str | None = None,
        level: int = 1,
        alias: str | None = None,
    ) -> None:
        super().__init__(of, key=key, level=level, alias=alias)
        self.id = to_text(_ID, id)


class List(Query[R]):
    """The first page of a list; arguments are those of `Show`, and `filters`.

    Args:
        filters: Fields and the values they equal, as a mapping or as `F("order_id").eq(5)`, joined with `&`.

    Raises:
        ArgumentError: an argument is refused; comparisons other than equality are.
    """

    __slots__ = ("options",)

    @overload
    def __init__(
        self: List[Entity],
        of: str,
        *,
        filters: Filter | Mapping[str, object] | None = ...,
        key: None = ...,
        level: int = ...,
        alias: str | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        of: type[R],
        *,
        filters: Filter | Mapping[str, object] | None = ...,
        key: str | None = ...,
        level: int = ...,
        alias: str | None = ...,
    ) -> None: ...
    def __init__(
        self,
        of: Any,
        *,
        filters: Filter | Mapping[str, object] | None = None,
        key: str | None = None,
        level: int = 1,
        alias: str | None = None,
    ) -> None:
        super().__init__(of, key=key, level=level, alias=alias)
        self.options = _options(filters, self.model)


AnyQuery = Show[Any] | List[Any]


@functools.cache
def entity_keys() -> Mapping[type[Any], str]:
    """Return the keys of entities by the classes of their records."""
    found: dict[type[Any], str] = {}
    for op in operations():
        if op.verb in {"get", "list"} and op.response.model and op.entity != "entity" and "{" not in op.entity:
            found.setdefault(hints.model(op.response.model), op.entity)
    return found


def _model(of: object) -> type[Any]:
    if isinstance(of, str):
        return hints.model("Entity")
    if not isinstance(of, type) or not issubclass(of, Record):
        refuse("of", f"{of!r:.60} was given", "a record class such as Invoice, or the key of an entity")
    return of


def _key(of: object, model: type[Any], given: object) -> str:
    key = of if given is None and isinstance(of, str) else given
    if key is None:
        key = entity_keys().get(model)
    if key is None:
        refuse("key", f"{model.__name__} stands for no entity of its own", "key='le_workflow-type-entity-36', for example")
    listed: type[enum.Enum] = hints.model("EntityKey")
    known = {*entity_keys().values(), *(str(member.value) for member in listed)}
    if not isinstance(key, str) or (key not in known and not _DYNAMIC.fullmatch(key)):
        allowed = "a key of the catalogue, or one made by users: 'le_...'; multi_entity.fetch takes any"
        refuse("key", f"{key!r:.60} is no entity{did_you_mean(key, known)}", allowed)
    return str(key)


def _options(filters: object, model: type[Any]) -> dict[str, str]:
    if filters is None:
        return {}
    if isinstance(filters, Mapping):
        conditions = [F(name).eq(value).every[0] for name, value in filters.items()]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]  # isinstance leaves the items unknown
    elif isinstance(filters, Filter) and not filters.either:
        conditions = list(filters.every)
    else:
        refuse(
            "filters", f"{type(filters).__name__} was given", "a mapping of fields to values, or F('field').eq(...) joined by &"
        )
    # Records come in the form of v2, where the relations of a v1 model have other names.
    check_filter(Filter(tuple(each for each in conditions if "." not in each.field)), model, "filters")
    for condition in conditions:
        if condition.op != "eq":
            refuse("filters", f"{condition.field} is compared by {condition.op!r}", "eq: the request knows equality only")
    return {condition.field: condition.values[0] for condition in conditions}
