"""Which column is written to which field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from daftra_async._suggest import nearest
from daftra_async._words import given
from daftra_async.errors import ArgumentError
from daftra_async.importing import vocabulary
from daftra_async.importing.fields import Field
from daftra_async.redaction.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from daftra_async.importing.fields import Form
    from daftra_async.importing.mapping import Mapping

_MOST_SHOWN: Final = 12


@attrs.frozen
class Column:
    """A column of the table that is written."""

    index: int
    header: str
    field: Field


def columns_of(form: Form, headers: Sequence[str], mapping: Mapping) -> list[Column]:
    """Decide where each column goes.

    A header is taken as the mapping says; else it is a name of a field, or a word for it. Case, blanks and spellings of one
    Arabic letter do not count.

    Raises:
        ArgumentError: a header is unknown or empty, or two mean the same field; nothing was read beyond the headers.
    """
    known = names(form)
    said = {vocabulary.folded(header): target for header, target in mapping.columns.items()}
    ignored = {vocabulary.folded(header) for header in mapping.ignore}
    problems: list[str] = []
    if absent := [header for header in mapping.columns if vocabulary.folded(header) not in map(vocabulary.folded, headers)]:
        problems.append(f"the mapping names {', '.join(map(_quoted, absent[:_MOST_SHOWN]))}, which the table has no column for")
    found: list[Column] = []
    for index, header in enumerate(headers):
        plain = vocabulary.folded(header)
        if plain in ignored and plain not in said:
            continue
        field = form.field(said[plain]) if plain in said else known.get(plain) or form.field(header)
        if field is None:
            problems.append(_unknown(header, index, said.get(plain), form, known))
            continue
        same = next((column for column in found if _target(column.field) == _target(field)), None)
        if same is not None:
            problems.append(f"{_quoted(same.header)} and {_quoted(header)} both mean {_target(field)}")
        found.append(Column(index, header, field))
    if problems:
        more = len(problems) - _MOST_SHOWN
        told = "; ".join([*problems[:_MOST_SHOWN], *([f"and {more} more"] if more > 0 else [])])
        mapped, ignored_too = given("columns", {"HEADER": "field"}), given("ignore", ["HEADER"])
        msg = f"columns: {told}. Map a column ({mapped}), or leave it out ({ignored_too})"
        raise ArgumentError(msg, "columns")
    return found


def _target(field: Field) -> str:
    """Return the field that is written in the end."""
    return field.path if field.link is None else field.link.target


def check_key(form: Form, columns: Iterable[Column], key: str | None) -> None:
    """Refuse a table by which no record can be found again, or made.

    Raises:
        ArgumentError: the key has no column; or there is none, and a field that new records need has no column.
    """
    there = [column.field for column in columns]
    paths = {field.path for field in there} | {_target(field) for field in there}
    if key is None:
        if form.lines is not None:
            msg = f"key: rows of {form.resource} are brought together by their key, so it cannot be left out; name one"
            raise ArgumentError(msg, "key")
        missing = [field.path for field in form.fields if field.required and not field.line and field.path not in paths]
        if missing:
            msg = f"columns: {form.resource} need {', '.join(missing)}, and no column of the table means that"
            raise ArgumentError(msg, "columns")
    elif key not in paths:
        other = next(
            (field.path for field in there if not field.line and not field.link and (field.is_digits or field.name == "email")),
            "email",
        )
        without = (
            ""
            if form.lines is not None
            else (f", or import without one ({given('key', None)}): then a second run knows the rows by the result file alone")
        )
        msg = (
            f"key: no column of the table means {key}, by which a record is found again. Map the column that does"
            f" ({given('columns', {'HEADER': key})}), name another field ({given('key', other)}){without}"
        )
        raise ArgumentError(msg, "key")


def names(form: Form) -> dict[str, Field]:
    """Return the fields by everything that a header may call them, folded; fields of the record come before those of lines."""
    found: dict[str, Field] = {}
    for name, field in _words(form):
        found.setdefault(vocabulary.folded(name), field)
    return found


def _words(form: Form) -> Iterator[tuple[str, Field]]:
    """Give the words for fields, those that count most first."""
    own = vocabulary.resource(form.resource).get("fields", {})
    record = [field for field in form.fields if not field.line and field.link is None]
    linked = [field for field in form.fields if field.link is not None]
    lines = [field for field in form.fields if field.line and field.link is None]
    # "Client e-mail" finds the client; the copy of it that an invoice holds can be named in a mapping.
    for field in (*linked, *form.fields):
        yield from ((name, field) for name in (field.path, field.wire))
    for fields, words in (
        (record, {field.name: (field.name, *own.get(field.name, ())) for field in record}),
        (record, vocabulary.load()["fields"]),
        (linked, vocabulary.load()["link_words"]),
        (lines, {field.name: (field.name,) for field in lines}),
        (lines, vocabulary.load()["lines"]),
        (lines, {field.name: (f"line {field.name}", f"item {field.name}") for field in lines}),
    ):
        yield from ((word, field) for field in fields for word in words.get(field.name, ()))


def _unknown(header: str, index: int, target: str | None, form: Form, known: dict[str, Field]) -> str:
    if target is not None:
        near = nearest(target, [field.path for field in form.fields])
        hint = f"; did you mean {near[0]!r}?" if near else ""
        return f"{_quoted(header)} is mapped to {target!r:.60}, which {form.resource} do not have{hint}"
    if not header.strip():
        return f"column {letters(index)} has no header"
    if ":" in header and vocabulary.folded(header.partition(":")[0]) in vocabulary.custom_words():
        if form.custom is not None:
            return f"{_quoted(header)} has no label: write it as 'custom: Order ID'"
        return f"{_quoted(header)} names a custom field, and {form.resource} have none that can be written"
    near = list(dict.fromkeys(known[name].path for name in nearest(vocabulary.folded(header), known, 3)))
    hint = f" (did you mean {' or '.join(near)}?)" if near else ""
    return f"nothing is known of {_quoted(header)}{hint}"


def letters(index: int) -> str:
    """Return the name of a column as spreadsheets show it: A, B, ..., AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _quoted(header: str) -> str:
    return repr(one_line(header)[:60])
