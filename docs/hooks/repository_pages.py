"""Pages for files that stand outside docs/, and links to them.

In the repository a page links to `../examples/reconcile.py` or `../CHANGELOG.md`. On the site the file is a page of its own, and
the link leads there; a link to a file that has no page shows as an error of the build.
"""

from __future__ import annotations

import ast
import posixpath
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_FILES = {
    "ARCHITECTURE.md": "architecture",
    "CHANGELOG.md": "changelog",
    "CONTRIBUTING.md": "contributing",
    "SECURITY.md": "security",
    "LICENSE": "license",
}
"""Files of the root, and their pages below project/."""
_SOURCES = {f"project/{page}.md": name for name, page in _FILES.items()}
_LINK = re.compile(r"(?P<before>\]\()(?P<target>[^)\s#]+)(?P<anchor>#[^)\s]*)?(?P<after>\))")
_FENCE = re.compile(r"^ *(```|~~~).*?^ *\1 *$", re.DOTALL | re.MULTILINE)


def pages(root: Path) -> dict[str, str]:
    """Return the pages of the examples and of the files of the project, by path below docs/."""
    found = {f"project/{page}.md": _file(root / name) for name, page in _FILES.items() if (root / name).exists()}
    examples = sorted(path for path in root.glob("examples/**/*.py") if path.name != "__init__.py")
    found |= {_example_page(path.relative_to(root).as_posix()): _example(path, root) for path in examples}
    found["examples/index.md"] = "\n".join(_examples(examples, root))
    return found


def relink(markdown: str, page: str) -> str:
    """Return the text of a page with its links to files of the repository leading to their pages.

    Args:
        markdown: The text of the page.
        page: Path of the page below docs/. The links of a page that was made from a file of the root are those of that file.
    """
    origin = _SOURCES.get(page, f"docs/{page}")

    def lead(match: re.Match[str]) -> str:
        target = match["target"]
        if "://" in target or target.startswith(("mailto:", "/")):
            return match[0]
        path = posixpath.normpath(posixpath.join(posixpath.dirname(origin), target))
        shown = _page_of(path)
        if shown is None:
            return match[0]
        return (
            f"{match['before']}{posixpath.relpath(shown, posixpath.dirname(page) or '.')}{match['anchor'] or ''}{match['after']}"
        )

    return outside_code(_LINK, lead, markdown)


def outside_code(pattern: re.Pattern[str], change: Callable[[re.Match[str]], str], markdown: str) -> str:
    """Return a text with what matches a pattern changed, except in its blocks of code."""
    fences = [match.span() for match in _FENCE.finditer(markdown)]
    return pattern.sub(lambda match: match[0] if any(a <= match.start() < b for a, b in fences) else change(match), markdown)


def _page_of(path: str) -> str | None:
    """Return the page that shows a file of the repository, None where there is none."""
    if path in _FILES:
        return f"project/{_FILES[path]}.md"
    if path in {"README.md", "README.ar.md"}:
        return path.replace("README", "index")
    if path in {"examples", "examples/README.md"}:
        return "examples/index.md"
    if path.startswith("examples/") and path.endswith(".py"):
        return _example_page(path)
    return path.removeprefix("docs/") if path.startswith("docs/") else None


def _example_page(path: str) -> str:
    """Return the page of an example; one that is a folder goes by the name of the folder."""
    stem = path.removeprefix("examples/").removesuffix(".py").removesuffix("/__main__")
    return f"examples/{stem.replace('/', '-')}.md"


def _file(path: Path) -> str:
    text = path.read_text("utf-8")
    return text if path.suffix == ".md" else f"# License\n\n```text\n{text}```\n"


def _docstring(path: Path) -> tuple[str, str]:
    """Return the first line of an example's docstring, and the rest."""
    first, _, rest = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or path.stem).partition("\n")
    return first, rest.strip()


def _example(path: Path, root: Path) -> str:
    title = path.relative_to(root).as_posix()
    first, _ = _docstring(path)
    return f'# {title.removeprefix("examples/")}\n\n{first}\n\n```python title="{title}"\n{path.read_text("utf-8")}```\n'


def _examples(examples: list[Path], root: Path) -> Iterator[str]:
    yield "# Examples\n"
    yield "Whole programs, in the folder `examples/` of the sources. Those with `--sandbox` or `--demo` need no account.\n"
    yield "| program | what it does |\n|---|---|"
    for path in examples:
        name = path.relative_to(root).as_posix()
        page = _example_page(name).removeprefix("examples/")
        yield f"| [{name.removeprefix('examples/')}]({page}) | {_docstring(path)[0]} |"
