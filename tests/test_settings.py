import attrs
import pytest

from daftra_async.errors import ArgumentError
from daftra_async.settings import Settings


def test_defaults_and_evolve():
    settings = Settings()
    assert (settings.timeout, settings.connect_timeout, settings.max_attempts, settings.concurrency) == (60, 10, 4, 8)
    assert attrs.evolve(settings, timeout=None).timeout is None
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        settings.timeout = 1


@pytest.mark.parametrize(
    "values",
    [
        {"timeout": 0},
        {"timeout": -1},
        {"timeout": float("nan")},
        {"timeout": float("inf")},
        {"timeout": True},
        {"timeout": "5"},
        {"backoff_base": None},
        {"backoff_cap": -0.1},
        {"max_attempts": 0},
        {"max_attempts": 1.5},
        {"concurrency": True},
        {"max_body": 0},
        {"format_suffix": ".xml"},
        {"user_agent": "x\r\nA: b"},
        {"token_path": "v2/x"},
        {"token_path": "//evil/x"},
        {"token_path": "/v2/../x"},
        {"token_path": "/v2?x"},
    ],
)
def test_refused(values):
    with pytest.raises(ArgumentError, match="allowed") as caught:
        Settings(**values)
    assert caught.value.argument == next(iter(values))
