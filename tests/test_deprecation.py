"""Deprecations warn where they are used, and do not outlive their version."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import sys
import warnings
from typing import Any

import attrs
import pytest

import daftra_async
from daftra_async import _deprecation
from daftra_async._deprecation import Deprecation, deprecated, expired


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> dict[str, Deprecation]:
    """An empty one, so that made-up deprecations are seen by their test only."""
    made: dict[str, Deprecation] = {}
    monkeypatch.setattr(_deprecation, "_known", made)
    return made


def test_nothing_outlives_the_version_that_was_promised() -> None:
    """When this fails, remove what it names (and say so in changes/): its time is over."""
    for module in pkgutil.walk_packages(daftra_async.__path__, f"{daftra_async.__name__}."):
        importlib.import_module(module.name)
    assert [str(one) for one in expired(daftra_async.__version__)] == []


def test_what_has_expired_is_found(registry: dict[str, Deprecation]) -> None:
    Deprecation("b", since="0.1", removal="0.3")
    Deprecation("a", since="0.1", removal="0.2.0")
    Deprecation("c", since="0.1", removal="0.10")
    names = {version: [one.what for one in expired(version)] for version in ("0.1.9", "0.2", "0.3rc1", "0.9.5", "0.10.0", "1.0")}
    assert names == {
        "0.1.9": [],
        "0.2": ["a"],
        "0.3rc1": ["a", "b"],
        "0.9.5": ["a", "b"],
        "0.10.0": ["a", "b", "c"],
        "1.0": ["a", "b", "c"],
    }
    assert sorted(registry) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("since", "removal"), [("0.3", "0.3"), ("0.3", "0.3.0"), ("0.10", "0.9"), ("soon", "1"), ("1", "later"), ("1.", "2")]
)
def test_versions_that_make_no_sense(registry: dict[str, Deprecation], since: str, removal: str) -> None:
    with pytest.raises(ValueError, match=r"since|removal|cannot go"):
        Deprecation("x", since=since, removal=removal)
    assert registry == {}


def here() -> int:
    return inspect.currentframe().f_back.f_lineno  # type: ignore[union-attr]


def test_a_function_warns_at_the_line_of_its_caller(registry: dict[str, Deprecation]) -> None:
    @deprecated(since="0.1", removal="9", instead="new", what="old")
    def old(a: int, *, b: int) -> int:
        """Adds."""
        return a + b

    with pytest.warns(DeprecationWarning, match=r"^old is deprecated since 0\.1 and goes in 9; use new$") as caught:
        line, result = here(), old(1, b=2)
    assert result == 3
    assert (caught[0].filename, caught[0].lineno) == (__file__, line)
    assert (old.__name__, old.__doc__) == ("old", "Adds.")
    assert list(inspect.signature(old).parameters) == ["a", "b"]
    assert list(registry) == ["old"]


async def test_a_coroutine_function_warns_when_it_is_called(registry: dict[str, Deprecation]) -> None:
    @deprecated(since="0.1", removal="9")
    async def old() -> int:
        return 7

    with pytest.warns(DeprecationWarning, match=r"old is deprecated since 0\.1 and goes in 9$") as caught:
        line, waiting = here(), old()
    assert (caught[0].filename, caught[0].lineno) == (__file__, line)
    with warnings.catch_warnings(record=True) as more:
        assert await waiting == 7
    assert more == []
    if sys.version_info >= (3, 12):
        assert inspect.iscoroutinefunction(old)


def test_methods_properties_and_classes(registry: dict[str, Deprecation]) -> None:
    @deprecated(since="0.1", removal="9", what="Old")
    @attrs.define
    class Old:
        x: int

    class Kept:
        @property
        @deprecated(since="0.1", removal="9", what="Kept.p")
        def p(self) -> int:
            return 1

        @classmethod
        @deprecated(since="0.1", removal="9", what="Kept.c")
        def c(cls) -> Any:
            return cls

    for use, name, wanted in ((lambda: Old(3).x, "Old", 3), (lambda: Kept().p, "Kept.p", 1), (Kept.c, "Kept.c", Kept)):
        with pytest.warns(DeprecationWarning, match=f"^{name} is") as caught:
            assert use() == wanted
        if name != "Kept.c":  # called by the loop itself
            assert caught[0].filename == __file__
    assert isinstance(Old, type)
    assert sorted(registry) == ["Kept.c", "Kept.p", "Old"]


def test_an_argument_warns_by_its_notice(registry: dict[str, Deprecation]) -> None:
    notice = Deprecation("call(key=)", since="0.1", removal="9", instead="api_key")

    def call(*, key: str | None = None) -> None:
        if key is not None:
            notice.warn()

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        call()
    with pytest.warns(DeprecationWarning, match=r"^call\(key=\) is .*; use api_key$") as caught:
        line, _ = here(), call(key="k")
    assert (caught[0].filename, caught[0].lineno) == (__file__, line)
    assert list(registry) == ["call(key=)"]
