"""Patches for the fragments: texts that are changed in places, as a unified diff, and notes on what a person has to do."""

from __future__ import annotations

import difflib
from pathlib import Path

import attrs

from codegen.insertion import Text


@attrs.define
class Patch:
    """Changes of the fragments below `root`; the files themselves are left as they are."""

    root: Path
    notes: list[str] = attrs.field(factory=list[str], init=False)
    """What cannot be changed automatically, and why."""
    _texts: dict[str, Text] = attrs.field(factory=dict[str, Text], init=False)

    def text(self, file: str) -> Text:
        """Return the text of a file, with the changes so far."""
        if file not in self._texts:
            self._texts[file] = Text((self.root / file).read_text("utf-8"))
        return self._texts[file]

    def diff(self) -> str:
        """Return the changes as a unified diff against the folder that holds `root`; empty if there are none."""
        lines: list[str] = []
        for file, text in sorted(self._texts.items()):
            old, new = text.text.splitlines(keepends=True), text.changed().splitlines(keepends=True)
            lines += difflib.unified_diff(old, new, f"a/{self.root.name}/{file}", f"b/{self.root.name}/{file}")
        return "".join(lines)
