from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from codegen.fragments import Fragments

ROOT = Path(__file__).parent.parent.parent
HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def fragments() -> Fragments:
    """The real fragments."""
    return Fragments.load(ROOT / "openapi")


@pytest.fixture
def small(tmp_path: Path) -> SmallSet:
    """A copy of the small fragment set, to be changed by a test."""
    shutil.copytree(HERE / "fragments", tmp_path / "openapi")
    return SmallSet(tmp_path / "openapi")


class SmallSet:
    """A folder of fragments that tests edit."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def read(self, name: str) -> Any:
        return Fragments.load(self.root).files[name]

    def write(self, name: str, content: Any) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content if isinstance(content, str) else yaml.safe_dump(content, sort_keys=False), "utf-8")

    def load(self) -> Fragments:
        return Fragments.load(self.root)
