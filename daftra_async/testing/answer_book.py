"""The answers that a mock holds ready, and the calls that came."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from daftra_async._text import refuse
from daftra_async.settings import AUTO, Settings
from daftra_async.testing.calls import UnpreparedCall
from daftra_async.wire.date_titles import pattern_of

if TYPE_CHECKING:
    from daftra_async.testing.calls import MockCall
    from daftra_async.testing.preparation import Preparation

USUAL: Final = "d/m/Y"


class AnswerBook:
    """Prepared answers and the calls that came; all that the client of a mock knows of it.

    Args:
        settings: Settings of the client.
        date_format: How the account writes dates, as `MockDaftra` takes it.

    Raises:
        ArgumentError: `date_format` does not say where day, month and year stand.
    """

    def __init__(self, settings: Settings | None, date_format: str) -> None:
        pattern = pattern_of(date_format)
        if pattern is None:
            refuse("date_format", f"{date_format!r:.60} was given", "a format such as 'd/m/Y' or 'Y-m-d'")
        self.calls: list[MockCall] = []
        """Calls in order; for a list one for each page. Calls whose arguments were refused are not among them."""
        self.unprepared: list[str] = []
        """Calls that were not prepared, including those whose `UnpreparedCall` the program caught."""
        self._settings = settings or Settings()
        self._account_format = pattern
        self._prepared: list[Preparation] = []

    async def account_date_format(self) -> str:
        """Answer a client that asks for the date format of its account, as a `strptime` pattern."""
        return self._account_format

    def find(self, call: MockCall) -> Preparation:
        """Note a call and return what was prepared for it; the client calls this.

        Raises:
            UnpreparedCall: nothing was.
        """
        self.calls.append(call)
        same = [each for each in self._prepared if each.name == call.operation]
        fitting = [each for each in same if each.wanted is None or each.wanted.fits(call)]
        if fitting:
            return max(reversed(fitting), key=lambda each: 0 if each.wanted is None else len(each.wanted.given))
        self.unprepared.append(str(call))
        others = ", ".join(map(str, same or self._prepared)) or "nothing"
        msg = f"{call} was called, but not prepared; prepared {'for this operation ' if same else ''}are: {others}"
        raise UnpreparedCall(msg)

    def _read_by(self) -> str | None:
        """Return the pattern by which prepared answers are read."""
        return self._account_format if self._settings.date_format == AUTO else self._settings.date_format

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self._prepared)} prepared, {len(self.calls)} calls>"
