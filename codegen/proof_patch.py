"""From a proof of `daftra prove` to a patch for the fragments, and notes on what a person has to change by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import attrs

from codegen.fragments import Fragments
from codegen.patches import Patch
from codegen.shapes import JsonObject, is_object
from daftra_async.prove.experiments import EXPERIMENTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from daftra_async.prove.experiment import Experiment
    from daftra_async.prove.proof import Finding

_DOUBT: Final = "x-daftra-doubtful"
_ENVELOPE: Final = "x-daftra-envelope"
_FORM: Final = re.compile(r"(?P<form>[a-z0-9 ]+?)(?: \((?P<key>\w+)\))?")
_LISTS: Final = {"v1": "v1-list", "laravel": "v2-list", "laravel with meta": "v2-list", "payload": "payload-list"}
_RECORDS: Final = {"v1": "v1-single", "bare": "v2-single", "payload": "payload-single"}
_WRITES: Final = {"v1": "v1-ack", "v1 with an id": "v1-created", "v2": "v2-ack", "v2 with an id": "v2-created"}
_KINDS: Final = {"list_envelope": _LISTS, "record_envelope": _RECORDS, "acknowledgement": _WRITES}
_KEYED: Final = frozenset({"v1-list", "v1-single"})
"""Answers whose fragment has to name a key."""


@attrs.frozen
class Doubted:
    """An operation, or a parameter, that a fragment calls doubtful."""

    file: str
    path: tuple[str, ...]
    node: JsonObject


@attrs.define
class ProofPatch(Patch):
    """Collects the proposals of one proof."""

    @classmethod
    def of(cls, findings: Iterable[Finding], root: Path) -> ProofPatch:
        """Compare the findings of a proof with the fragments below `root`.

        Raises:
            FragmentError: the fragments are broken.
        """
        doubts = dict(_doubts(Fragments.load(root)))
        experiments = {each.name: each for each in EXPERIMENTS}
        patch = cls(root)
        for finding in findings:
            if finding.answered:
                patch.add(finding, experiments.get(finding.name), doubts.get(finding.name))
        return patch

    def add(self, finding: Finding, experiment: Experiment | None, doubted: Doubted | None) -> None:
        """Propose what follows from one answer."""
        if (doubted is not None and finding.state == "confirmed") or (
            doubted is not None and experiment is not None and self._described(finding, experiment, doubted)
        ):
            self.text(doubted.file).remove_member(doubted.path, _DOUBT)
        elif finding.state != "confirmed":
            assumed = f", {finding.assumed} was assumed" if finding.assumed is not None else ""
            setting = f"; in programs: {finding.setting}" if finding.setting else ""
            self.notes.append(f"{finding.name}: {finding.answer}{assumed} ({finding.evidence}){setting}")
        for fact in experiment.facts if experiment is not None else ():
            self.notes.append(f"docs/wire-facts.md, {fact!r}: answered by {finding.name}, {finding.answer}")

    def _described(self, finding: Finding, experiment: Experiment, doubted: Doubted) -> bool:
        """Propose another envelope for an answer that differs; return whether there is one."""
        if experiment.kind == "row_key":
            form, key = None, finding.answer
        else:
            found = _FORM.fullmatch(finding.answer or "")
            form, key = (found["form"], found["key"]) if found is not None else (None, None)
            form = _KINDS.get(experiment.kind, {}).get(form or "")
            if form is None:
                return False
        if key in {"none", "another key"} or (form in _KEYED and key is None and "key" not in _response(doubted.node)):
            return False
        self._envelope(doubted, form, key)
        return True

    def _envelope(self, doubted: Doubted, kind: str | None, key: str | None) -> None:
        text, path = self.text(doubted.file), (*doubted.path, _ENVELOPE, "response")
        response = _response(doubted.node)
        if kind is not None:
            text.replace((*path, "kind"), kind)
        if key is None or response.get("key") == key:
            return
        known: list[str] = [response["key"]] if "key" in response else []
        others = [each for each in (*known, *response.get("also", ())) if each != key]
        if "key" in response:
            text.replace((*path, "key"), key)
        else:
            text.add_member(path, "key", key)
        if "also" in response:
            text.replace((*path, "also"), f"[{', '.join(others)}]")
        elif others:
            text.add_member(path, "also", f"[{', '.join(others)}]")


def _response(node: JsonObject) -> Mapping[str, Any]:
    response: JsonObject = node[_ENVELOPE]["response"]
    return response


def _doubts(fragments: Fragments) -> Iterator[tuple[str, Doubted]]:
    for file, content in fragments.files.items():
        paths: JsonObject = content.get("paths", {})
        for path, methods in paths.items():
            for method, node in methods.items():
                if is_object(node) and _DOUBT in node:
                    yield node["operationId"], Doubted(file, ("paths", path, method), node)
        components: JsonObject = content.get("components", {})
        parameters: JsonObject = components.get("parameters", {})
        for name, node in parameters.items():
            if is_object(node) and _DOUBT in node:
                yield node["name"], Doubted(file, ("components", "parameters", name), node)
