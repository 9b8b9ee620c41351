"""Run the notebook of the examples and keep what its cells show: `make outputs`."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import nbformat
from nbclient import NotebookClient

NOTEBOOK: Final = Path(__file__).parents[2] / "examples" / "receivables.ipynb"


def read() -> Any:
    """Return the notebook as it is stored."""
    return nbformat.read(NOTEBOOK, as_version=4)


def executed() -> Any:
    """Run the cells in a process of their own and return the notebook with what they show; an error in a cell is raised."""
    notebook = read()
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": NOTEBOOK.parent}}).execute()
    for cell in notebook.cells:
        # The time of the run, and the version of Python, say nothing.
        cell.metadata.pop("execution", None)
    notebook.metadata.language_info = {"name": "python"}
    return notebook


def shown(notebook: Any) -> list[str]:
    """Return what each cell shows: its table, or else its text, which may hold a port; pictures are not compared."""
    found = []
    for each in (output for cell in notebook.cells for output in cell.get("outputs", ())):
        data = each.get("data", {"text/plain": each.get("text", "")})
        found.append(data.get("text/html") or data.get("text/plain", ""))
    return found


def main() -> None:
    """Write the notebook with what its cells show now, if that has changed."""
    notebook = executed()
    if shown(notebook) != shown(read()):
        nbformat.write(notebook, NOTEBOOK)
        print("written:", NOTEBOOK)


if __name__ == "__main__":
    main()
