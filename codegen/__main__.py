"""`python -m codegen`: make the generated files, or say with `--check` whether they are fresh."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import yaml

from codegen import endpoints, experiments, output
from codegen.bundle import bundle, without_prose
from codegen.fragments import Fragments
from codegen.parse import parse
from codegen.problems import FragmentError
from codegen.resource_table import with_table

ROOT = Path(__file__).parent.parent
SANDBOX_SPEC = "sandbox/spec.json"
EXPERIMENTS = "prove/experiments.py"


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m codegen", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a generated file is stale")
    parser.add_argument("--bundle", type=Path, metavar="FILE", help="write only the bundle, to FILE (.yaml or .json)")
    parser.add_argument("--fragments", type=Path, default=ROOT / "openapi", help="folder of the fragments")
    parser.add_argument("--package", type=Path, default=ROOT / "daftra_async", help="package to write to")
    parser.add_argument(
        "--table", type=Path, default=ROOT / "docs" / "resources.md", help="page whose table of resources is kept fresh"
    )
    options = parser.parse_args(arguments)
    try:
        fragments = Fragments.load(options.fragments)
        api = parse(fragments)
        proving = experiments.render(fragments, api)
    except FragmentError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return 1
    document = bundle(fragments)
    if options.bundle:
        text = json.dumps(document, indent=2, ensure_ascii=False)
        if options.bundle.suffix in {".yaml", ".yml"}:
            text = yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=120)
        options.bundle.parent.mkdir(parents=True, exist_ok=True)
        options.bundle.write_text(text, "utf-8")
        return 0
    spec = (
        json.dumps({"x-generated": endpoints.HEADER, **without_prose(document)}, separators=(",", ":"), ensure_ascii=False) + "\n"
    )
    extra = {options.package / SANDBOX_SPEC: spec}
    if proving is not None:
        extra[options.package / EXPERIMENTS] = output.formatted(proving)
    if options.table.is_file():
        extra[options.table] = with_table(options.table.read_text("utf-8"), api)
    if options.check:
        stale = output.stale(api, options.package, extra)
        for name in stale:
            print(f"stale: {name} (run `make generate`)", file=sys.stderr)
        return 1 if stale else 0
    output.generate(api, options.package, extra)
    return 0


if __name__ == "__main__":
    sys.exit(main())
