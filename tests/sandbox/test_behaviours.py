"""The switches, each over a real socket."""

from __future__ import annotations

import pytest

from daftra_async.sandbox import Behaviours
from daftra_async.sandbox.behaviours import options


def test_options() -> None:
    """The first of each is the default."""
    assert options()["over_limit"] == ("capped", "honoured", "refused")
    assert all(getattr(Behaviours(), name) == allowed[0] for name, allowed in options().items())
    assert "clock_offset" not in options()


def test_every_option_can_be_written() -> None:
    for name, allowed in options().items():
        for value in allowed:
            assert getattr(Behaviours.parse([f"{name}={value}"]), name) == value
    assert Behaviours.parse(["clock_offset=-90", " rate_limit = 60"]) == Behaviours(clock_offset=-90.0, rate_limit=60)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("discuont=unit", "unknown behaviour 'discuont'; did you mean discount"),
        ("discount=per_unit", "behaviour discount: 'per_unit' was given; expected line or unit"),
        ("discount", "behaviour discount: '' was given; expected line or unit"),
        ("clock_offset=soon", "behaviour clock_offset: 'soon' was given; expected a number"),
        ("clock_offset=nan", "behaviour clock_offset: nan was given; expected seconds"),
        ("rate_limit=-1", "behaviour rate_limit: -1 was given; expected a whole number from 0"),
    ],
)
def test_bad_switches(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Behaviours.parse([text])
