"""The wheel and the source distribution: built without a network, and looked into."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email import message_from_bytes
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from trove_classifiers import classifiers

import daftra_async
from daftra_async.models import MODULES
from tests.packaging.contents import MOST_BYTES, main, problems

if TYPE_CHECKING:
    from email.message import Message

ROOT = Path(__file__).parent.parent.parent
EXTRAS = {
    "all",
    "arrow",
    "cli",
    "dask",
    "dlt",
    "duckdb",
    "fsspec",
    "import",
    "keyring",
    "otel",
    "parquet",
    "redis",
    "report",
    "sandbox",
    "sql",
    "xlsx",
}


def build(source: Path, out: Path) -> dict[str, Path]:
    """Build both distributions of a source tree with the backend that is installed here."""
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(out)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    return {"wheel": next(out.glob("*.whl")), "sdist": next(out.glob("*.tar.gz"))}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return build(ROOT, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def metadata(built: dict[str, Path]) -> Message:
    with zipfile.ZipFile(built["wheel"]) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return message_from_bytes(archive.read(name))


def files(wheel: Path) -> dict[str, str]:
    """Return the files of a wheel and the hashes of what they hold."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()}


def test_the_wheel_is_small_and_whole(built: dict[str, Path]) -> None:
    assert problems(built["wheel"]) == []
    names = files(built["wheel"])
    assert {f"daftra_async/models/{module}.py" for module in MODULES.values()} <= names.keys()


def test_it_holds_every_module_of_the_package(built: dict[str, Path]) -> None:
    package = ROOT / "daftra_async"
    wanted = {path.relative_to(ROOT).as_posix() for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    assert {name for name in files(built["wheel"]) if name.startswith("daftra_async/")} == wanted


def test_what_it_says_of_itself(metadata: Message) -> None:
    assert (metadata["Name"], metadata["Version"]) == ("daftra-async", daftra_async.__version__)
    assert (metadata["License-Expression"], metadata.get_all("License-File")) == ("MIT", ["LICENSE"])
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert set(metadata.get_all("Provides-Extra", [])) == EXTRAS
    assert "Typing :: Typed" in metadata.get_all("Classifier", [])
    assert set(metadata.get_all("Classifier", [])) <= classifiers


def test_the_package_alone_needs_four_libraries(metadata: Message) -> None:
    always = [line for line in metadata.get_all("Requires-Dist", []) if "extra ==" not in line]
    names = {line.partition("<")[0].partition(">")[0] for line in always}
    assert names == {"aiohttp", "attrs", "cattrs", "msgspec"}


def test_all_is_what_the_other_extras_are() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert extras.keys() == EXTRAS
    assert extras["all"] == [f"daftra-async[{','.join(sorted(EXTRAS - {'all'}))}]"]


def test_a_wheel_built_from_the_source_distribution_is_the_same(built: dict[str, Path], tmp_path: Path) -> None:
    with tarfile.open(built["sdist"]) as archive:
        archive.extractall(tmp_path, filter="data")
    source = next(path for path in tmp_path.iterdir() if path.is_dir())
    again = build(source, tmp_path / "dist")
    assert files(again["wheel"]) == files(built["wheel"])
    assert {path.name for path in source.iterdir()} >= {"openapi", "codegen", "LICENSE", "README.md", "CHANGELOG.md"}
    assert not (source / "tests").exists()


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("daftra_async/tests/test_x.py", b"", "holds daftra_async/tests/test_x.py"),
        ("tests/__init__.py", b"", "has tests beside the package"),
        ("daftra_async/__pycache__/x.cpython-311.pyc", b"", "holds daftra_async/__pycache__/x.cpython-311.pyc"),
        ("daftra_async/big.bin", None, f"expected less than {MOST_BYTES / 2**20:.2f}"),
    ],
)
def test_a_wrong_wheel_is_found(
    built: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes | None, problem: str
) -> None:
    wheel = Path(shutil.copy(built["wheel"], tmp_path))
    with zipfile.ZipFile(wheel, "a") as archive:
        archive.writestr(name, bytes(MOST_BYTES) if content is None else content)
    assert any(problem in found for found in problems(wheel))
    assert main(str(tmp_path)) == 1
    assert problem in capsys.readouterr().out


def test_what_is_missing_is_found(built: dict[str, Path], tmp_path: Path) -> None:
    short = tmp_path / built["wheel"].name
    with zipfile.ZipFile(built["wheel"]) as whole, zipfile.ZipFile(short, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in whole.namelist():
            if not name.endswith(("py.typed", ".json")):
                archive.writestr(name, whole.read(name))
    assert problems(short) == [
        "lacks daftra_async/py.typed",
        "lacks daftra_async/sandbox/seed/words.json",
        "lacks daftra_async/sandbox/spec.json",
    ]


def test_a_folder_without_wheels_is_no_success(tmp_path: Path) -> None:
    assert main(str(tmp_path)) == 1
