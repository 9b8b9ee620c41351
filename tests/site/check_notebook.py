"""The notebook of the examples runs, and shows what it did when it was stored."""

from __future__ import annotations

import pytest

pytest.importorskip("nbclient")

from tests.docs import notebook


def test_the_notebook_shows_what_it_says() -> None:
    now = notebook.executed()
    assert notebook.shown(now) == notebook.shown(notebook.read()), "run: make outputs"
    pictures = [each for cell in now.cells for each in cell.get("outputs", ()) if "image/svg+xml" in each.get("data", {})]
    assert len(pictures) == 1
