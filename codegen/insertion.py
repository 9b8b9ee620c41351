"""Change members of a YAML file and leave the rest of its text as it is, with its comments and style.

PyYAML gives the position of every node; the new text is put there. Only the forms that the fragments use are supported: block
mappings and lists, and those in braces and brackets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs
import yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

_STEP: Final = 2
"""Columns that the fragments indent by."""


@attrs.define
class Text:
    """The text of a file and what is to be put into it."""

    text: str
    _root: yaml.Node | None = attrs.field(init=False)
    _inserted: list[tuple[int, str]] = attrs.field(factory=list[tuple[int, str]], init=False)
    _replaced: dict[int, tuple[int, str]] = attrs.field(factory=dict[int, tuple[int, str]], init=False)
    """What is replaced, by its start: its end, and the new text."""
    _made: dict[tuple[str, ...], tuple[int, int]] = attrs.field(factory=dict[tuple[str, ...], tuple[int, int]], init=False)
    """Mappings that were missing: where they end, and the column of their keys."""

    def __attrs_post_init__(self) -> None:
        if not self.text.endswith("\n"):
            self.text += "\n"
        self._root = yaml.compose(self.text, yaml.SafeLoader)

    def add_member(self, path: Sequence[str], key: str, value: str) -> None:
        """Add a member at the end of the mapping at a path; a mapping that is missing is made.

        Args:
            path: keys from the root.
            key: the new key as YAML.
            value: its value as YAML in one line.

        Raises:
            LookupError: nothing of the path exists except its last key.
        """
        node = self._at(path)
        if node is None:
            at, column = self._made.get(tuple(path)) or self._make(path)
            self._add(at, f"{' ' * column}{key}: {value}\n")
        else:
            self._add_to(node, f"{key}: {value}", yaml.MappingNode)

    def _make(self, path: Sequence[str]) -> tuple[int, int]:
        parent = self._at(path[:-1])
        if not isinstance(parent, yaml.MappingNode) or parent.flow_style or not parent.value:
            raise LookupError(path)
        column: int = parent.value[0][0].start_mark.column
        at = self._after(parent)
        self._add(at, f"{' ' * column}{path[-1]}:\n")
        made = self._made[tuple(path)] = at, column + _STEP
        return made

    def add_item(self, path: Sequence[str], item: str) -> None:
        """Add an item, YAML in one line, at the end of the list at a path.

        Raises:
            LookupError: there is no list.
        """
        node = self._at(path)
        if node is None:
            raise LookupError(path)
        self._add_to(node, item, yaml.SequenceNode)

    def replace(self, path: Sequence[str], value: str) -> None:
        """Put another value, YAML in one line, in the place of the one at a path.

        Raises:
            LookupError: there is none, or it has lines of its own.
        """
        node = self._at(path)
        if node is None or (isinstance(node, yaml.CollectionNode) and not node.flow_style):
            raise LookupError(path)
        self._replaced[node.start_mark.index] = (node.end_mark.index, value)

    def remove_member(self, path: Sequence[str], key: str) -> None:
        """Remove a member of the block mapping at a path; one that is removed already stays so.

        Raises:
            LookupError: there is no such member.
        """
        node = self._at(path)
        pairs: list[tuple[Any, Any]] = node.value if isinstance(node, yaml.MappingNode) and not node.flow_style else []
        pair = next((pair for pair in pairs if pair[0].value == key), None)
        if pair is None:
            raise LookupError((*path, key))
        start = pair[0].start_mark
        self._replaced[start.index - start.column] = (self._after(pair[1]), "")

    def changed(self) -> str:
        """Return the text with everything that was added, replaced and removed."""
        edits = [(at, at, number, added) for number, (at, added) in enumerate(self._inserted)]
        edits += [(start, end, -1, new) for start, (end, new) in self._replaced.items()]
        text = self.text
        for start, end, _, new in sorted(edits, key=lambda edit: (edit[0], edit[2]), reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def _at(self, path: Sequence[str]) -> yaml.Node | None:
        node: yaml.Node | None = self._root
        for key in path:
            if not isinstance(node, yaml.MappingNode):
                return None
            node = next((value for name, value in node.value if name.value == key), None)
        return node

    def _add_to(self, node: yaml.Node, added: str, kind: type[yaml.CollectionNode]) -> None:
        if not isinstance(node, kind):
            raise LookupError(added)  # noqa: TRY004  # callers handle both alike
        if node.flow_style:
            self._add(node.end_mark.index - 1, f", {added}" if self._filled(node) else added)
            return
        dash = "- " if kind is yaml.SequenceNode else ""
        self._add(self._after(node), f"{' ' * node.start_mark.column}{dash}{added}\n")

    def _filled(self, node: yaml.CollectionNode) -> bool:
        """Return whether the collection has an item, including those added here."""
        return bool(node.value) or any(at == node.end_mark.index - 1 for at, _ in self._inserted)

    def _add(self, at: int, added: str) -> None:
        self._inserted.append((at, added))

    def _after(self, node: yaml.Node) -> int:
        """Return the start of the line after a block. Its end mark can lie behind blank lines and comments."""
        last: yaml.Node = node
        while isinstance(last, yaml.CollectionNode) and not last.flow_style and last.value:
            item: Any = last.value[-1]
            last = item[1] if isinstance(last, yaml.MappingNode) else item
        end: Any = last.end_mark
        # A block of text ends where the next thing begins.
        kept = self.text[: end.index].rstrip() if end.column == 0 else self.text[: end.index]
        return self.text.index("\n", len(kept)) + 1
