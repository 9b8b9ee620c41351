"""Names: from the wire to Python, once and in one place."""

from __future__ import annotations

import keyword
import re

_INPUT_NAMES = ("Input", "Request", "Query")


def snake(wire: str) -> str:
    """Return a wire name in snake case: `InvoiceItem` and `business_Phone` become `invoice_item` and `business_phone`."""
    name = re.sub(r"[^0-9A-Za-z]+", "_", wire).strip("_")
    name = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name)
    name = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", name)
    return re.sub(r"_+", "_", name).lower()


def identifier(wire: str) -> str:
    """Return the Python identifier of a wire name; keywords get a trailing underscore."""
    name = snake(wire)
    if not name or name[0].isdigit():
        name = f"field_{name}"
    return f"{name}_" if keyword.iskeyword(name) else name


def input_name(model: str) -> str:
    """Return the name of the class that writes what `model` reads."""
    return model if model.endswith(_INPUT_NAMES) else f"{model}Input"


def class_name(resource: str) -> str:
    """Return the class name of a resource: `work_orders` becomes `WorkOrdersResource`.

    The suffix keeps it apart from the records: staff and time tracking are called the same in singular and plural.
    """
    return "".join(part.capitalize() for part in resource.split("_")) + "Resource"
