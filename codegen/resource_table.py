"""The table of resources in `docs/resources.md`, between two markers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from codegen import ir

BEGIN: Final = "<!-- resources: generated from openapi/ by `make generate` -->"
END: Final = "<!-- /resources -->"


def with_table(page: str, api: ir.Api) -> str:
    """Return the page with a fresh table.

    Raises:
        ValueError: a marker is missing.
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        msg = f"the page of resources lacks {BEGIN if not begin else END}"
        raise ValueError(msg)
    return f"{before}{BEGIN}\n{table(api)}\n{END}{after}"


def table(api: ir.Api) -> str:
    """Return the table: each resource, what it holds, its operations."""
    rows = ["| resource | what | operations |", "|---|---|---|"]
    for resource in api.resources:
        verbs = ", ".join(f"`{endpoint.verb}`" for endpoint in resource.endpoints)
        rows.append(f"| `{resource.name}` | {resource.summary} | {verbs} |")
    return "\n".join(rows)
