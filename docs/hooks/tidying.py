"""What the sources say for Python and not for readers is left out of the pages that are made of them."""

from __future__ import annotations

import re
from typing import Any

import griffe

_PARAMETER = re.compile(r"(?<!`)\bfilter(?:\[\w+\])+=\w+")
_WHERE = {"class-attribute", "instance-attribute", "module-attribute"}


class Tidying(griffe.Extension):
    """Show query parameters as code (their brackets would be references), and attributes with their defaults."""

    def on_function(self, *, func: griffe.Function, **_: Any) -> None:
        """Rewrite the docstring of a function."""
        if func.docstring is not None:
            func.docstring.value = _PARAMETER.sub(r"`\g<0>`", func.docstring.value)

    def on_attribute(self, *, attr: griffe.Attribute, **_: Any) -> None:
        """Show `timeout: float = attrs.field(default=60.0, ...)` as `timeout: float = 60.0`."""
        attr.labels -= _WHERE
        if isinstance(attr.value, griffe.ExprCall) and attr.value.function.canonical_path == "attrs.field":
            keywords = [given for given in attr.value.arguments if isinstance(given, griffe.ExprKeyword)]
            attr.value = next((given.value for given in keywords if given.name == "default"), None)
