"""The section of one method on the page of its resource: a short signature, what it does, its arguments as a table."""

from __future__ import annotations

import html
import inspect
import re
from typing import TYPE_CHECKING, Any

import type_words

from daftra_async import models

if TYPE_CHECKING:
    from collections.abc import Iterator

    from daftra_async.operation import Param

FOLDER = "reference/resources"
_SHOWN = 5
"""So many named arguments are spelled out in a signature; of more, the first two."""
_LONGEST = 24
"""Letters of a member that is an example; in place of a longer one stands its value."""
_PARAMETER = re.compile(r"(?<!`)\bfilter(?:\[\w+\])+=\w+")
_ARGUMENT = re.compile(r"^    (?P<name>\w+): (?P<text>.*(?:\n {8}.*)*)", re.MULTILINE)
_OPTIONS = re.compile(r"Unpack\[(?P<name>\w+)\]")
_EXAMPLES = {
    "id": "2415",
    "client_id": "15",
    "limit": "100",
    "page": "1",
    "keywords": '"bakery"',
    "currency_code": '"SAR"',
    "no": '"000231"',
    "custom_field": '"north"',
    "custom_field_label": '"Region"',
    "tags": '["retail"]',
    "external_source": '["salla"]',
    "filters": 'F("status").eq(1)',
    "body": "",
}
_EXAMPLES_BY_TYPE = {
    "int": "1",
    "str | Sequence[str] | Mapping[str, str]": '"-created"',
    "bool": "True",
    "date": "date(2026, 1, 1)",
    "Decimal": 'Decimal("100.00")',
    "Sequence[int]": "[1, 2]",
}


def section(resource: str, method: Any, anchor: str) -> Iterator[str]:
    """Return the lines of the section of a method."""
    signature = inspect.signature(method)
    text, _, arguments = (inspect.getdoc(method) or "").partition("\n\nArgs:\n")
    yield f"## {resource}.{method.__name__} {{ #{anchor} .method }}\n"
    yield f"```python\n{_signature(resource, method, signature)}\n```\n"
    yield _PARAMETER.sub(r"`\g<0>`", text) + "\n"
    parameters = [one for one in list(signature.parameters.values())[1:] if one.kind is not one.VAR_KEYWORD]
    if parameters:
        meanings = {match["name"]: " ".join(match["text"].split()) for match in _ARGUMENT.finditer(arguments)}
        yield '<div class="fields" markdown>\n'
        yield "| argument | type | meaning | example |\n|---|---|---|---|"
        for parameter in parameters:
            yield _row(parameter, meanings.get(parameter.name, ""), _param(method, parameter.name))
        yield "\n</div>\n"
    yield from _closing(signature)


def _signature(resource: str, method: Any, signature: inspect.Signature) -> str:
    parameters = list(signature.parameters.values())[1:]
    named = [parameter for parameter in parameters if parameter.kind is parameter.KEYWORD_ONLY]
    shown = [_argument(parameter) for parameter in parameters if parameter.kind is parameter.POSITIONAL_OR_KEYWORD]
    if named:
        shown += ["*", *map(_argument, named if len(named) <= _SHOWN else named[:2])]
        shown += ["..."] if len(named) > _SHOWN else []
    shown += [f"**{parameter.name}" for parameter in parameters if parameter.kind is parameter.VAR_KEYWORD]
    waits = "await " if inspect.iscoroutinefunction(method) else ""
    return f"{waits}daftra.{resource}.{method.__name__}({', '.join(shown)}) -> {signature.return_annotation}"


def _argument(parameter: inspect.Parameter) -> str:
    return parameter.name if parameter.default is parameter.empty else f"{parameter.name}={parameter.default!r}"


def _row(parameter: inspect.Parameter, meaning: str, param: Param | None) -> str:
    required = ' <small class="mark">required</small>' if parameter.default is parameter.empty else ""
    words = type_words.in_words(str(parameter.annotation), type_words.leading_from(FOLDER))
    example = _example(parameter, param)
    example = f"<code>{html.escape(example, quote=False).replace('.', '.<wbr>')}</code>" if example else ""
    meaning = _PARAMETER.sub(r"`\g<0>`", meaning).replace("|", "\\|")
    return f"| `{parameter.name}`{required} | {words} | {meaning} | {example} |"


def _example(parameter: inspect.Parameter, param: Param | None) -> str:
    if param is not None and param.enum is not None:
        first = next(iter(getattr(models, param.enum)))
        member = f"{param.enum}.{first.name}"
        return member if len(member) <= _LONGEST and not first.name.startswith("_") else repr(first.value)
    if parameter.name in _EXAMPLES:
        return _EXAMPLES[parameter.name]
    annotation = str(parameter.annotation).removesuffix(" | None")
    return _EXAMPLES_BY_TYPE.get(annotation) or _EXAMPLES_BY_TYPE.get(annotation.partition(" | ")[0], "")


def _param(method: Any, name: str) -> Param | None:
    """Return what the operation of a method says about an argument."""
    operation = getattr(inspect.getmodule(method), method.__name__.upper(), None)
    params = (*operation.path_params, *operation.query_params) if operation is not None else ()
    return next((param for param in params if param.name == name), None)


def _closing(signature: inspect.Signature) -> Iterator[str]:
    returned = type_words.in_words(str(signature.return_annotation), type_words.leading_from(FOLDER))
    options = [_OPTIONS.search(str(parameter.annotation)) for parameter in signature.parameters.values()]
    taken = [f"Options: {type_words.in_words(match['name'], type_words.leading_from(FOLDER))}." for match in options if match]
    yield " ".join([f"Returns: {returned}.", *taken]) + "\n"
