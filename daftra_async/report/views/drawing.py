"""Charts as SVG: Altair says what they show, vl-convert draws them without a browser."""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING, Any, Final

from daftra_async._libraries import missing_library
from daftra_async.report.views.colours import GRID, QUIET, TEXT, with_classes

try:
    # Its types are too many to be checked strictly, so none are used.
    alt: Any = importlib.import_module("altair")
    converter: Any = importlib.import_module("vl_convert")
except ImportError as error:
    raise missing_library(error, "report") from None

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.report.views.words import Words

WIDTH: Final = 440
"""Of the plot, in units of the drawing: on a phone it still is a readable size."""
_BAR: Final = 31
"""Height of a row."""
_NAMES: Final = 176
"""Width of the names beside the rows: room for other fonts than those that are measured."""
_SIZE: Final = 13
"""Of letters."""
_VERSION: Final = re.compile(r"v(\d+)\.(\d+)")


def bars(rows: list[dict[str, Any]], colours: Mapping[str, str], words: Words) -> Any:
    """Return horizontal bars, with what each row comes to at its end.

    Args:
        rows: `name`, `part`, `value`, `at` (place of the part) and, once for each name, `label` and `whole`.
        colours: By part, in their order.
        words: The language, which says where bars begin.
    """
    names = list(dict.fromkeys(row["name"] for row in rows))
    most = max([0.0, *(row["whole"] for row in rows if "whole" in row)]) or 1.0
    across = alt.X("value:Q", axis=None, stack="zero", scale=alt.Scale(domain=[0, most * 1.5], reverse=words.rtl, nice=False))
    down = alt.Y(
        "name:N",
        sort=names,
        title=None,
        axis=alt.Axis(
            orient="right" if words.rtl else "left",
            ticks=False,
            domain=False,
            labelPadding=8,
            labelLimit=_NAMES,
            minExtent=_NAMES,
        ),
    )
    base = alt.Chart(alt.Data(values=rows)).encode(y=down)
    drawn = base.mark_bar(height={"band": 0.62}).encode(x=across, color=_colours(colours), order=alt.Order("at:Q"))
    ends = (
        base.transform_filter("isValid(datum.label)")
        .mark_text(align="right" if words.rtl else "left", dx=-7 if words.rtl else 7, color=TEXT, fontSize=_SIZE)
        .encode(x=alt.X("whole:Q", axis=None), text="label:N")
    )
    return alt.layer(drawn, ends).properties(width=WIDTH - _NAMES, height=_BAR * len(names))


def columns(rows: list[dict[str, Any]], colours: Mapping[str, str], words: Words) -> Any:
    """Return stacked columns over time.

    Args:
        rows: `name` (of the column, in order), `part`, `value`, `at` (place of the part).
        colours: By part, in their order.
        words: The language, which says where time begins.
    """
    names = list(dict.fromkeys(row["name"] for row in rows))
    sizes = {key: words(key) for key in ("thousand", "million", "billion")}
    short = (
        "abs(datum.value) >= 1e9 ? format(datum.value / 1e9, '~f') + '{billion}' : "
        "abs(datum.value) >= 1e6 ? format(datum.value / 1e6, '~f') + '{million}' : "
        "abs(datum.value) >= 1e3 ? format(datum.value / 1e3, '~f') + '{thousand}' : format(datum.value, '~f')"
    ).format(**sizes)
    across = alt.X(
        "name:N",
        sort=names,
        title=None,
        scale=alt.Scale(reverse=words.rtl, paddingInner=0.25, paddingOuter=0.1),
        axis=alt.Axis(labelAngle=-45, ticks=False, labelPadding=6, labelOverlap=False),
    )
    up = alt.Y(
        "value:Q",
        title=None,
        stack="zero",
        axis=alt.Axis(
            orient="right" if words.rtl else "left", grid=True, domain=False, ticks=False, tickCount=5, labelExpr=short
        ),
    )
    drawn = alt.Chart(alt.Data(values=rows)).mark_bar()
    return drawn.encode(x=across, y=up, color=_colours(colours), order=alt.Order("at:Q")).properties(width=WIDTH - 40, height=210)


def svg_of(chart: Any, title: str) -> str:
    """Return a chart as an element of a page; it takes the width that is there.

    Args:
        chart: What to draw.
        title: What it shows, for those who do not see it; escaped already.
    """
    config = {
        "background": None,
        "aria": False,
        "font": "sans-serif",
        "padding": {"left": 4, "right": 4, "top": 2, "bottom": 2},
        "view": {"stroke": None},
        "axis": {"labelColor": QUIET, "labelFontSize": _SIZE, "gridColor": GRID, "domainColor": GRID},
        "axisY": {"labelColor": TEXT},
    }
    # Checking a chart against the grammar takes longer than drawing it; tests draw every kind.
    spec = {**chart.to_dict(validate=False), "config": config}
    version = _VERSION.search(alt.SCHEMA_VERSION)
    assert version is not None
    drawn: str = converter.vegalite_to_svg(spec, vl_version=f"{version[1]}.{version[2]}")
    head = re.match(r"<svg [^>]*>", drawn)
    box = re.search(r'viewBox="([\d. ]+)"', drawn)
    assert head is not None
    assert box is not None
    width = box[1].split()[2]
    opening = (
        f'<svg class="chart" viewBox="{box[1]}" style="max-width:{width}px" direction="ltr" role="img" aria-label="{title}">'
    )
    return with_classes(opening + drawn[head.end() :])


def _colours(colours: Mapping[str, str]) -> Any:
    # What they mean stands on the page, where it wraps, and begins on the right in Arabic.
    return alt.Color("part:N", scale=alt.Scale(domain=list(colours), range=list(colours.values())), legend=None)
