"""No public name breaks without a word to those who use it: `changes/*.breaking.md`.

`tests/api/public.txt` is the state of the last release. New names need nothing; `make api` adds them when a release is made.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import daftra_async
from daftra_async.resources import Resources
from tests.api.compare import breaks
from tests.api.surface import MODULES, ROOT, SNAPSHOT, stub

FRAGMENTS = ROOT / "changes"


@pytest.fixture(scope="module")
def now() -> str:
    return stub()


def test_nothing_breaks_unannounced(now: str) -> None:
    found = breaks(SNAPSHOT.read_text("utf-8"), now)
    announced = [path.name for path in FRAGMENTS.glob("*.breaking*.md")]
    advice = "say so in changes/+WORD.breaking.md, or keep it working:"
    assert not found or announced, "\n".join([advice, *found])


def test_every_public_name_is_in_the_stub(now: str) -> None:
    tops = {line.partition("(")[0].rstrip(":").split()[-1] for line in now.splitlines() if line.startswith("class ")}
    functions = {line.partition("(")[0].split()[-1] for line in now.splitlines() if line.startswith(("def ", "async def "))}
    values = {
        line.partition(":")[0] for line in now.splitlines() if line[0] not in " @" and not line.startswith(("class", "def"))
    }
    assert set(daftra_async.__all__) <= tops | functions | values
    assert {f"    {name}: {name.title().replace('_', '')}Resource" for name in ("invoices", "work_orders")} <= set(
        now.splitlines()
    )
    assert {name for name in dir(Resources) if not name.startswith("_")} <= {
        line.strip().partition(":")[0] for line in now.partition("class Resources:\n")[2].partition("\nclass ")[0].splitlines()
    }
    assert {module.replace(".", "_") for module in MODULES} <= tops


def test_it_tells_nothing_of_the_machine(now: str) -> None:
    assert str(ROOT) not in now
    assert str(Path.home()) not in now


OLD = """
class Shop(Base):
    @classmethod
    def make(cls, a, b=1) -> Shop: ...
    async def get(self, id, *, level=1) -> Brand: ...
    def list(self, level=1, *, page=UNSET) -> Pager[Brand | None]: ...
    total: int | None
class BrandInput(Input):
    name: str
    note: str | int | UnsetType = ...
class Brand(Record):
    name: str | None = ...
class Kind(OpenIntEnum):
    A = 1
def loads(text) -> dict[str, Any]: ...
LIMIT: Final = ...
class export:
    class Report:
        ok: bool
"""


@pytest.mark.parametrize(
    ("was", "becomes", "found"),
    [
        ("LIMIT: Final = ...\n", "", "LIMIT: "),
        ("    class Report:\n        ok: bool\n", "    ...\n", "export.Report: "),
        ("    name: str | None = ...\n", "    ...\n", "Brand.name: "),
        ("*, page=UNSET", "*, size=UNSET", "Shop.list: Parameter was removed (page)"),
        ("id, *, level=1", "id, *, level", "Shop.get: Parameter is now required (level)"),
        ("def loads(text)", "def loads(text, strict)", "loads: Parameter was added as required (strict)"),
        ("make(cls, a, b=1)", "make(cls, b, a=1)", "Shop.make: "),
        ("class Shop(Base)", "class Shop", "Shop: Base class was removed"),
        ("async def get", "def get", "Shop.get: is not awaited any more"),
        ("    def list", "    async def list", "Shop.list: has to be awaited now"),
        ("-> Brand:", "-> Brand | None:", "Shop.get: may be None now"),
        ("dict[str, Any]", "list[Any]", "loads: may be list[Any] now"),
        ("Pager[Brand | None]", "Pager[Brand]", "Shop.list: may be Pager[Brand] now"),
        ("total: int | None", "total: int | str | None", "Shop.total: may be str now"),
        ("note: str | int", "note: str", "BrandInput.note: does not take int any more"),
        ("note: str | int | UnsetType = ...", "note: str | int | UnsetType", "BrandInput.note: needed now"),
        ("class BrandInput(Input):\n", "class BrandInput(Input):\n    code: str\n", "BrandInput.code: new, and needed"),
        ("A = 1", "A = 2", "Kind.A: is 2, was 1"),
    ],
)
def test_what_breaks_is_found(was: str, becomes: str, found: str) -> None:
    assert OLD.count(was) == 1
    lines = breaks(OLD, OLD.replace(was, becomes))
    assert any(line.startswith(found) for line in lines), lines


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("LIMIT: Final = ...\n", "LIMIT: Final = ...\nMORE: Final = ...\n"),
        ("page=UNSET", "page=UNSET, branch=UNSET"),
        ("total: int | None", "total: int"),
        ("note: str | int", "note: str | int | Decimal"),
        ("class BrandInput(Input):\n", "class BrandInput(Input):\n    code: str | UnsetType = ...\n"),
        ("    name: str | None = ...\n", "    name: str | None = ...\n    code: str\n"),
        ("A = 1", "A = 1\n    B = 2"),
        ("    name: str\n", "    name: str | UnsetType = ...\n"),
    ],
)
def test_what_breaks_nothing_is_let_through(was: str, becomes: str) -> None:
    assert breaks(OLD, OLD.replace(was, becomes)) == []
