"""A page for each resource of the client: what its methods ask for, then every method with its arguments."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from typing import TYPE_CHECKING, Any

import method_sections

import daftra_async.resource.mixins as inherited
import daftra_async.resources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from daftra_async.resource.base import Resource

FOLDER = method_sections.FOLDER
_REQUEST = re.compile(r"`(?P<request>(?:GET|POST|PUT|DELETE|PATCH) /[^`]*)`")


def resources() -> dict[str, type[Resource]]:
    """Return the classes of all resources by their attribute of the client."""
    found: dict[str, type[Resource]] = {}
    for module in pkgutil.iter_modules(daftra_async.resources.__path__):
        loaded = importlib.import_module(f"daftra_async.resources.{module.name}")
        [found[module.name]] = [
            value for name, value in vars(loaded).items() if name.endswith("Resource") and value.__module__ == loaded.__name__
        ]
    return found


def methods(resource: type[Resource]) -> list[Any]:
    """Return the public methods of a resource, in the order of the source: its operations, then what it inherits."""
    found: dict[str, Any] = {}
    for cls in resource.__mro__:
        found = {**found, **{name: value for name, value in vars(cls).items() if name not in found}}
    return [value for name, value in found.items() if inspect.isfunction(value) and not name.startswith("_")]


def path_of(method: Any) -> str:
    """Return the dotted path of a method, which is also its anchor."""
    return f"{method.__module__}.{method.__qualname__}"


def is_inherited(method: Any) -> bool:
    """Return whether a method is one of those that resources share."""
    return str(method.__module__).startswith(f"{inherited.__name__}.")


def place_of(method: Any, page: str = "") -> str:
    """Return where a method is described: on `page`, or on the one page of those that resources share."""
    return f"{'../inherited.md' if is_inherited(method) else page}#{path_of(method)}"


def _link(method: Any, page: str = "") -> str:
    return f"[`{method.__name__}`]({place_of(method, page)})"


def pages() -> dict[str, str]:
    """Return the pages, by path below docs/."""
    found = {f"{FOLDER}/{name}.md": "\n".join(_page(name, resource)) for name, resource in resources().items()}
    found[f"{FOLDER}/index.md"] = "\n".join(_index())
    return found


def _summary(thing: object) -> str:
    """Return the first paragraph of a docstring, fit for a cell of a table."""
    return " ".join((inspect.getdoc(thing) or "").partition("\n\n")[0].split()).replace("|", "\\|")


def _page(name: str, resource: type[Resource]) -> Iterator[str]:
    yield f"---\ntitle: {name}\n---\n\n# daftra.{name}\n"
    yield f"{inspect.getdoc(resource)}\n"
    yield "| method | what it does |\n|---|---|"
    for method in methods(resource):
        request = _REQUEST.search(inspect.getdoc(method) or "")
        yield f"| {_link(method)} | {_summary(method)}{f' {request[0]}' if request else ''} |"
    yield ""
    for method in methods(resource):
        if not is_inherited(method):
            yield from method_sections.section(name, method, path_of(method))


def _index() -> Iterator[str]:
    yield "# Resources\n"
    yield "Each is an attribute of the client, and its methods are what the API can do with it: `daftra.invoices.list`.\n"
    yield '<div class="fields" markdown>\n'
    yield "| resource | what | methods |\n|---|---|---|"
    for name, resource in resources().items():
        listed = ", ".join(_link(method, f"{name}.md") for method in methods(resource))
        yield f"| [`{name}`]({name}.md) | {_summary(resource)} | {listed} |"
    yield "\n</div>"
