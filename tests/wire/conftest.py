from __future__ import annotations

import pytest

from daftra_async.wire import hints

from .sample import MODELS


@pytest.fixture(autouse=True)
def sample_models(monkeypatch: pytest.MonkeyPatch) -> None:
    def model(name: str) -> type:
        try:
            return MODELS[name]
        except KeyError:
            raise AttributeError(name) from None

    monkeypatch.setattr(hints, "model", model)
