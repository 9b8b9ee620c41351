"""Texts of a fragment stay texts: whatever they hold, the generated code is the same."""

from __future__ import annotations

import ast
import builtins
import importlib
import sys
from typing import TYPE_CHECKING, Any

import pytest

from codegen.output import build
from codegen.parse import parse
from codegen.problems import FragmentError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.codegen.conftest import SmallSet

HOSTILE = [
    '"""\nimport builtins; builtins.PWNED = 1\n"""',
    '\\"""\nimport builtins; builtins.PWNED = 1\n\\"""',
    '""" + __import__("builtins").__dict__.setdefault("PWNED", 1) + """',
    "'); __import__('builtins').PWNED = 1; ('",
    "''' + open('/etc/passwd').read() + '''",
    "{{ 7 * 7 }} {% for x in y %} {# gone #} {{ x.__class__ }}",
    "{builtins.PWNED} {0} %s %(x)s \\N{DASH} \\x41 \\u0041 \\",
    'ends with a quote"',
    'ends with some""""',
    'ends with a backslash and a quote\\"',
    '\\\\"""',
    "\\",
    "\x0c\x0b\u2028\u2029\x85 lines of all kinds\r\nimport builtins; builtins.PWNED = 1\rbuiltins.PWNED = 1",
    "word" * 100 + '"""' * 30 + "\\" * 61 + '"',
    "# type: ignore\n# noqa\n    builtins.PWNED = 1",
]
PROSE = ("description", "summary", "x-daftra-title", "x-daftra-doubtful")


def plant(node: Any, payload: str) -> Any:
    """Return a fragment with the payload in every text that no other part of it refers to."""
    if isinstance(node, list):
        return [plant(each, payload) for each in node]
    if not isinstance(node, dict):
        return node
    planted = {key: payload if key in PROSE and isinstance(value, str) else plant(value, payload) for key, value in node.items()}
    if "x-enum-descriptions" in planted:
        planted["x-enum-descriptions"] = [payload for _ in planted["x-enum-descriptions"]]
    if "Gadget" in planted and "Part" in planted:
        values = {"enum": [payload, "plain"], "x-enum-varnames": ["ODD", "EVEN"], "x-enum-descriptions": [payload, payload]}
        planted["Shape"] = {"type": "string", "description": payload, **values}
    if "x-daftra-carry" in planted:
        planted["x-daftra-carry"] = {"none": payload}
    if "properties" in planted and "Part" in planted["properties"]:
        planted["properties"][f"{payload} on the wire"] = {"type": "string", "x-daftra-name": "odd_one"}
        planted["properties"]["shape"] = {"$ref": "#/components/schemas/Shape", "description": payload}
        planted["properties"]["defaulted"] = {
            "type": "string",
            "default": payload,
            "examples": [payload],
            "pattern": payload,
            "x-daftra-lookup": f"{payload}:{payload}",
            "x-daftra-write-format": payload,
        }
    if "x-daftra-envelope" in planted and "parameters" in planted:
        wire = f"{payload}[x]"
        planted["parameters"].append(
            {"name": wire, "in": "query", "x-daftra-name": "odd", "schema": {"const": payload, "type": "string"}}
        )
    if "x-daftra-resource" in planted:
        planted["x-daftra-resource"] |= {"summary": payload, "entity": payload}
    return planted


def code(package: Path) -> dict[str, str]:
    """Return the generated modules without what their texts say."""

    class Blank(ast.NodeTransformer):
        def visit_Constant(self, node: ast.Constant) -> ast.Constant:  # the name that ast looks for
            return ast.Constant("") if isinstance(node.value, str) else node

    return {
        str(path.relative_to(package)): ast.dump(Blank().visit(ast.parse(path.read_text("utf-8"))))
        for path in sorted(package.rglob("*.py"))
    }


