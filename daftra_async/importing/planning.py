"""What is to be done with each record: create it, change it, leave it, or refuse it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from daftra_async.importing.account import lines_of, texts_of
from daftra_async.importing.bodies import CannotChangeError, changes, why_not

if TYPE_CHECKING:
    from daftra_async.client import DaftraClient
    from daftra_async.importing.fields import Field, Form
    from daftra_async.importing.journal import Past
    from daftra_async.importing.stage import Item, Stage

CREATE: Final = "create"
CHANGE: Final = "change"
COMPARE: Final = "compare"
"""A document whose lines or custom fields have to be read first, to see whether it differs."""
CREATED: Final = "created"
CHANGED: Final = "changed"
UNCHANGED: Final = "unchanged"
REFUSED: Final = "refused"
FAILED: Final = "failed"
UNKNOWN: Final = "unknown"
_CHUNK: Final = 500
_MOST_IDS: Final = 5
_WRITTEN: Final = frozenset({CREATED, CHANGED, UNCHANGED})
_IN_DOUBT: Final = (
    "an earlier run sent it, and nobody knows whether it was created: look for it; to send it again, delete its line from the"
    " result file"
)


def plan(form: Form, key: Field | None, stage: Stage, past: Past) -> None:
    """Decide about every record that waits; nothing is sent."""
    for chunk in stage.chunks("waiting", _CHUNK):
        for item in chunk:
            if key is None:
                _without_key(form, stage, item, past)
            else:
                _with_key(form, stage, item)


async def compare(client: DaftraClient, form: Form, stage: Stage) -> None:
    """Read the documents whose lines or custom fields decide, and say what would be changed; nothing is written.

    Raises:
        DaftraError: a document could not be read.
    """
    resource: Any = getattr(client, form.resource)
    for chunk in stage.chunks(COMPARE, _CHUNK // 5):
        records = (await resource.get_many([item.id for item in chunk])).by_id
        for item in chunk:
            record = records.get(int(item.id or 0)) or records.get(item.id)
            if record is None:
                stage.decide(item.seq, FAILED, message="it was there a moment ago, and is gone")
                continue
            _decide(form, stage, item, str(item.id), texts_of(form, record), lines_of(form, record))


def _without_key(form: Form, stage: Stage, item: Item, past: Past) -> None:
    check, outcome, identity = past.rows.get(item.row, ("", "", ""))
    if check == item.digest and outcome in _WRITTEN:
        stage.decide(item.seq, UNCHANGED, identity or None, "an earlier run has written it")
    elif check == item.digest and item.row in past.open:
        stage.decide(item.seq, UNKNOWN, message=_IN_DOUBT)
    else:
        _new(form, stage, item)


def _with_key(form: Form, stage: Stage, item: Item) -> None:
    found = stage.known(item.seq)
    if len(found) > 1:
        ids = ", ".join(identity for identity, _ in found[:_MOST_IDS])
        refuse(stage, item, f"{len(found)} records of the account have this key (ids {ids})")
    elif found:
        identity, own = found[0]
        if any(item.lines) or any(field.label is not None for field in form.fields if field.path in item.own):
            stage.decide(item.seq, COMPARE, identity)
        else:
            _decide(form, stage, item, identity, own, None)
    elif (near := stage.near(item.seq)) is not None:
        told = f" ({near})" if form.shows_keys else ""
        refuse(stage, item, f"the account has this key with zeros in front{told}: the table has lost them")
    else:
        _new(form, stage, item)


def _new(form: Form, stage: Stage, item: Item) -> None:
    reason = why_not(form, item)
    if reason is None:
        stage.decide(item.seq, CREATE)
    else:
        refuse(stage, item, reason)


def _decide(form: Form, stage: Stage, item: Item, identity: str, own: dict[str, str], lines: Any) -> None:
    try:
        found = changes(item, own, lines)
    except CannotChangeError as error:
        refuse(stage, item, str(error), identity)
        return
    if not found:
        stage.decide(item.seq, UNCHANGED, identity)
    elif not form.editable:
        refuse(stage, item, f"{form.resource} cannot be changed, and the account has it with other values", identity)
    else:
        stage.decide(item.seq, CHANGE, identity, detail=found)


def refuse(stage: Stage, item: Item, reason: str, identity: str | None = None) -> None:
    """Refuse a whole record."""
    stage.decide(item.seq, REFUSED, identity, reason)
    stage.refuse(item.row, item.seq, "", "", reason)
