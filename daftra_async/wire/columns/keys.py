"""Keys of records.

A record's key is its id. One without an id (or with one that is no plain number or text) gets a key made from its content: `#`,
a hash, and how many equal ones came before in the same run. So equal rows stay apart, and a row that comes again in the next run
has the same key.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from daftra_async.wire.columns.fits import MISFIT, fit_text
from daftra_async.wire.guards import is_map

if TYPE_CHECKING:
    from collections.abc import Iterable

MADE: Final = "#"
"""What made keys begin with."""

LONGEST: Final = 200
"""An index of PostgreSQL takes entries of 2 700 bytes."""
_MOST_BITS: Final = 640


class Keys:
    """Gives out the keys of one run."""

    def __init__(self, given: Iterable[str] = ()) -> None:
        """Go on after the made keys that the run has given out already."""
        self._seen = Counter(key.rpartition(":")[0] for key in given)

    def of(self, row: Any) -> str:
        """Return the key of a row in wire names."""
        if is_map(row):
            found = row.get("id")
            if isinstance(found, int) and not isinstance(found, bool) and found.bit_length() <= _MOST_BITS:
                return str(found)
            if isinstance(found, str) and 0 < len(found) <= LONGEST and found[0] != MADE and fit_text(found) is not MISFIT:
                return str(found)
        text = json.dumps(row, sort_keys=True, default=str)
        made = MADE + hashlib.sha256(text.encode()).hexdigest()[:32]
        number = self._seen[made]
        self._seen[made] += 1
        return f"{made}:{number}"
