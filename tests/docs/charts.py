"""What a chart of Vega shows, without how it is drawn: letters are measured with the fonts of the machine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_LABEL = re.compile(r'aria-label="([^"]*)"')


def values_of(chart: Path) -> list[str]:
    """Return what is said of its axes and of each mark."""
    found = _LABEL.findall(chart.read_text("utf-8"))
    assert len(found) > 10
    return found
