"""The source: a resource for each list, which walks it in one account after the other."""

from __future__ import annotations

import datetime as dt
import importlib
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Final

from daftra_async._libraries import missing_library
from daftra_async.catalogue import operations
from daftra_async.export.options import read_since
from daftra_async.export.targets import plan
from daftra_async.integrations.dlt.accounts import Clients, by_name
from daftra_async.wire import hints
from daftra_async.wire.columns.keys import Keys
from daftra_async.wire.columns.layout import table_of

try:
    # Its types are incomplete, so none are used.
    dlt: Any = importlib.import_module("dlt")
except ImportError as error:
    raise missing_library(error, "dlt") from None

from daftra_async.integrations.dlt.tables import Mark, cleared, loaded, page_rows
from daftra_async.integrations.dlt.walk import ListWalk, tells_changes, window_of

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from daftra_async.client import DaftraClient
    from daftra_async.export.options import Since, SinceOptions
    from daftra_async.export.targets import Target
    from daftra_async.integrations.dlt.accounts import Accounts
    from daftra_async.integrations.dlt.tables import Loaded

_NAME: Final = "daftra"


def source(
    accounts: Accounts,
    *,
    resources: Sequence[str],
    since: Since | None = "last",
    append: bool = False,
    page_size: int | None = None,
) -> Any:
    """Return a source of dlt with a resource for each list.

        source(AccountSpec(account="acme", api_key_env="ACME_API_KEY"), resources=["invoices", "clients"])
        source(load_specs("accounts.toml"), resources=["invoices"], append=True)

    Credentials are read when the pipeline runs, and are kept by clients alone: none is in the source, the schema or the state.

    Args:
        accounts: An AccountSpec or several; a mapping of names to them, to clients, or to functions that make a client. A client
            that is given itself serves one run, and is closed at its end.
        resources: Names of lists, with arguments where wanted: `workflow_records:workflow_id=36`; `*` is all.
        since: `"last"` for what has changed since the last run, a time or a duration as for `export`, None for whole lists.
            Lists that cannot tell their changes are always fetched whole, and replace all rows of the account.
        append: Only add rows, for destinations that cannot merge, such as a folder of Parquet files.
        page_size: Records of a page; None for the largest documented size.

    Returns:
        A `DltSource`.

    Raises:
        ArgumentError: an argument is refused.
    """
    clients, asked = Clients(by_name(accounts)), read_since(since)
    targets = [target for target in plan(operations(), resources, page_size) if not target.missing]

    def made() -> list[Any]:
        return [_resource(target, asked, clients, append=append) for target in targets]

    return dlt.source(made, name=_NAME, max_table_nesting=0)()


def _resource(target: Target, asked: SinceOptions | None, clients: Clients, *, append: bool) -> Any:
    """Return the resource of one list of all accounts."""
    layout = table_of(hints.record_class(target.operation))
    tracks = tells_changes(target)
    by_record = tracks and asked is not None
    tables = loaded(target.name, layout, by_record=by_record, append=append)
    name = tables[0].name

    async def rows() -> AsyncGenerator[Any]:
        state = dlt.current.resource_state(name)
        for each in tables:
            found = dlt.mark.make_hints(table_name=each.name, **each.hints())
            yield dlt.mark.with_hints([each.schema.empty_table()], found, create_table_variant=True)
        for account in clients.names:
            kept = state.setdefault(account, {})
            walk = ListWalk(target, window_of(target, asked, kept) if by_record else None, tracks=tracks)
            async with aclosing(_parts(tables, walk, await clients.get(account), account)) as parts:
                async for table, part in parts:
                    yield dlt.mark.with_table_name(part, table.name)
            walk.keep(kept)

    # Without hints of its own: they would be those of its line tables, too.
    return dlt.resource(rows, name=name)


async def _parts(
    tables: tuple[Loaded, ...], walk: ListWalk, client: DaftraClient, account: str
) -> AsyncGenerator[tuple[Loaded, Any]]:
    """Yield the rows of one account, table by table."""
    mark, keys = Mark(account, dt.datetime.now(dt.UTC)), Keys()
    for part in cleared(tables, mark):
        yield part
    async with aclosing(walk.pages(client)) as pages:
        async for page in pages:
            for part in page_rows(tables, page.tables(keys), mark):
                yield part
