"""Where experiments are made: requests to the account, and records that are made up."""

from __future__ import annotations

import datetime as dt

import attrs

from daftra_async.prove.asking import Asking
from daftra_async.prove.experiments import RECIPES
from daftra_async.prove.records import Records


@attrs.define
class Lab(Asking):
    """An account under examination."""

    leave: bool = False
    """Whether records may be made that the API cannot delete."""
    records: Records = attrs.field(init=False)
    """The made-up records."""

    def __attrs_post_init__(self) -> None:
        self.records = Records(self, RECIPES, _day(dt.datetime.now(dt.UTC).date()), leave=self.leave)


def _day(today: dt.date) -> dt.date:
    """Return a day for made-up records that reads differently as day and month: today, or yesterday."""
    return today if today.day != today.month else today - dt.timedelta(days=1)
