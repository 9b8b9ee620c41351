"""Help and refusals of typer, in words of people: it writes the types of Python, such as `<list[str]>`, and those of pydantic."""

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


def in_words(error: Any) -> str:
    """Return what a refused value of an option should be, and of an argument that is missing what it is."""
    if not error.message:
        return getattr(error.param, "help", None) or ""
    told: str = error.message.removeprefix("Value error, ").replace("Input should be", "it should be")
    # The rest says what a parser of Python could not do.
    return told.partition(", unable to parse")[0]


def _nothing(ctx: object) -> None:  # typer passes it by this name
    """Show no type."""


def _in_words(shown: Callable[..., str | None], ctx: object) -> str | None:
    told = shown(ctx=ctx)
    return None if told is None else _WORDS.get(told, told)
