"""The site that `make docs` built, or the one in the folder that the environment variable SITE names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SITE = Path(os.environ.get("SITE", Path(__file__).parents[2] / "build" / "site"))


@pytest.fixture(scope="session")
def site() -> Path:
    if not (SITE / "index.html").is_file():
        pytest.exit("there is no site to check; build it: make docs", returncode=2)
    return SITE
