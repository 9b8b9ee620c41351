"""Tables of three columns or more that hold sentences.

On a phone each of their rows stands as a block, and its cells are named by their columns.
"""

from __future__ import annotations

import html
import re

_TABLE = re.compile(r"<table>\n<thead>.*?</table>", re.DOTALL)
_HEAD = re.compile(r"<th[^>]*>(?P<text>.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<td(?P<attributes>[^>]*)>(?P<text>.*?)</td>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SENTENCE = 32
"""Letters of a cell that needs several lines in a narrow column; the first cell is the name of its row."""


def name_cells(page: str) -> str:
    """Return the HTML of a page in which the cells of these tables carry the names of their columns."""
    return _TABLE.sub(_table, page)


def _table(match: re.Match[str]) -> str:
    table = match[0]
    names = [_text(head["text"]) for head in _HEAD.finditer(table)]
    rows = [[_text(cell["text"]) for cell in _CELL.finditer(row[0])] for row in _ROW.finditer(table)]
    longest = max((len(cell) for row in rows for cell in row[1:]), default=0)
    if len(names) < 3 or longest < _SENTENCE:  # two columns fit beside each other
        return table
    return _ROW.sub(lambda row: _row(row[0], names), table).replace("<table>", "<table data-stacked>", 1)


def _row(row: str, names: list[str]) -> str:
    left = iter(names)
    return _CELL.sub(lambda cell: f'<td data-column="{html.escape(next(left))}"{cell["attributes"]}>{cell["text"]}</td>', row)


def _text(cell: str) -> str:
    return html.unescape(_TAG.sub("", cell)).strip()
