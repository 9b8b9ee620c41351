"""Counts what a regular expression does to search a text: character tests and assertions, backtracking included.

Python's engine counts nothing, and a clock shows what else the machine does, so this is a small engine of its own. It reads the
tree that Python parses a pattern into and takes the same paths in the same order, so that its steps grow as those of the engine.
"""

from __future__ import annotations

import re
from re import _constants as op  # undocumented, and the only way to the tree
from re import _parser as parser  # likewise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    op.CATEGORY_DIGIT: str.isdecimal,
    op.CATEGORY_NOT_DIGIT: lambda char: not char.isdecimal(),
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_NOT_SPACE: lambda char: not char.isspace(),
    op.CATEGORY_WORD: lambda char: char.isalnum() or char == "_",
    op.CATEGORY_NOT_WORD: lambda char: not (char.isalnum() or char == "_"),
}
_ONE = {op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN}


class Search:
    """All matches of a pattern in a text, and the steps they took."""

    def __init__(self, pattern: re.Pattern[str], text: str, most: int = 10**6) -> None:
        self.most = most
        self.flags = pattern.flags
        self.text = text.lower() if pattern.flags & re.IGNORECASE else text
        self.steps = 0
        self.spans: list[tuple[int, int]] = []
        self.groups: dict[int, tuple[int, int]] = {}
        tree = list(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))
        at = 0
        while at <= len(text):
            end = next(self._run(tree, at), None)
            if end is None:
                at += 1
                continue
            self.spans.append((at, end))
            at = max(end, at + 1)

    def _run(self, tree: list[Any], at: int) -> Iterator[int]:
        if not tree:
            yield at
            return
        if len(tree) == 1:
            yield from self._node(tree[0], at)
            return
        rest = tree[1:]
        for end in self._node(tree[0], at):
            yield from self._run(rest, end)

    def _node(self, node: Any, at: int) -> Iterator[int]:  # noqa: C901  # one branch for each kind of node
        kind, given = node
        self.steps += 1
        if self.steps > self.most:
            msg = f"more than {self.most} steps"
            raise OverflowError(msg)
        if kind in _ONE:
            if at < len(self.text) and self._fits(node, self.text[at]):
                yield at + 1
        elif kind in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}:
            low, high, inner = given
            ends = self._repeat(list(inner), at, low, high, lazy=kind is op.MIN_REPEAT)
            yield from self._first(ends) if kind is op.POSSESSIVE_REPEAT else ends
        elif kind is op.SUBPATTERN:
            for end in self._run(list(given[3]), at):
                if given[0] is not None:
                    self.groups[given[0]] = (at, end)
                yield end
        elif kind is op.ATOMIC_GROUP:
            yield from self._first(self._run(list(given), at))
        elif kind is op.BRANCH:
            for branch in given[1]:
                yield from self._run(list(branch), at)
        elif kind in {op.ASSERT, op.ASSERT_NOT}:
            if self._holds(given[0], list(given[1]), at) == (kind is op.ASSERT):
                yield at
        elif kind is op.GROUPREF:
            begin, end = self.groups.get(given, (0, 0))
            self.steps += end - begin
            if self.text.startswith(self.text[begin:end], at):
                yield at + end - begin
        elif kind is op.AT:
            if self._is_at(given, at):
                yield at
        else:
            raise NotImplementedError(kind)

    @staticmethod
    def _first(ends: Iterator[int]) -> Iterator[int]:
        end = next(ends, None)
        if end is not None:
            yield end

    def _repeat(self, inner: list[Any], at: int, low: int, high: Any, *, lazy: bool) -> Iterator[int]:
        most = len(self.text) if high is op.MAXREPEAT else high
        if len(inner) == 1 and inner[0][0] in _ONE:
            yield from self._repeat_one(inner[0], at, low, most, lazy=lazy)
            return
        # Each entry: where this many repetitions ended, and the other ways to come there.
        ways = [iter([at])]
        ends: list[int] = []
        if lazy:
            raise NotImplementedError
        while ways:
            end = next(ways[-1], None)
            if end is None:
                ways.pop()
                if ends:
                    done = ends.pop()
                    if len(ends) >= low:
                        yield done
                continue
            if ends and end == ends[-1]:
                continue
            ends.append(end)
            ways.append(self._run(inner, end) if len(ends) <= most else iter(()))

    def _repeat_one(self, node: Any, at: int, low: int, most: int, *, lazy: bool) -> Iterator[int]:
        count = 0
        if lazy:
            while True:
                if count >= low:
                    yield at + count
                self.steps += 1
                if count >= most or at + count >= len(self.text) or not self._fits(node, self.text[at + count]):
                    return
                count += 1
        while count < most and at + count < len(self.text) and self._fits(node, self.text[at + count]):
            count += 1
        self.steps += count
        yield from range(at + count, at + low - 1, -1)

    def _holds(self, direction: int, inner: list[Any], at: int) -> bool:
        if direction > 0:
            return next(self._run(inner, at), None) is not None
        width = parser.parse("").getwidth()[0] if not inner else _width(inner)
        return at >= width and any(end == at for end in self._run(inner, at - width))

    def _is_at(self, where: Any, at: int) -> bool:
        if where in {op.AT_END_STRING, op.AT_END}:
            return at == len(self.text)
        if where in {op.AT_BEGINNING, op.AT_BEGINNING_STRING}:
            return at == 0
        if where in {op.AT_BOUNDARY, op.AT_NON_BOUNDARY}:
            word = _CATEGORIES[op.CATEGORY_WORD]
            before = at > 0 and word(self.text[at - 1])
            after = at < len(self.text) and word(self.text[at])
            return (before != after) == (where is op.AT_BOUNDARY)
        raise NotImplementedError(where)

    def _fits(self, node: Any, char: str) -> bool:
        kind, given = node
        if kind is op.ANY:
            return bool(self.flags & re.DOTALL) or char != "\n"
        if kind in {op.LITERAL, op.NOT_LITERAL}:
            return (self._is(char, given)) == (kind is op.LITERAL)
        negated = given[0][0] is op.NEGATE
        found = any(
            (item is op.LITERAL and self._is(char, what))
            or (item is op.RANGE and what[0] <= ord(char) <= what[1])
            or (item is op.CATEGORY and _CATEGORIES[what](char))
            for item, what in given
        )
        return found != negated

    def _is(self, char: str, code: int) -> bool:
        return char == (chr(code).lower() if self.flags & re.IGNORECASE else chr(code))


def _width(inner: list[Any]) -> int:
    tree = parser.SubPattern(parser.State(), inner)
    return int(tree.getwidth()[0])


def steps(pattern: re.Pattern[str], text: str, most: int = 10**6) -> int:
    """Return the steps of finding all matches of a pattern in a text; OverflowError if they are more than `most`."""
    return Search(pattern, text, most).steps
