"""The interface between fetching and storing: what a target of exports implements.

The engine walks lists and knows neither files nor databases; a store knows nothing of requests. They meet here: a `Sink` takes
one resource page by page, each page with the `Checkpoint` that says how far the resource has come. What `Sink.write` has returned
from survives the end of the process, and is never stored a second time when the export is resumed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Protocol, Self, runtime_checkable

import attrs

from daftra_async.export.targets import Target
from daftra_async.lists.resume_token import PagePosition

if TYPE_CHECKING:
    from collections.abc import Sequence

Format = Literal["jsonl", "csv", "parquet", "xlsx"]
"""What files of a folder hold."""
Form = Literal["records", "lines", "columns"]
"""How pages are handed to a sink: as records, as lines of JSON, or as `Batches` of columns; the last two cost far less."""


class StoreError(OSError):
    """The store of an export failed; the message holds no credential."""


@attrs.frozen(kw_only=True)
class Checkpoint:
    """How far a resource has come; plain JSON values only.

    It holds what a resume token holds (`position`), and what an export knows beyond that.
    """

    page: int
    """Last page that is stored completely; 0 for none."""
    records: int
    """Records stored so far, by the whole run and not only by this process."""
    total: int | None = None
    """Records the list announced on that page."""
    read: int = 0
    """Records received so far, those included that an incremental run found to be too old, or to be there already."""
    doubled: int = 0
    """Records among them whose id had come before."""
    least: int | None = None
    """The smallest number of records that the list announced so far."""
    fewest: int | None = None
    """The smallest number of pages that it announced."""
    first: int | None = None
    """Records on its first page."""
    shrank: bool = False
    """The announced number has fallen: records were deleted meanwhile, and others may have slipped past."""
    census: Mapping[str, Any] = attrs.field(factory=dict[str, Any])
    """Counts so far of what no model describes, as in `census.json`."""
    mark: str = ""
    """Digest of the ids on that page, in their order: when it differs on resuming, the list has moved."""
    newest: str | None = None
    """Latest `modified` (or `created`) received so far, as ISO text."""
    fingerprint: str = ""
    """`Job.fingerprint` of the walk this belongs to."""
    offset: int = 0
    """Bytes of the spool file, for stores that are files."""

    @property
    def position(self) -> PagePosition:
        """Where the walk goes on, as a resume token says it."""
        return PagePosition(
            page=self.page,
            more=True,
            total=self.total,
            count=self.fewest,
            received=self.read,
            size=self.first,
            least=self.least,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready data."""
        return attrs.asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self | None:
        """Return the checkpoint that `to_dict` wrote, None when the data is damaged."""
        names = {field.name for field in attrs.fields(cls)}
        try:
            found = cls(**{name: value for name, value in data.items() if name in names})
            numbers = (found.page, found.records, found.read, found.offset, found.doubled)
            counted = all(type(number) is int and number >= 0 for number in numbers) and isinstance(found.census, Mapping)  # pyright: ignore[reportUnnecessaryIsInstance]  # it was read from somewhere
        except TypeError:
            return None
        return found if counted else None


@attrs.frozen(kw_only=True)
class Job:
    """One resource of one account, to be stored."""

    account: str
    """Name of the account; empty when there is only one."""
    target: Target
    """The list: its name, its operation, the stem of its files."""
    model: type | None
    """Class of the records (in `daftra_async.models`), None where rows are plain JSON."""
    run: str
    """Id of the run; the same for an interrupted run and the one that continues it."""
    incremental: bool
    """Records are merged into what is there, by id; otherwise they take its place."""
    fingerprint: str = ""
    """Digest of what the walk depends on (page size, arguments, start of an incremental run): only a checkpoint with the same
    one can be continued."""
    resume: bool = True
    """Whether to continue from a checkpoint; False means always from the start."""
    keep: bool = False
    """Later runs will be merged into it: a store of files that cannot be merged keeps the records beside them."""


@attrs.frozen(kw_only=True)
class Written:
    """What `Sink.finish` made visible."""

    name: str
    """File in the folder of the account, or table; the main one when there are several."""
    records: int
    """Records in it now: with an incremental run, also those that were there before."""
    bytes: int
    """Size of all files of the resource; 0 where a store cannot say."""


class Sink(Protocol):
    """One resource of one account being written; used by one task.

    `begin` comes first; then `write` for every page; then either `finish` or `abandon`.
    """

    async def begin(self, checkpoint: Checkpoint | None) -> Checkpoint | None:
        """Open it, and return the checkpoint it can really continue from: None means from the start.

        Args:
            checkpoint: What the manifest knows; a store that keeps checkpoints looks at its own instead. Without `job.resume`,
                or with another `fingerprint` than that of the job, there is nothing to continue.
        """
        ...

    async def write(self, records: Sequence[Any], checkpoint: Checkpoint) -> int:
        """Store a page; when this returns, its records are durable. A store that keeps checkpoints stores both together.

        Args:
            records: Records of the job's model (or plain JSON where it has none), maybe none.
            checkpoint: How far the resource has come with this page.

        Returns:
            The bytes that the spool file grew by; 0 for stores without files.
        """
        ...

    async def finish(self) -> Written:
        """Make what was written visible at once, and forget the checkpoint."""
        ...

    async def abandon(self) -> None:
        """Leave what was there before the run, and keep what was written so that it can be continued. Never raises."""
        ...


def form_of(sink: Sink) -> Form:
    """Return how a sink wants its pages, which its attribute `form` says; records when it has none.

    Sinks of lines or columns take records as well, since some come singly.
    """
    form: Form = getattr(sink, "form", "records")
    return form


@runtime_checkable
class Remembers(Protocol):
    """A sink that knows which records it holds; without it, a record that comes again after an interruption counts twice."""

    async def ids(self) -> Sequence[str]:
        """Return the ids of the records that were written before `begin`, by the run that is continued."""
        ...


class Store(Protocol):
    """Where an export goes; opened once, used by many sinks at a time."""

    @property
    def name(self) -> str:
        """The place as it may be shown: a folder, or a URL without its password."""
        ...

    @property
    def keeps_checkpoints(self) -> bool:
        """Checkpoints are stored with the pages, so the manifest need not be saved after each of them."""
        ...

    @property
    def keeps_rows(self) -> bool:
        """An incremental run can be merged into what any earlier run left; otherwise only into what `Job.keep` kept."""
        ...

    async def open(self) -> None:
        """Connect, or make the folder.

        Raises:
            ArgumentError: another export is at work there, or the place cannot be used.
            OSError: the place cannot be reached.
        """
        ...

    async def close(self) -> None:
        """Release everything; also called after a failed `open`."""
        ...

    async def load(self, account: str) -> dict[str, Any] | None:
        """Return the manifest of an account, a JSON object, as `save` got it last; None when there is none."""
        ...

    async def save(self, account: str, manifest: Mapping[str, Any]) -> None:
        """Keep the manifest of an account, atomically."""
        ...

    def sink(self, job: Job) -> Sink:
        """Return what takes the resource; nothing is opened yet."""
        ...
