"""From `openapi/prove.yaml` to the experiments of `daftra prove` as a Python module."""

from __future__ import annotations

from typing import Any, Final

import attrs

from codegen import ir
from codegen.endpoints import HEADER
from codegen.fragments import Fragments, Place
from codegen.problems import FragmentError, Problem

FILE: Final = "prove.yaml"
_EXPERIMENTS: Final = "x-daftra-experiments"
_RECIPES: Final = "x-daftra-recipes"
_EXPERIMENT_KEYS: Final = frozenset(
    {"kind", "question", "operations", "needs", "assumed", "record", "given", "facts", "settings", "reason"}
)
_RECIPE_KEYS: Final = frozenset({"create", "delete", "find", "body"})
_TUPLES: Final = frozenset({"operations", "facts"})
_MODULE: Final = '''"""The experiments, and the made-up records that they work on."""

from __future__ import annotations

from typing import Final

from daftra_async.prove.experiment import Experiment, Recipe

EXPERIMENTS: Final[tuple[Experiment, ...]] = (
{experiments}
)

RECIPES: Final[dict[str, Recipe]] = {{
{recipes}
}}
'''


@attrs.define
class _Reader:
    fragments: Fragments
    operations: dict[str, ir.Endpoint]
    problems: list[Problem] = attrs.field(factory=list[Problem])

    def experiments(self) -> list[str]:
        """Return each experiment as Python; every operation in doubt needs one."""
        entries: dict[str, Any] = self.fragments.files[FILE].get(_EXPERIMENTS, {})
        place = Place(FILE) / _EXPERIMENTS
        recipes = self.fragments.files[FILE].get(_RECIPES, {})
        written: list[str] = []
        for name, entry in entries.items():
            here = place / name
            self._check_keys(entry, _EXPERIMENT_KEYS, ("kind", "question"), here)
            if entry.get("record", next(iter(recipes), None)) not in recipes and "record" in entry:
                self.problems.append((here / "record").problem(f"there is no recipe {entry['record']!r}"))
            named = entry.get("operations", [name])
            self._check_operations(named, here)
            written.append(_call("Experiment", name, {**entry, "operations": named}))
        doubtful = {endpoint.id for endpoint in self.operations.values() if endpoint.doubtful}
        self.problems += [
            place.problem(f"{one} is in doubt, and no experiment asks about it") for one in sorted(doubtful - set(entries))
        ]
        return written

    def recipes(self) -> list[str]:
        """Return each recipe as Python."""
        entries: dict[str, Any] = self.fragments.files[FILE].get(_RECIPES, {})
        place = Place(FILE) / _RECIPES
        written: list[str] = []
        for name, entry in entries.items():
            self._check_keys(entry, _RECIPE_KEYS, (), place / name)
            self._check_operations([entry[key] for key in ("create", "delete", "find") if key in entry], place / name)
            written.append(f"{name!r}: {_call('Recipe', name, entry)}")
        return written

    def _check_keys(self, entry: dict[str, Any], known: frozenset[str], needed: tuple[str, ...], place: Place) -> None:
        self.problems += [(place / key).problem("unknown key") for key in entry if key not in known]
        self.problems += [place.problem(f"missing: {key}") for key in needed if key not in entry]

    def _check_operations(self, names: list[str], place: Place) -> None:
        self.problems += [place.problem(f"there is no operation {name!r}") for name in names if name not in self.operations]


def _call(cls: str, name: str, entry: dict[str, Any]) -> str:
    values = {key: tuple(value) if key in _TUPLES else value for key, value in {"name": name, **entry}.items()}
    return f"{cls}({', '.join(f'{key}={value!r}' for key, value in values.items())}),"


def render(fragments: Fragments, api: ir.Api) -> str | None:
    """Return the module, unformatted; None where the fragments have no experiments.

    Raises:
        FragmentError: an experiment is about something that does not exist, or one is missing.
    """
    if FILE not in fragments.files:
        return None
    reader = _Reader(fragments, {endpoint.id: endpoint for resource in api.resources for endpoint in resource.endpoints})
    experiments, recipes = reader.experiments(), reader.recipes()
    if reader.problems:
        raise FragmentError(reader.problems)
    return f"{HEADER}\n" + _MODULE.format(experiments="\n".join(experiments), recipes="\n".join(recipes))
