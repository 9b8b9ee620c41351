"""From the texts of a row to the body of a create, and to what an edit changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from daftra_async.importing.account import lines_of, texts_of
from daftra_async.importing.cells import text_of, value_of
from daftra_async.wire import custom_fields, hints, unstructure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from daftra_async.importing.fields import Form
    from daftra_async.importing.stage import Item, Texts
    from daftra_async.wire.record import Input

FEWER_LINES = "the document has {} lines and the table {}: an import deletes none"
Change = tuple[str, str, str]
"""Path of a field, the text of its value before, and after."""


class CannotChangeError(Exception):
    """A record cannot be made to look like its rows; the text says why."""


def body_of(form: Form, item: Item) -> Input:
    """Return the record to create.

    Raises:
        TypeError: a field that is required has no value.
        ValueError: a value is refused.
    """
    values: dict[str, Any] = {
        path: value_of(field.kind, item.own[path]) for path, field in _fields(form, item.own) if field.label is None
    }
    if form.custom is not None and (custom := _custom(form, item.own)):
        values[form.custom] = custom_fields.custom_fields(custom)
    if form.lines is not None and form.line_model is not None and any(item.lines):
        values[form.lines] = [form.line_model(**_line(form, line)) for line in item.lines]
    return form.model(**values)


def why_not(form: Form, item: Item) -> str | None:
    """Return why a record cannot be created as its rows say; None if it can."""
    missing = [path for path in form.required if path not in item.own]
    if missing:
        return f"a new record needs {', '.join(missing)}"
    if form.lines is not None and not any(item.lines):
        return "a new document needs lines"
    try:
        unstructure(body_of(form, item))
    except (TypeError, ValueError) as error:
        return str(error)
    return None


def changes(item: Item, own: Texts, lines: list[Texts] | None) -> list[Change]:
    """Return what a record has to be changed in; values that it does not show (a password) are none.

    Args:
        item: The rows.
        own: Values of the record.
        lines: Those of its lines; None where they are not compared.

    Raises:
        CannotChangeError: the record has more lines than the table.
    """
    found = [(path, own[path], text) for path, text in item.own.items() if path in own and own[path] != text]
    if lines is None or not any(item.lines):
        return found
    if len(lines) > len(item.lines):
        raise CannotChangeError(FEWER_LINES.format(len(lines), len(item.lines)))
    for at, line in enumerate(item.lines):
        before = lines[at] if at < len(lines) else None
        for path, text in line.items():
            was = "" if before is None else before.get(path, "")
            if before is None or was != text:
                name = path.replace(".", f"[{at}].", 1)
                found.append((name, was, text))
    return found


def apply(form: Form, item: Item, draft: Any) -> None:
    """Put what the rows say into the draft of an edit, where it says something else.

    Raises:
        CannotChangeError: the document has more lines than the table.
        AttributeError: a field cannot be changed.
    """
    changes(item, texts_of(form, draft), lines_of(form, draft))
    _set(form, item.own, draft)
    _set_custom(form, item.own, draft)
    if form.lines is None or not any(item.lines):
        return
    kept: list[Any] = list(getattr(draft, form.lines) or ())
    for line, record in zip(item.lines, kept, strict=False):
        _set(form, line, record)
    added = item.lines[len(kept) :]
    if added:
        model: Any = _line_record(form)
        setattr(draft, form.lines, [*kept, *(model(**_line(form, line)) for line in added)])


def _set(form: Form, texts: Texts, record: Any) -> None:
    for path, field in _fields(form, texts):
        if (
            field.label is None
            and hasattr(record, field.name)
            and text_of(field.kind, getattr(record, field.name)) != texts[path]
        ):
            setattr(record, field.name, value_of(field.kind, texts[path]))


def _set_custom(form: Form, texts: Texts, record: Any) -> None:
    held = record.custom_values
    differing = {label: text for label, text in _custom(form, texts).items() if text_of(str, held.get(label)) != text}
    if form.custom is not None and differing:
        setattr(record, form.custom, custom_fields.changed(getattr(record, form.custom), differing))


def _custom(form: Form, texts: Texts) -> dict[str, str]:
    """Return the values of custom fields by label."""
    return {field.label: texts[path] for path, field in _fields(form, texts) if field.label is not None}


def _line(form: Form, texts: Texts) -> dict[str, Any]:
    return {field.name: value_of(field.kind, texts[path]) for path, field in _fields(form, texts)}


def _fields(form: Form, texts: Texts) -> Iterator[tuple[str, Any]]:
    return ((field.path, field) for field in form.fields if field.path in texts)


def _line_record(form: Form) -> Any:
    assert form.record is not None
    assert form.lines is not None
    return hints.item_of(hints.single(hints.hints_of(form.record)[form.lines]))[1]
