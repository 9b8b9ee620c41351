"""How lists are cut into pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, urlsplit

from daftra_async.catalogue import operation_of
from daftra_async.prove.asking import CannotTell, give_up, size_name
from daftra_async.prove.kinds.result import Result
from daftra_async.prove.shapes import id_of, listed, type_of
from daftra_async.wire.scalars import to_int

if TYPE_CHECKING:
    from daftra_async.operation import AnyOperation
    from daftra_async.prove.experiment import Experiment
    from daftra_async.prove.lab import Lab
    from daftra_async.prove.shapes import Listed

_MAXIMUM: Final = 1000
"""The documented maximum of rows of a page."""
_LINKS: Final = ("next", "next_page_url")
_USUAL: Final = 20
"""Rows of a page when nothing is asked for."""


async def paging(lab: Lab, experiment: Experiment) -> Result:
    """Tell which parameters the link to the next page keeps, and whether the second page follows the first."""
    op = operation_of(experiment.operations[0])
    first = await _page(lab, experiment, op, page=1)
    if (first.total or 0) < 2 and experiment.record is not None and lab.writing:
        for _ in range(2):
            await lab.records.create(experiment.record, await lab.records.body_of(experiment.record))
        first = await _page(lab, experiment, op, page=1)
    if (first.total or 0) < 2:
        msg = f"a list of {first.total or len(first.rows)} rows has one page"
        raise CannotTell(msg)
    second = await _page(lab, experiment, op, page=2)
    repeated = [id_of(row) for row in first.rows] == [id_of(row) for row in second.rows]
    link = next((first.paging[name] for name in _LINKS if name in first.paging), None)
    counted = type_of(first.paging.get("page_count", first.paging.get("last_page")))
    evidence = f"{first.total} rows, {first.pages} pages, the count as {counted}"
    return Result("page 2 repeats page 1" if repeated else _kept(link, size_name(op)), evidence)


def _kept(link: Any, size: str) -> str:
    if not isinstance(link, str):
        return "no link"
    names = {name for name, _ in parse_qsl(urlsplit(link).query)}
    if "page" not in names:
        return "no page"
    return "page and size" if size in names else "page only"


async def size_limit(lab: Lab, experiment: Experiment) -> Result:
    """Tell what becomes of a page size above the documented maximum.

    The rows decide where a list has more than the maximum; elsewhere what the answer says of its size, if it says anything.
    """
    best, most = operation_of(experiment.operations[0]), -1
    for name in experiment.operations:
        op = operation_of(name)
        seen = await lab.page(op, 1, experiment.given)
        total = listed(seen.body).total if seen.ok else None
        if (total or 0) > most:
            best, most = op, total or 0
        if most > _MAXIMUM:
            break
    # The second page is empty if the size is honoured, so that nothing large travels.
    size = max(_MAXIMUM + 1, most)
    seen = await lab.page(best, size, experiment.given, {"page": 2})
    if seen.status in {400, 422}:
        return Result("refused", f"{best.id}: {seen.status} for {size} rows a page")
    if not seen.ok:
        give_up(seen)
    found = listed(seen.body)
    said, ok = to_int(found.paging.get("per_page"))
    if most > _MAXIMUM:
        return Result(_by_rows(found, most), f"{best.id}: {size} of {most} rows asked, {found.pages or 'unknown'} pages")
    if ok and said is not None:
        return Result("honoured" if said == size else "capped", f"{best.id}: {size} rows asked, the answer says {said}")
    msg = f"no list has more than {_MAXIMUM} rows; {size} were not refused"
    raise CannotTell(msg)


def _by_rows(found: Listed, total: int) -> str:
    if not found.rows:
        return "honoured"
    usual = len(found.rows) == _USUAL if found.pages is None else found.pages == -(-total // _USUAL)
    return "ignored" if usual else "capped"


async def _page(lab: Lab, experiment: Experiment, op: AnyOperation, *, page: int) -> Listed:
    seen = await lab.page(op, 1, experiment.given, {"page": page})
    if not seen.ok:
        give_up(seen)
    return listed(seen.body)
