"""Generate from a fragment, import the result, call it."""

from __future__ import annotations

import datetime as dt
import importlib
import pickle
import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from codegen.output import build
from codegen.parse import parse
from daftra_async import UNSET

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

    from tests.codegen.conftest import SmallSet


@pytest.fixture
def generated(small: SmallSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The package generated from the small fragment set."""
    name = "generated_by_a_test"
    package = tmp_path / "site" / name
    build(parse(small.load()), package)
    (package / "__init__.py").touch()
    # The generated index names the real package; here the models are those of the test.
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    yield importlib.import_module(name)
    for module in [module for module in sys.modules if module.startswith(name)]:
        del sys.modules[module]


class Recorder:
    """Stands in for the client: keeps what a resource asks of it."""

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []

    async def execute(self, *args: Any, **kwargs: Any) -> str:
        self.calls.append((*args, kwargs))
        return "answer"

    def paginate(self, *args: Any, **kwargs: Any) -> str:
        self.calls.append((*args, kwargs))
        return "pager"


def _models(generated: ModuleType, name: str) -> Any:
    return importlib.import_module(f"{generated.__name__}.models.{name}")


def test_records_leave_out_what_is_only_written(generated: ModuleType) -> None:
    gadget = _models(generated, "gadget").Gadget
    names = {field.name for field in attrs.fields(gadget)}
    assert "secret" not in names
    assert {"id", "modified", "deposit", "deposit_record", "class_"} <= names


def test_inputs_leave_out_what_is_only_read(generated: ModuleType) -> None:
    gadget = _models(generated, "gadget_input").GadgetInput
    names = {field.name for field in attrs.fields(gadget)}
    assert not names & {"id", "modified", "deposit_record"}
    assert "secret" in names


def test_an_input_needs_what_is_required_and_unsets_the_rest(generated: ModuleType) -> None:
    gadget_input = _models(generated, "gadget_input").GadgetInput
    with pytest.raises(TypeError, match="no"):
        gadget_input()
    made = gadget_input(no="7")
    assert made.price is UNSET
    assert made.class_ is UNSET


def test_a_redacted_field_does_not_show(generated: ModuleType) -> None:
    made = _models(generated, "gadget_input").GadgetInput(no="7", secret="hunter2")
    assert "hunter2" not in repr(made)
    assert "secret=***" in repr(made)


def test_fields_carry_their_wire_names_and_types(generated: ModuleType) -> None:
    module = _models(generated, "gadget")
    attrs.resolve_types(module.Gadget)
    fields = attrs.fields_dict(module.Gadget)
    assert fields["deposit_record"].metadata["wire"] == "Deposit"
    assert fields["price"].type == Decimal | None
    assert fields["sold_on"].type == dt.date | None


def test_enumerations_are_open(generated: ModuleType) -> None:
    colour = _models(generated, "colour").Colour
    unknown = colour(77)
    assert unknown == 77
    assert isinstance(unknown, colour)
    assert unknown is colour(77)
    assert pickle.loads(pickle.dumps(unknown)) is unknown
    assert colour.RED.name == "RED"
    with pytest.raises(ValueError, match="red"):
        colour("red")


async def test_the_resource_calls_the_client_with_its_operation(generated: ModuleType) -> None:
    module = importlib.import_module(f"{generated.__name__}.resources.gadgets")
    recorder = Recorder()
    gadgets = module.GadgetsResource(recorder)
    assert await gadgets.get(7, timeout=3) == "answer"
    operation, path, query, *_ = recorder.calls[0]
    assert operation is module.GET
    assert (operation.id, operation.method, operation.path) == ("gadgets.get", "GET", "/api2/gadgets/{id}")
    assert path == {"id": 7}
    assert query == {}
    assert gadgets.list(limit=5) == "pager"
    assert recorder.calls[1][2]["limit"] == 5
    with pytest.raises(TypeError, match="limmit"):
        gadgets.list(limmit=5)


def test_operations_are_data(generated: ModuleType) -> None:
    module = importlib.import_module(f"{generated.__name__}.resources.gadgets")
    create = module.CREATE
    assert create.request.siblings == ("Part",)
    assert create.request.model == "GadgetInput"
    assert not create.idempotent
    assert create.doubtful == "Nobody has seen it."
    assert module.LIST.query_params[1].array
