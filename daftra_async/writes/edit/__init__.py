"""Edits: read a record, change what is to change, and write it back without losing the rest.

An update replaces the stored record: a number that is left out is replaced by a new one, dates fall back to 1970, lines that are
not sent are gone; and a record that is sent as it was read is refused, since part of it is read-only (documented, and seen on
live accounts). An edit sends what can be written, no more and no less: what was not changed exactly as the server sent it, lines
with their ids.
"""

from __future__ import annotations

from daftra_async.writes.edit.changes import Change
from daftra_async.writes.edit.draft import Draft
from daftra_async.writes.edit.session import EditSession

__all__ = ["Change", "Draft", "EditSession"]
