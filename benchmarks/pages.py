"""Pages as the API sends them: the bytes of list answers, with the records of `samples` in them.

They are written as PHP writes JSON: slashes and everything beyond ASCII escaped.

    python benchmarks/pages.py FOLDER    writes them to look at
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import samples

if TYPE_CHECKING:
    from collections.abc import Callable

_ID: Final = re.compile(rb'(?:(?<=\{"Invoice":\{"id":)|(?<=\{"Invoice":\{"id":"))\d+')
_VARIANTS: Final = 4


class NumberedPages:
    """The pages of a list of invoices: a few that were built before, in turn, each record with an id of its own.

    Args:
        count: Pages of the list.
        limit: Records of a page.
        make: Gives the records of a page, by their number and a seed.
    """

    def __init__(
        self, count: int, limit: int = samples.RECORDS, make: Callable[[int, int], list[dict[str, Any]]] = samples.dirty_invoices
    ) -> None:
        self._count = count
        self._limit = limit
        self._parts = [_ID.split(v1_rows("Invoice", make(limit, seed))) for seed in range(_VARIANTS)]
        assert all(len(parts) == limit + 1 for parts in self._parts), "an id for each record"

    def body(self, page: int) -> list[bytes]:
        """Return the parts of the answer that holds a page."""
        first, *rest = self._parts[page % _VARIANTS]
        ids = range(page * self._limit, (page + 1) * self._limit)
        rows = b"".join([first, *(b"%d%b" % each for each in zip(ids, rest, strict=True))])
        return [rows, v1_tail(page, self._count, self._limit)]


def v1(key: str, rows: list[dict[str, Any]], page: int = 1, pages: int = 10) -> bytes:
    """Return a page of a v1 list."""
    return v1_rows(key, rows) + v1_tail(page, pages, len(rows))


def v1_rows(key: str, rows: list[dict[str, Any]]) -> bytes:
    """Return a page of a v1 list up to its paging."""
    return b'{"result":"successful","code":200,"data":' + _php([{key: row} for row in rows])


def v1_tail(page: int, pages: int, count: int) -> bytes:
    """Return the end of a page of a v1 list."""
    following = f"/v1/api/invoices?page={page + 1}" if page < pages else None
    before = f"/v1/api/invoices?page={page - 1}" if page > 1 else None
    paging = {
        "prev": before,
        "next": following,
        "page": page,
        "page_count": pages,
        "limit": count,
        "total_results": pages * count,
    }
    return b',"pagination":' + _php(paging) + b"}"


def v2(rows: list[dict[str, Any]], page: int = 1, pages: int = 10) -> bytes:
    """Return a page of a v2 list, as Laravel pages it."""
    url = "https://acme.daftra.com/v2/api/entity/le_workflow-type-entity-36/list/1"
    around = {
        "first_page_url": f"{url}?page=1",
        "from": 1,
        "last_page": pages,
        "last_page_url": f"{url}?page={pages}",
        "next_page_url": f"{url}?page={page + 1}" if page < pages else None,
        "path": url,
        "per_page": len(rows),
        "prev_page_url": None,
        "to": len(rows),
        "total": pages * len(rows),
    }
    return _php({"current_page": page, "data": rows, **around})


def _php(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":")).replace("/", "\\/").encode()


def clean_page(count: int = samples.RECORDS, seed: int = 1) -> bytes:
    """Return clean invoices: native types, no unknown keys; amounts are text, the one form that all decoders read exactly."""
    return v1("Invoice", samples.invoices(count, seed)[0])


def dirty_page(count: int = samples.RECORDS, seed: int = 1) -> bytes:
    """Return the same invoices as v1 sends them; one in 500 has a value that no rule reads."""
    return v1("Invoice", samples.dirty_invoices(count, seed))


def odd_page(count: int = samples.RECORDS, seed: int = 1) -> bytes:
    """Return a dirty page with a value that no rule reads in every record, at five places in turn."""
    rows = samples.invoices(count, seed)[1]
    for at, row in enumerate(rows):
        samples.spoil(row, at)
    return v1("Invoice", rows)


def v2_page(count: int = samples.RECORDS, seed: int = 1) -> bytes:
    """Return clean v2 records."""
    return v2(samples.workflow_records(count, seed))


def main() -> None:
    """Write the pages into a folder."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for make in (clean_page, dirty_page, odd_page, v2_page):
        body = make()
        (folder / f"{make.__name__}.json").write_bytes(body)
        print(f"{make.__name__}: {len(body) / samples.RECORDS / 1000:.2f} kB/record")


if __name__ == "__main__":
    main()
