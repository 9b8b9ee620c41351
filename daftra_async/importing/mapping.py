"""How the columns of a table are read: what a mapping file holds.

resource = "clients"
key = "client_number"
ignore = ["Internal remark"]
date_format = "d/m/Y"

[columns]
"رقم العميل" = "client_number"
"Kunde" = "business_name"
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn, cast

import attrs

from daftra_async._os_errors import sentence
from daftra_async._suggest import did_you_mean
from daftra_async.errors import ArgumentError

if TYPE_CHECKING:
    import os

_LONGEST: Final = 1024 * 1024
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


@attrs.frozen(kw_only=True)
class Mapping:
    """What is said of a table, beside what its headers tell."""

    columns: dict[str, str] = attrs.field(factory=dict[str, str])
    """Fields by the headers of their columns."""
    ignore: tuple[str, ...] = ()
    """Headers of columns that are left out."""
    resource: str | None = None
    key: str | None = None
    """Field that names a record."""
    date_format: str | None = None
    decimal_comma: bool = False
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None

    def merged(self, **said: Any) -> Mapping:
        """Return this mapping with what was said for one import; None leaves what the file says."""
        columns: dict[str, str] = {**self.columns, **(said.pop("columns", None) or {})}
        ignore = tuple(dict.fromkeys((*self.ignore, *said.pop("ignore", ()))))
        return attrs.evolve(self, columns=columns, ignore=ignore, **{name: each for name, each in said.items() if each})


_TYPES: Final = {
    **dict.fromkeys(("resource", "key", "date_format", "encoding", "delimiter", "sheet"), str),
    "decimal_comma": bool,
    "columns": dict,
    "ignore": list,
}


def read(path: str | os.PathLike[str]) -> Mapping:
    """Read a mapping file.

    Raises:
        ArgumentError: it cannot be read, or is not a mapping.
    """
    try:
        with Path(path).open("rb") as file:
            text = file.read(_LONGEST + 1)
        if len(text) > _LONGEST:
            _refuse(path, "it is larger than a megabyte")
        found: dict[str, Any] = tomllib.loads(text.decode("utf-8"))
    except OSError as error:
        msg = f"mapping: {sentence(error)}"
        raise ArgumentError(msg, "mapping") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        _refuse(path, f"it is no TOML ({error})")
    for name, value in found.items():
        if name not in _TYPES:
            _refuse(path, f"it says {name!r:.60}, which means nothing{did_you_mean(name, _TYPES)}")
        if not isinstance(value, _TYPES[name]):
            _refuse(path, f"{name} is {type(value).__name__} where {_TYPES[name].__name__} is needed")
    texts: list[Any] = [*found.get("columns", {}).values(), *found.get("ignore", [])]
    if not all(isinstance(each, str) for each in texts):
        _refuse(path, "columns and ignore hold text only")
    values: dict[str, Any] = {**found, "ignore": tuple(found.get("ignore", ()))}
    return Mapping(**values)


def write(path: str | os.PathLike[str], mapping: Mapping) -> None:
    """Write a mapping file.

    Raises:
        OSError: it cannot be written.
    """
    lines: list[str] = []
    for name in ("resource", "key", "ignore", "date_format", "decimal_comma", "encoding", "delimiter", "sheet"):
        value = getattr(mapping, name)
        if isinstance(value, bool):
            lines += [f"{name} = true"] if value else []
        elif isinstance(value, tuple):
            texts = cast("tuple[str, ...]", value)
            lines += [f"{name} = [{', '.join(map(_text, texts))}]"] if texts else []
        elif value is not None:
            lines.append(f"{name} = {_text(value)}")
    lines += ["", "[columns]", *(f"{_text(header)} = {_text(field)}" for header, field in mapping.columns.items())]
    Path(path).write_text("\n".join(lines) + "\n", "utf-8")


def _text(value: str) -> str:
    shown = "".join(_ESCAPES.get(char, char if char.isprintable() else f"\\U{ord(char):08x}") for char in value)
    return f'"{shown}"'


def _refuse(path: str | os.PathLike[str], problem: str) -> NoReturn:
    msg = f"mapping: {Path(path).name}: {problem}"
    raise ArgumentError(msg, "mapping") from None
