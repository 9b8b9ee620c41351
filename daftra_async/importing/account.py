"""What the account has: its records under the keys of the table, and the date format."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from daftra_async.catalogue import operation_of
from daftra_async.errors import APIError, ArgumentError
from daftra_async.importing.cells import text_of, value_of
from daftra_async.wire import hints
from daftra_async.wire.date_titles import pattern_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from daftra_async.client import DaftraClient
    from daftra_async.importing.fields import Field, Form
    from daftra_async.importing.stage import Item, Stage, Texts

_PAGE: Final = {"limit": 1000, "per_page": 200}
_AHEAD: Final = 4
_WALKS: Final = 3


async def date_format(client: DaftraClient) -> str | None:
    """Return how the account writes dates, as a `strptime` pattern; it is asked, unless the client knows.

    Returns:
        None when the account does not say it, or not to this credential.
    """
    if client.date_format is not None:
        return client.date_format
    try:
        site = await client.site_info.get()
        titles = await client.listing.get("dateFormats")
    except APIError:
        return None
    return pattern_of(titles.get(str(site.date_format), ""))


def check_key(form: Form, key: Field) -> None:
    """Refuse a key that the list of the resource does not show.

    Raises:
        ArgumentError: there is no list, or its rows have no such field.
    """
    if key.link is not None:
        msg = f"key: {key.path} names another record; name a field of {form.resource}, such as {form.default_key or 'no'}"
        raise ArgumentError(msg, "key")
    if key.line:
        msg = f"key: {key.path} is a field of lines; a document is named by one of its own, such as {form.default_key or 'no'}"
        raise ArgumentError(msg, "key")
    if key.label is not None:
        other = form.default_key or "no"
        msg = f"key: the list of {form.resource} does not show custom fields; name another field, such as {other}"
        raise ArgumentError(msg, "key")
    if form.record is None or key.name not in {field.name for field in hints.fields_of(form.record)}:
        msg = f"key: the list of {form.resource} does not show {key.path}; name another field"
        raise ArgumentError(msg, "key")


async def look(client: DaftraClient, form: Form, key: Field, stage: Stage) -> None:
    """Find the records that the account has under the keys of the table, and note them in the stage.

    One walk over the list finds them all, whatever it can be filtered by. It sees keys with zeros in front too, which a
    spreadsheet may have taken from those of the table.

    Raises:
        DaftraError: the list could not be read whole.
    """
    for branch in stage.branches():
        await walk(client, form.resource, branch, partial(_note, stage, form, key))


async def look_again(client: DaftraClient, form: Form, key: Field, stage: Stage, items: Sequence[Item]) -> None:
    """Find the records that some items may have become, and note them in the stage.

    Raises:
        DaftraError: the list could not be read whole.
    """
    stage.forget([item.seq for item in items])
    keys: defaultdict[str | None, list[Any]] = defaultdict(list)
    for item in items:
        keys[item.branch].append(value_of(key.kind, item.key or ""))
    resource = getattr(client, form.resource)
    for branch, values in keys.items():
        for record in await resource.find_many(**{key.name: values}, **_of(branch)):
            _note(stage, form, key, record)


def _of(branch: str | None) -> dict[str, int]:
    return {} if branch is None else {"branch": int(branch)}


async def walk(client: DaftraClient, resource: str, branch: str | None, note: Callable[[Any], None]) -> None:
    """Read the whole list of a resource; again if it changed on the way, since rows move between pages then.

    Args:
        client: The account.
        resource: Its name.
        branch: The branch to look at, None for the client's own.
        note: Takes each record, some of them more than once.

    Raises:
        DaftraError: the list could not be read whole.
    """
    names = {param.name: param for param in operation_of(f"{resource}.list").query_params}
    size = {name: min(most, names[name].maximum or most) for name, most in _PAGE.items() if name in names}
    for _ in range(_WALKS):
        pager = getattr(client, resource).list(**size, **_of(branch)).checked(on_drift="ignore")
        async for record in pager.prefetch(_AHEAD):
            note(record)
        if not pager.drift:
            return


def _note(stage: Stage, form: Form, key: Field, record: Any) -> None:
    text = text_of(key.kind, getattr(record, key.name, None))
    if text and record.id is not None:
        stage.seen(text, record.id, texts_of(form, record))


def texts_of(form: Form, record: Any) -> Texts:
    """Return the values of a record by the paths of the fields that it shows, lines left out.

    Rows of lists show no custom fields, and their texts are empty then.
    """
    shown = {
        field.path: text_of(field.kind, getattr(record, field.name))
        for field in form.fields
        if not field.line and field.label is None and hasattr(record, field.name)
    }
    labelled = [field for field in form.fields if field.label is not None]
    if labelled:
        held = record.custom_values
        shown |= {field.path: text_of(str, held.get(field.label)) for field in labelled}
    return shown


def lines_of(form: Form, record: Any) -> list[Texts]:
    """Return the values of the lines of a document."""
    lines = getattr(record, form.lines, None) if form.lines is not None else None
    return [
        {
            field.path: text_of(field.kind, getattr(line, field.name))
            for field in form.fields
            if field.line and hasattr(line, field.name)
        }
        for line in (lines or ())
    ]
