"""The matrix fault x operation kind: `matrix.json` read as cases, and written as the table of docs/failures.md.

`python -m tests.behaviour.matrix` rewrites the table.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from daftra_async.sandbox.fault_kinds import KINDS
from tests.behaviour.case import bugs, load

if TYPE_CHECKING:
    from tests.behaviour.case import Case

OPERATIONS: dict[str, tuple[str, dict[str, Any]]] = {
    "list": ("clients.list", {"query": {"limit": 5}}),
    "get": ("clients.get", {"path": [1]}),
    "create": ("clients.create", {"body": {"Client": {"business_name": "B", "client_number": "R1"}}}),
    "update": (
        "clients.update",
        {"path": [1], "body": {"Client": {"business_name": "C", "client_number": "R2"}}, "query": {"replace": True}},
    ),
    "delete": ("clients.delete", {"path": [1]}),
    "change": ("bookings.convert_to_invoice", {"path": [1]}),
}
HEADINGS = {
    "list": "GET a list",
    "get": "GET one",
    "create": "POST a new record",
    "update": "PUT",
    "delete": "DELETE",
    "change": "GET that changes",
}
DOC = Path(__file__).parents[2] / "docs" / "failures.md"
MARKS = ("<!-- table: begin -->", "<!-- table: end -->")


def cases() -> list[Case]:
    """Every cell as two cases: met once, and met each time; and, where the answer is lost, without retries."""
    return [case for row in load("matrix.json") for name, cell in row["cells"].items() for case in _cell(row, name, cell)]


def _cell(row: dict[str, Any], name: str, cell: dict[str, Any]) -> list[Case]:
    operation, arguments = OPERATIONS[name]
    fault, wait = row["fault"], row.get("retry_after", [0, 0])
    found: list[Case] = []
    for times in ("once", "always", "single"):
        if times == "single" and not row.get("lost"):
            continue
        wanted = cell["always" if times == "single" else times]
        # Without retries a lost answer means one request and its effect, whatever the operation.
        requests = 1 if times == "single" else wanted["requests"]
        pauses = [[wait[0], wait[1] + 0.5 * 2**index] for index in range(requests - 1)]
        expect: dict[str, Any] = {"requests": requests, "pauses": pauses}
        effects = wanted.get("effects", [])
        expect["effects"] = effects[: len(effects) // wanted["requests"]] if times == "single" else effects
        if times == "single" and name == "delete" and effects:
            expect["effects"] = ["delete"]
        if wanted["ends"] != "result":
            expect["error"] = {"class": wanted["ends"]}
        case: Case = {
            "name": f"{fault} {times}: {name}",
            "operation": operation,
            "arguments": arguments,
            "settings": {"max_attempts": 1} if times == "single" else {},
            "script": [fault] if times == "once" else [],
            "expect": expect,
        }
        if times != "once":
            case["then"] = fault
        if fault == "hang":
            case["passes"] = 6  # more than the timeout of all cases
        # A DELETE that never gets an answer is not asked what it found.
        if "bug" in cell and times != "single" and not (name == "delete" and fault != "null-id" and times == "always"):
            case["bug"] = cell["bug"]
        found.append(case)
    return found


def table() -> str:
    """Write the table; kinds that are treated alike share a row."""
    rows: dict[tuple[str, ...], list[str]] = {}
    for row in load("matrix.json"):
        texts = tuple(_text(row["cells"][name]) for name in HEADINGS)
        rows.setdefault(texts, []).append(row["fault"])
    lines = [f"| Fault | {' | '.join(HEADINGS.values())} |", f"|---|{'---|' * len(HEADINGS)}"]
    for texts, faults in rows.items():
        lines.append(f"| {', '.join(f'`{fault}`' for fault in faults)} | {' | '.join(texts)} |")
    notes = [f"† Not yet: {text}." for name, text in bugs().items() if any(_has(row, name) for row in load("matrix.json"))]
    kinds = "\n".join(f"- `{kind.name}`: {kind.text}" for kind in KINDS.values() if kind.name != "none")
    return "\n".join(
        [
            *lines,
            "",
            *"\n\n".join(notes).split("\n"),
            "",
            "The kinds of faults, as `--faults` and `X-Sandbox-Fault` name them:",
            "",
            kinds,
        ]
    )


def _has(row: dict[str, Any], bug: str) -> bool:
    return any(cell.get("bug") == bug for cell in row["cells"].values())


def _text(cell: dict[str, Any]) -> str:
    once, always = cell["once"], cell["always"]
    last = "fine" if always["ends"] == "result" else f"`{always['ends']}`"
    again = "sent again, then " if once["ends"] == "result" and once["requests"] > 1 else ""
    return f"{again}{last}{' †' if cell.get('bug') in bugs() else ''}"


def documented() -> str:
    """The table as it stands in the docs."""
    return _parts()[1]


def _parts() -> tuple[str, str, str]:
    """The page before, between and after the marks."""
    text = DOC.read_text(encoding="utf-8")
    before, begin, rest = text.partition(f"{MARKS[0]}\n")
    found, end, after = rest.partition(f"\n{MARKS[1]}")
    return before + begin, found, end + after


if __name__ == "__main__":
    before, _, after = _parts()
    DOC.write_text(before + table() + after, encoding="utf-8")
