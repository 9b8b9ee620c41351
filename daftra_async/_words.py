"""How messages name arguments: as Python takes them, or as options of the command that runs.

What writes a message asks here, so errors, warnings, reports and result files all say what their reader can give. The command
line sets `WORDS`; without it they are the words of Python.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import Final

import attrs

ANY: Final = object()
"""Some value: the message does not say which."""


@attrs.frozen
class Words:
    """The words of Python."""

    def label(self, argument: str) -> str:
        """Return how a message begins that is about an argument."""
        return argument

    def given(self, argument: str, value: object = ANY) -> str:
        """Return how an argument is given."""
        return f"{argument}=" if value is ANY else f"{argument}={value!r}"

    def only_python(self, text: str) -> str:
        """Return advice that only a program can follow; nothing for other readers."""
        return text


WORDS: Final[ContextVar[Words]] = ContextVar("words", default=Words())  # noqa: B039  # it is frozen


def labelled(message: str, argument: str | None) -> str:
    """Return a message that begins with the name of an argument, with what its reader calls it."""
    if argument is None or not message.startswith(f"{argument}:"):
        return message
    return WORDS.get().label(argument) + message.removeprefix(argument)


def given(argument: str, value: object = ANY) -> str:
    """Return how an argument is given: `resume=False`, or `--no-resume` while a command runs."""
    return WORDS.get().given(argument, value)


def only_python(text: str) -> str:
    """Return advice that only a program can follow, such as a method to call; nothing while a command runs."""
    return WORDS.get().only_python(text)
