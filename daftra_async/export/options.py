"""Which lists may come short: `incomplete="keep"` for all of them, `"keep:clients"` for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from daftra_async._text import refuse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from daftra_async.export.targets import Target

KEEP: Final = "keep"
_ALLOWED: Final = "'keep', or 'keep:' with a resource of this export, such as 'keep:clients'"


@attrs.frozen
class Keeping:
    """Lists of which a part is better than nothing: their accounts announce records that they never show."""

    everything: bool = False
    names: frozenset[str] = frozenset()

    def covers(self, account: str, target: Target) -> bool:
        """Return whether a list may come short."""
        return self.everything or not self.names.isdisjoint(_names(account, target))


def read(incomplete: str | Sequence[str], targets: Iterable[Target], accounts: Iterable[str]) -> Keeping:
    """Read what the user asked for.

    Raises:
        ArgumentError: it is something else, or names no resource of the export.
    """
    found = list(incomplete) if isinstance(incomplete, list | tuple | set | frozenset) else [incomplete]
    known = {name for target in targets for account in {"", *accounts} for name in _names(account, target)}
    names: set[str] = set()
    for each in found:
        word, colon, name = str(each).partition(":")
        if word != KEEP or (colon and name not in known):
            refuse("incomplete", f"{each!r:.80} was given", _ALLOWED)
        names.update([name] if colon else [])
    return Keeping(KEEP in found, frozenset(names))


def _names(account: str, target: Target) -> set[str]:
    """Return by which names a list can be meant: with its arguments or without, of its account or of all."""
    names = {target.name, target.name.partition(":")[0]}
    return names | {f"{account}/{name}" for name in names} if account else names
