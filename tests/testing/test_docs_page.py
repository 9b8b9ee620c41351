"""The tests that docs/testing.md shows pass when pytest runs them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

    from tests.demo_account import DemoAccountFile

pytest_plugins = ["pytester"]

PAGE = (Path(__file__).parent.parent.parent / "docs" / "testing.md").read_text("utf-8")
BLOCKS = [block for block in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL) if "def test_" in block]


DEMO = """
import pathlib
import pytest


@pytest.fixture(scope="session")
def _daftra_demo_file():
    return pathlib.Path({path!r})
"""
"""The account that is there already; the tests of the plugin make one as users do."""


def test_they_pass(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, demo_account_file: DemoAccountFile) -> None:
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makeconftest(DEMO.format(path=demo_account_file.path))
    head = "from __future__ import annotations\n"
    anyio = [block for block in BLOCKS if "mark.anyio" in block]
    others = [block for block in BLOCKS if "mark.anyio" not in block]
    assert (len(anyio), len(others)) == (1, 6)
    strict = ("-p", "daftra", "--strict-markers", "-W", "error", "-q", "-p", "no:cacheprovider")
    asyncio = ("-p", "asyncio", "-o", "asyncio_mode=auto", "-o", "asyncio_default_fixture_loop_scope=function")
    for at, block in enumerate(others):
        pytester.makepyfile(**{f"test_{at}": head + block})
    pytester.runpytest_subprocess(*strict, *asyncio).assert_outcomes(passed=9)
    for at in range(len(others)):
        pytester.path.joinpath(f"test_{at}.py").unlink()
    pytester.makepyfile(test_anyio=head + anyio[0])
    # Starting another process takes seconds; here, modules of plugins are imported already.
    known = ("-W", "ignore::pytest.PytestAssertRewriteWarning")
    pytester.runpytest_inprocess(*strict, *known, "-p", "anyio").assert_outcomes(passed=1)