def generate(small: SmallSet, package: Path, payload: str) -> None:
    for name in ("common/shared.yaml", "v1/gadgets.yaml"):
        small.write(name, plant(small.read(name), payload))
    build(parse(small.load()), package)
    (package / "__init__.py").touch()


@pytest.fixture
def harmless(small: SmallSet, tmp_path: Path, known: dict[str, str]) -> dict[str, str]:
    """The code of a fragment whose texts are plain words."""
    if not known:
        before = {name: small.read(name) for name in ("common/shared.yaml", "v1/gadgets.yaml")}
        generate(small, tmp_path / "harmless", "plain words")
        known.update(code(tmp_path / "harmless"))
        for name, content in before.items():
            small.write(name, content)
    return known


@pytest.fixture(scope="module")
def known() -> dict[str, str]:
    return {}


@pytest.mark.parametrize("payload", HOSTILE, ids=range(len(HOSTILE)))
def test_the_code_is_the_same(
    payload: str, harmless: dict[str, str], small: SmallSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site" / "generated_from_hostile_prose"
    generate(small, package, payload)
    assert code(package) == harmless
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    try:
        for path in (*(package / "models").glob("*.py"), package / "resources" / "gadgets.py"):
            importlib.import_module(f"{package.name}.{path.parent.name}.{path.stem}")
    finally:
        for module in [module for module in sys.modules if module.startswith(package.name)]:
            del sys.modules[module]
    assert not hasattr(builtins, "PWNED")


def test_what_a_text_says_is_kept(small: SmallSet, tmp_path: Path) -> None:
    words = 'He said """no""", and \\d means {{ digits }}"'
    generate(small, tmp_path / "made", words)
    tree = ast.parse((tmp_path / "made" / "resources" / "gadgets.py").read_text("utf-8"))
    assert ast.get_docstring(tree) == words
    gadget = ast.parse((tmp_path / "made" / "models" / "gadget.py").read_text("utf-8"))
    (cls,) = [node for node in gadget.body if isinstance(node, ast.ClassDef)]
    assert (ast.get_docstring(cls) or "").startswith(words)


EVIL = "x: int = __import__('builtins').__dict__.setdefault('PWNED', 1)"


@pytest.mark.parametrize("name", [EVIL, "a b", "class", "../escape", "1st", "x\ny", "é", "__init__", ""])
@pytest.mark.parametrize("where", ["resource", "operation", "parameter", "property", "member", "schema"])
def test_names_are_names(where: str, name: str, small: SmallSet) -> None:
    if (where in {"parameter", "property"} and not name) or (name == "__init__" and where not in {"parameter", "property"}):
        pytest.skip("the wire name is taken then, or the name is harmless there")
    fragment = small.read("v1/gadgets.yaml")
    schemas = fragment["components"]["schemas"]
    match where:
        case "resource":
            fragment["x-daftra-resource"]["name"] = name
        case "operation":
            fragment["paths"]["/api2/gadgets"]["get"]["operationId"] = f"gadgets.{name}"
        case "parameter":
            fragment["paths"]["/api2/gadgets"]["get"]["parameters"][1]["x-daftra-name"] = name
        case "property":
            schemas["Gadget"]["properties"]["price"]["x-daftra-name"] = name
        case "member":
            schemas["Odd"] = {"type": "integer", "enum": [1], "x-enum-varnames": [name], "x-enum-descriptions": ["One."]}
        case _:
            schemas[name] = {"type": "object", "properties": {}}
    small.write("v1/gadgets.yaml", fragment)
    with pytest.raises(FragmentError):
        parse(small.load())


@pytest.mark.parametrize("value", ["True, evil()", 1, None, "yes"])
def test_a_flag_is_a_flag(value: object, small: SmallSet) -> None:
    fragment = small.read("v1/gadgets.yaml")
    fragment["paths"]["/api2/gadgets"]["get"]["x-daftra-idempotent"] = value
    small.write("v1/gadgets.yaml", fragment)
    with pytest.raises(FragmentError, match="true or false"):
        parse(small.load())
