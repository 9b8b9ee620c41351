"""Small models with every kind of attribute that the generated ones have."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs

from daftra_async.operation import UNSET, Operation, Response, UnsetType
from daftra_async.wire.enums import OpenIntEnum, OpenStrEnum
from daftra_async.wire.record import ABSENT, Input, Record

if TYPE_CHECKING:
    from daftra_async.operation import Request


class Status(OpenIntEnum):
    DRAFT = 0
    PAID = 2


class Kind(OpenStrEnum):
    GOODS = "goods"


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Line(Record):
    id: int | None = attrs.field(default=ABSENT)
    quantity: Decimal | None = attrs.field(default=ABSENT)
    inner: Line | None = attrs.field(default=ABSENT, metadata={"wire": "Inner"})


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Base(Record):
    id: int | None = attrs.field(default=ABSENT)
    total: Decimal | None = attrs.field(default=ABSENT)


@attrs.define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class Paper(Base):
    no: str | None = attrs.field(default=ABSENT)
    draft: bool | None = attrs.field(default=ABSENT)
    stocked: bool | None = attrs.field(default=ABSENT, metadata={"wire_bool": True})
    day: dt.date | None = attrs.field(default=ABSENT)
    created: dt.datetime | None = attrs.field(default=ABSENT)
    status: Status | None = attrs.field(default=ABSENT)
    kind: Kind | None = attrs.field(default=ABSENT)
    staff: int | list[int] | None = attrs.field(default=ABSENT)
    anything: Any = attrs.field(default=ABSENT)
    ids: list[int] | None = attrs.field(default=ABSENT)
    tags: list[Any] | None = attrs.field(default=ABSENT)
    options: dict[str, Any] | None = attrs.field(default=ABSENT)
    by_name: dict[str, Line] | None = attrs.field(default=ABSENT)
    line: list[Line] | None = attrs.field(default=ABSENT, metadata={"wire": "Line"})
    first: Line | None = attrs.field(default=ABSENT, metadata={"wire": "First"})


@attrs.define(kw_only=True, repr=False)
class LineInput(Input):
    quantity: Decimal | UnsetType = attrs.field(default=UNSET)


@attrs.define(kw_only=True, repr=False)
class PaperInput(Input):
    client_id: int = attrs.field()
    no: str | UnsetType | None = attrs.field(default=UNSET)
    total: Decimal | UnsetType = attrs.field(default=UNSET)
    stocked: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    day: dt.date | UnsetType = attrs.field(default=UNSET, metadata={"write_format": "%d/%m/%Y"})
    status: Status | UnsetType = attrs.field(default=UNSET)
    line: list[LineInput] | UnsetType = attrs.field(default=UNSET, metadata={"wire": "Line"})


MODELS = {"Paper": Paper, "PaperInput": PaperInput, "LineInput": LineInput}


def operation(
    kind: Any,
    *,
    key: str | None = "Paper",
    also: tuple[str, ...] = (),
    model: str | None = "Paper",
    request: Request | None = None,
    doubtful: str | None = None,
    verb: str = "get",
) -> Operation[Any]:
    return Operation(
        id=f"papers.{verb}",
        title="A paper",
        method="GET",
        path="/papers",
        request=request,
        response=Response(kind=kind, model=model, key=key, also=also),
        idempotent=True,
        entity="paper",
        doubtful=doubtful,
    )
