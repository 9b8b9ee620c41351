import inspect
from pathlib import Path

import attrs
import pytest

from daftra_async.errors import ArgumentError
from daftra_async.http.local_limiter import LIMITER_SETTINGS
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
    with pytest.raises(ArgumentError, match="expected") as caught:
        Settings(**values)
    assert caught.value.argument == next(iter(values))


def test_every_setting_is_documented():
    """docs/settings.md names each setting in order, with its default and a unit that its docstring knows."""
    lines = (Path(__file__).parent.parent / "docs" / "settings.md").read_text().splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| `")]
    fields = attrs.fields(Settings)
    assert [(row[0].strip("`"), row[1].strip("`")) for row in rows] == [(field.name, repr(field.default)) for field in fields]
    source = inspect.getsource(Settings)
    for field, (_, _, unit, meaning) in zip(fields, rows, strict=True):
        name = field.name
        doc = source.partition(f"    {field.name}: ")[2].partition('"""')[2].partition('"""')[0]
        assert doc, name
        assert meaning, name
        assert "Default" in doc or "default" in doc or field.name == "token_path", name
        if field.type == "float | None" and name != "requests_per_second":
            assert unit == "seconds, or None"
        if unit.startswith("seconds"):
            assert doc.startswith("Seconds"), name
        shared = name in {*LIMITER_SETTINGS, "token_path"}
        assert ("shared" in meaning) is shared, name
