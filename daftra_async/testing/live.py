"""A sandbox in a thread of its own, for tests with any event loop or none.

with LiveSandbox(records={"clients": [ClientInput(business_name="Nile")]}) as sandbox:
    subprocess.run(["daftra", "export"], env={**os.environ, **sandbox.environment}, check=True)
    assert sandbox.received()["clients.list"] == 1
"""

from __future__ import annotations

import copy
import shutil
import tempfile
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from daftra_async._text import refuse
from daftra_async.client import DaftraClient
from daftra_async.sandbox import Rule, Sandbox
from daftra_async.testing.arguments import behaviours_of, creates_of, faults_of
from daftra_async.testing.sandbox_thread import SandboxThread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from types import TracebackType
    from typing import Self

    from daftra_async.sandbox import Behaviours, Received, Write
    from daftra_async.sandbox.server import Seed
    from daftra_async.testing.arguments import FaultList, Records

T = TypeVar("T")
SEEDS: Final = ("demo", "empty", "large")


class LiveSandbox:
    """A local account, served from a thread: `with LiveSandbox("demo") as sandbox: ... sandbox.url`.

    Args:
        seed: `empty` for an account with only its owner, `demo` for a whole business (takes some seconds to make), `large` for
            one with 100 000 invoices (takes a minute, once on a machine).
        records: What to create in it: bodies by resource (`{"clients": [ClientInput(...)]}`, in this order), or a coroutine
            function that gets a client. It is no part of `requests` and `writes`, and meets no faults.
        faults: Which requests go wrong: rules, names of kinds (`"503"`), or `Faults`; see `daftra_async.sandbox.faults`.
        behaviours: What the account does where the documents leave it open: a `Behaviours`, or texts such as `"discount=unit"`.
        snapshot: Database file to start with a copy of.
        options: Others of `Sandbox`.

    Raises:
        ArgumentError: `records` names no resource that can be created.
        ValueError: there is no such behaviour, or no such kind of fault.
    """

    def __init__(
        self,
        seed: Seed = "empty",
        *,
        records: Records | None = None,
        faults: FaultList = (),
        behaviours: Behaviours | Iterable[str] = (),
        snapshot: str | Path | None = None,
        **options: Any,
    ) -> None:
        if seed not in SEEDS:
            refuse("seed", f"{seed!r:.60} was given", "'demo', 'empty' or 'large'")
        self._fill = records if callable(records) else None
        self._creates: Mapping[str, Sequence[Any]] = {} if records is None or callable(records) else creates_of(records)
        self._snapshot = snapshot
        self._faults = faults_of(faults)
        self._behaviours = behaviours_of(behaviours)
        self._seed: Seed = seed
        self._options = options
        self._thread: SandboxThread | None = None
        self._files = ExitStack()
        self.created: dict[str, list[int | str]] = {}
        """Ids of the `records`, by resource, in their order."""

    def start(self) -> Self:
        """Start the thread and wait until the account listens.

        Raises:
            DaftraError: one of the `records` was refused.
        """
        with ExitStack() as stack:
            options = dict(self._options)
            if self._snapshot is not None:
                folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="daftra-"))
                options["db"] = shutil.copyfile(self._snapshot, str(Path(folder) / "account.db"))
            thread = SandboxThread(
                Sandbox(self._seed, faults=self._faults, behaviours=self._behaviours, **options), self._prepare
            )
            thread.start()
            self._thread = thread
            self._files = stack.pop_all()
        return self

    def stop(self) -> None:
        """Stop serving and drop the account; does nothing when it is stopped already."""
        if self._thread is None:
            return
        self._thread.stop()
        self._thread = None
        self._files.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """Root of the account, without a slash at the end."""
        return self._running.sandbox.url

    @property
    def api_key(self) -> str:
        """The key the account accepts."""
        return self._running.sandbox.api_key

    @property
    def access_token(self) -> str:
        """A bearer token that does not expire."""
        return self._running.sandbox.access_token

    @property
    def environment(self) -> dict[str, str]:
        """Environment variables for `DaftraClient.from_env()`, the command line and other processes."""
        return {"DAFTRA_BASE_URL": self.url, "DAFTRA_API_KEY": self.api_key}

    def client(self, **options: Any) -> DaftraClient:
        """Make a client of the account, to be used with `async with`.

        Args:
            options: Others of `DaftraClient`; a credential among them takes the place of the key.
        """
        if not {"api_key", "access_token", "auth"} & options.keys():
            options["api_key"] = self.api_key
        return DaftraClient(base_url=self.url, **options)

    @property
    def requests(self) -> list[Received]:
        """The requests so far, in order."""
        return self._ask(lambda sandbox: list(sandbox.requests))

    @property
    def writes(self) -> list[Write]:
        """The changes so far, in order, whatever became of their answers."""
        return self._ask(lambda sandbox: list(sandbox.writes))

    @property
    def ledger(self) -> list[Write]:
        """The creates so far, in order."""
        return self._ask(lambda sandbox: list(sandbox.ledger))

    @property
    def faults_met(self) -> Counter[str]:
        """How many requests met each kind of fault."""
        return self._ask(lambda sandbox: Counter(sandbox.faults.met))

    def received(self) -> Counter[str]:
        """Return how many requests each operation received."""
        return self._ask(lambda sandbox: sandbox.received())

    def count(self, name: str, **params: object) -> int:
        """Return the rows of a list operation, or the records of an entity; see `Sandbox.count`."""
        return self._ask(lambda sandbox: sandbox.count(name, **params))

    def counts(self) -> dict[str, int]:
        """Return the rows of every list operation whose path needs no choice."""
        return self._ask(lambda sandbox: sandbox.counts())

    def record(self, entity: str, identity: int) -> dict[str, Any] | None:
        """Return a stored record with what was written beside it; `entity` is a key such as `invoice`."""
        return self._ask(lambda sandbox: copy.deepcopy(sandbox.record(entity, identity)))

    def expire_tokens(self) -> None:
        """Expire every token that the token route gave out."""
        self._ask(lambda sandbox: sandbox.expire_tokens())

    def fail(self, kind: str | Sequence[str], **rule: Any) -> None:
        """Inject a fault from now on; it goes before the rules that are there.

            sandbox.fail("503", operation="invoices.get", times=2)

        Args:
            kind: Kind of fault, or several: each comes once before any comes again.
            rule: Others of `daftra_async.sandbox.Rule`.

        Raises:
            ValueError: there is no such kind, or a value is out of range.
        """
        made = Rule(kind, **rule)

        def add(sandbox: Sandbox) -> None:
            sandbox.faults.rules = [made, *sandbox.faults.rules]

        self._ask(add)

    def heal(self) -> None:
        """Drop all faults."""

        def clear(sandbox: Sandbox) -> None:
            sandbox.faults.rules = []

        self._ask(clear)

    def __repr__(self) -> str:
        return f"<LiveSandbox {'stopped' if self._thread is None else self.url}>"

    @property
    def _running(self) -> SandboxThread:
        if self._thread is None:
            msg = "the sandbox does not run: use it in 'with LiveSandbox(...) as sandbox:'"
            raise RuntimeError(msg)
        return self._thread

    def _ask(self, work: Callable[[Sandbox], T]) -> T:
        """Do something in the thread of the sandbox, between two requests."""
        return self._running.ask(work)

    async def _prepare(self, sandbox: Sandbox) -> None:
        if not self._creates and self._fill is None:
            return
        rules, sandbox.faults.rules = sandbox.faults.rules, ()
        async with DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
            if self._fill is not None:
                await self._fill(daftra)
            for resource, bodies in self._creates.items():
                create = getattr(daftra, resource).create
                self.created[resource] = [(await create(body)).id for body in bodies]
        sandbox.requests.clear()
        sandbox.account.writes.clear()
        sandbox.faults.rules = rules
