"""Operations as data.

Every call of the client is one `Operation`: what the fragments say of it, and nothing else. The generated resources hold the
operations; one generic path (`daftra_async.client`) executes them.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Any, Final, Generic, Literal, TypeVar

import attrs

T_co = TypeVar("T_co", covariant=True)

ParamType = Literal["integer", "string", "decimal", "boolean", "date", "id", "filter", "sort"]
RequestKind = Literal["wrapped", "bare", "form"]
ResponseKind = Literal[
    "v1-list",
    "v1-single",
    "v1-created",
    "v1-ack",
    "v1-listing",
    "v2-list",
    "v2-single",
    "v2-created",
    "v2-ack",
    "payload-list",
    "payload-single",
    "bulk-array",
    "multi-entity",
    "bare",
    "raw",
]
Pagination = Literal["v1", "laravel", "payload"]
PAGE_SIZES: Final = frozenset({"limit", "per_page"})
"""Parameters of lists that ask for a number of rows on each page."""


@attrs.frozen(kw_only=True)
class Param:
    """One path or query parameter."""

    name: str
    """Name of the Python argument."""
    wire: str
    """Name on the wire."""
    type: ParamType
    array: bool = False
    """Takes several values, sent as `name[]=a&name[]=b` (PHP keeps only the last of repeated plain names)."""
    enum: str | None = None
    """Name of the enumeration in `daftra_async.models` that lists the values."""
    minimum: int | None = None
    maximum: int | None = None
    default: int | str | None = None
    """What the path gets when the argument is left out; query parameters left out are not sent."""
    fixed: str | None = None
    """Always sent with this value; there is no argument for it."""
    required: bool = False
    redact: bool = False
    open: bool = False
    """Takes plain values beyond its enumeration."""


@attrs.frozen(kw_only=True)
class Request:
    """How the body is written."""

    kind: RequestKind
    """`wrapped`: the record under `key`, its relations beside it; `bare`: the record itself; `form`: form fields."""
    model: str
    """Name of the input model in `daftra_async.models`."""
    key: str | None = None
    siblings: tuple[str, ...] = ()
    """Wire names of the relations that stand beside the record, not in it."""
    array: bool = False
    """The body is a list of such records."""
    required: tuple[str, ...] = ()
    """Wire names that this operation needs in the body beyond what the model needs."""
    identity: Param | None = None
    """For a route that does not name the record: the argument of the call that is written to the body as its id."""
    fixed: tuple[tuple[str, int | str], ...] = ()
    """Fields of the record that are always written with this value, by their wire names."""


@attrs.frozen(kw_only=True)
class Response:
    """How the answer is opened."""

    kind: ResponseKind
    model: str | None = None
    """Name of the record model in `daftra_async.models`; None where the answer is not a record."""
    key: str | None = None
    """Wire key that holds the record."""
    also: tuple[str, ...] = ()
    """Other wire keys seen in its place."""
    identity: str | None = None
    """Field of the record that holds the id which was asked for."""
    fixed: tuple[tuple[str, int | str], ...] = ()
    """What tells these records from others that the same route serves: fields and their values."""


@attrs.frozen(kw_only=True)
class Reference:
    """Where a create keeps the caller's own reference, and how the record is found by it."""

    field: str
    """Name of the field, in the body and in the rows of the list."""
    number: bool = False
    """The field holds a whole number."""
    longest: int = 255
    """Characters that the field holds at most."""
    lookup: str
    """Id of the list operation that shows the record."""
    parameter: str | None = None
    """Query parameter of that list that selects by the field; None where it has none."""
    limit: int
    """Maximum number of rows to read."""
    newest: tuple[tuple[str, str], ...] = ()
    """Query that asks for the newest rows first, where the list does not give them so by itself."""


@attrs.frozen(kw_only=True)
class Twin:
    """The v2 entity that holds the records of a v1 list too, and can be filtered by any field."""

    entity: str
    """Key of the entity."""
    without: tuple[tuple[str, int | str], ...] = ()
    """Fields and values that tell its other records from those of the list."""
    doubtful: str | None = None
    """What is unproven about it."""


@attrs.frozen(kw_only=True)
class Operation(Generic[T_co]):
    """One operation of the API; `T_co` is what it returns, the record of a page for a list."""

    id: str
    """Attribute path on the client: `invoices.list`."""
    title: str
    """Title of the vendor's page."""
    method: str
    path: str
    """Path below the account root, with `{placeholders}`."""
    path_params: tuple[Param, ...] = ()
    query_params: tuple[Param, ...] = ()
    request: Request | None = None
    response: Response
    pagination: Pagination | None = None
    idempotent: bool
    """Sending it twice does no more than sending it once."""
    replaces: bool = False
    """The body takes the place of the stored record: what is left out is lost."""
    lost: tuple[str, ...] = ()
    """Wire names of the number, dates and lines of which a body that leaves them out is refused, unless it is meant."""
    authenticated: bool = True
    entity: str
    """Key of the stored record in the generic v2 routes, such as `invoice`."""
    doubtful: str | None = None
    """What is unproven about this route."""
    reference: Reference | None = None
    """For a create: where `reference=` is written; None where the operation takes none."""
    twin: Twin | None = None
    """For a v1 list: the v2 entity with the same records, None where none is known."""

    @property
    def positional(self) -> tuple[Param, ...]:
        """The arguments that name what is asked for: those of the path, and an id that is written to the body."""
        identity = None if self.request is None else self.request.identity
        return self.path_params if identity is None else (*self.path_params, identity)

    @property
    def resource(self) -> str:
        """Attribute of the client that holds the operation."""
        return self.id.partition(".")[0]

    @property
    def verb(self) -> str:
        """Method of the resource."""
        return self.id.partition(".")[2]


AnyOperation = Operation[Any]


@attrs.frozen(kw_only=True)
class Created:
    """A record was created."""

    id: int | str
    """Id of the new record; an integer when the server sent digits, be it as number or text."""
    code: int | None = None
    """Status that the body repeats (v1: 202 or 200)."""
    message: str | None = None
    """Text in the language of the account."""
    body: Mapping[str, Any] = attrs.field(factory=dict[str, Any], repr=False)
    """The whole answer as it was sent."""


@attrs.frozen(kw_only=True)
class Ack:
    """A write was done."""

    id: int | str | None = None
    """Id of the written record where the server names it."""
    code: int | None = None
    """Status that the body repeats."""
    message: str | None = None
    """Text in the language of the account."""
    body: Mapping[str, Any] = attrs.field(factory=dict[str, Any], repr=False)
    """The whole answer as it was sent; one that is not an object stands under `data`."""


class UnsetType(enum.Enum):
    """Type of `UNSET`; an enum, so that type checkers narrow on `is UNSET`."""

    UNSET = "UNSET"

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Final = UnsetType.UNSET
"""What the user did not set: it is left out of a request, while None is sent as null."""
