"""Names in Python, made of names on the wire."""

from __future__ import annotations

import keyword
import re

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\ud800-\udfff]")
_QUOTES = re.compile(r'"{3,}|"+\Z')
"""Quotes that would end a docstring."""
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


def is_identifier(name: object) -> bool:
    """Return whether a name may stand in code as it is: of a class, a module, a method, an argument or a member."""
    return isinstance(name, str) and name.isascii() and name.isidentifier() and not keyword.iskeyword(name)


def prose(text: str) -> str:
    """Return a text of a fragment, escaped for a docstring."""
    plain = _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).replace("\\", "\\\\")
    return _QUOTES.sub(lambda found: '\\"' * len(found[0]), plain)


def input_name(model: str) -> str:
    """Return the name of the input class of a model."""
    return model if model.endswith(_INPUT_NAMES) else f"{model}Input"


def class_name(resource: str) -> str:
    """Return the class name of a resource: `work_orders` becomes `WorkOrdersResource`.

    The suffix keeps it apart from the records: staff and time tracking are called the same in singular and plural.
    """
    return "".join(part.capitalize() for part in resource.split("_")) + "Resource"
