"""Deprecations that expire by themselves.

A name that will go says since when, when it goes and what to use instead. Callers get a `DeprecationWarning` that points at their
own line. What is marked is registered when its module is imported, and a test fails as soon as the version of the package has
reached the one that was promised: whoever releases it removes the name, nobody has to remember it.

    @deprecated(since="0.3", removal="0.5", instead="invoices.list")
    def all_invoices(): ...

    _OLD_KEY = Deprecation("DaftraClient(key=)", since="0.3", removal="0.5", instead="api_key")  # at the top of the module
    _OLD_KEY.warn()  # where the argument is used
"""

from __future__ import annotations

import functools
import inspect
import re
import sys
import warnings
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

C = TypeVar("C", bound="Callable[..., Any]")

_VERSION: Final = re.compile(r"\d+(?:\.\d+)*")
_known: dict[str, Deprecation] = {}


def _version(_: object, field: attrs.Attribute[Any], value: str) -> None:
    if not _VERSION.fullmatch(value):
        msg = f"{field.name}: {value!r} is no version; allowed are numbers with dots between them"
        raise ValueError(msg)


@attrs.frozen
class Deprecation:
    """One name that will go; made at the top of a module, so that it is registered by an import.

    Raises:
        ValueError: a version is none, or the removal is no later than the deprecation.
    """

    what: str
    """The name, as users write it."""
    since: str = attrs.field(kw_only=True, validator=_version)
    """Version that warns first."""
    removal: str = attrs.field(kw_only=True, validator=_version)
    """Version that has it no more."""
    instead: str | None = attrs.field(kw_only=True, default=None)
    """What to use; None where nothing takes its place."""

    def __attrs_post_init__(self) -> None:
        if _numbers(self.removal) <= _numbers(self.since):
            msg = f"{self.what}: it cannot go in {self.removal} when it is deprecated since {self.since}"
            raise ValueError(msg)
        _known[self.what] = self

    def __str__(self) -> str:
        advice = f"; use {self.instead}" if self.instead else ""
        return f"{self.what} is deprecated since {self.since} and goes in {self.removal}{advice}"

    def warn(self, *, stacklevel: int = 2) -> None:
        """Warn whoever called the function that calls this.

        Args:
            stacklevel: 1 names the line of this call, 2 that of the caller, 3 the caller's caller.
        """
        warnings.warn(str(self), DeprecationWarning, stacklevel=stacklevel + 1)


def deprecated(*, since: str, removal: str, instead: str | None = None, what: str | None = None) -> Callable[[C], C]:
    """Mark a function, method, coroutine function or class as one that will go.

    Goes below `property`, `classmethod` and `staticmethod`. A coroutine function warns when it is called, not when it is awaited:
    later nobody knows who called it.

    Args:
        since: Version that warns first.
        removal: Version that has it no more.
        instead: What to use.
        what: The name as users write it; its module and qualified name when left out.
    """

    def mark(target: C) -> C:
        name = what or f"{target.__module__}.{target.__qualname__}"
        notice = Deprecation(name, since=since, removal=removal, instead=instead)
        if isinstance(target, type):
            made: Any = target  # a checker cannot follow that a class is callable and has its own __init__
            made.__init__ = _warning(made.__init__, notice)
            return cast("C", made)
        return cast("C", _warning(target, notice))

    return mark


def expired(version: str) -> list[Deprecation]:
    """Return what must not be there any more in a version; a pre-release counts as what it comes before."""
    now = _numbers(version)
    return sorted((one for one in _known.values() if _numbers(one.removal) <= now), key=lambda one: one.what)


def _warning(function: Callable[..., Any], notice: Deprecation) -> Callable[..., Any]:
    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        notice.warn()
        return function(*args, **kwargs)

    # Frameworks ask whether they have to await what a function returns; 3.11 offers no way to say so.
    if inspect.iscoroutinefunction(function) and sys.version_info >= (3, 12):
        return inspect.markcoroutinefunction(wrapper)
    return wrapper


def _numbers(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, comparable: 1.0 is 1.0.0, and 1.0rc1 is 1.0."""
    found = _VERSION.match(version)
    numbers = [int(part) for part in found[0].split(".")] if found else []
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)
