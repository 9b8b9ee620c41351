"""Values in the help of commands, in words of people: typer writes the types of Python, such as `<list[str]>`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_WORDS: Final = {
    "<str>": "TEXT",
    "<int>": "N",
    "<int range>": "N",
    "<float>": "N",
    "<float range>": "N",
    "<file>": "FILE",
    "<dir>": "FOLDER",
}


def without_types(params: Iterable[Any]) -> None:
    """Let the help of parameters name no types of Python; arguments have a name of their own and need no type."""
    for param in params:
        param.display_type_rich = _nothing if param.param_type_name == "argument" else partial(_in_words, param.display_type_rich)


def _nothing(ctx: object) -> None:  # typer passes it by this name
    """Show no type."""


def _in_words(shown: Callable[..., str | None], ctx: object) -> str | None:
    told = shown(ctx=ctx)
    return None if told is None else _WORDS.get(told, told)
