"""The colours of charts, which the style of the page replaces in the dark and on paper.

A chart is drawn with the colours below. In the finished SVG each element of such a colour gets a class, so that the page's style
has the last word; a reader that knows no style still sees the colours of a light page.
"""

from __future__ import annotations

import re
from typing import Final

TEXT: Final = "#1b2530"
QUIET: Final = "#667281"
GRID: Final = "#d9dfe6"
AGES: Final = ("#2e8577", "#d9a62a", "#df8431", "#d05a33", "#a9302f", "#8d97a3")
"""By range of age, the undated last."""
SERIES: Final = ("#2f6fb3", "#33a08f", "#d99e2b", "#bf5683", "#7b68c8", "#9aa5b1")
"""By product, what is left last."""
_CLASSES: Final = {
    TEXT: "ink",
    QUIET: "quiet",
    GRID: "grid",
    **{colour: f"age{at}" for at, colour in enumerate(AGES)},
    **{colour: f"series{at}" for at, colour in enumerate(SERIES)},
}
_PAINTED: Final = re.compile(r'(?P<how>fill|stroke)="(?P<colour>#[0-9a-f]{6})"')


def class_of(colour: str) -> str:
    """Return the class of a colour of a chart: `age0`."""
    return _CLASSES[colour]


def with_classes(svg: str) -> str:
    """Return a chart whose colours can be set by a style."""

    def marked(found: re.Match[str]) -> str:
        known = _CLASSES.get(found["colour"])
        return found[0] if known is None else f'{found[0]} class="{found["how"]}-{known}"'

    return _PAINTED.sub(marked, svg)
