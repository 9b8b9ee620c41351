from __future__ import annotations

import pytest

from daftra_async.wire import hints
from tests.wire.sample import MODELS


@pytest.fixture(autouse=True)
def sample_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the sample's models known, beside those of the package."""
    real = hints.model
    monkeypatch.setattr(hints, "model", lambda name: MODELS[name] if name in MODELS else real(name))
