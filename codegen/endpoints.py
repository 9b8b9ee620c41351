"""Renders `daftra_async/resources/` and the index of the models; the templates only lay out what is computed here."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs
import jinja2

from codegen import ir
from codegen.derived import bases, criteria, derive, without_id, without_level
from codegen.methods import Argument, Method
from codegen.names import class_name, input_name, prose, snake

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from codegen.models import Annotations

HEADER: Final = "# Generated from openapi/ by `make generate`; do not edit."
_TYPES: Final = {
    "integer": "int",
    "string": "str",
    "decimal": "Decimal | int | str",
    "boolean": "bool",
    "date": "date",
    "id": "int | str",
    "filter": "Filter | Mapping[str, object]",
    "sort": "str | Sequence[str] | Mapping[str, str]",
}
_RETURNS: Final = {
    "v1-created": "Created",
    "v2-created": "Created",
    "v1-ack": "Ack",
    "v2-ack": "Ack",
    "v1-listing": "dict[str, str]",
    "multi-entity": "dict[str, Any]",
    "raw": "Any",
}
_BODY_DOC: Final = "The record to write, or a mapping in wire names with the relations beside the fields."
_BODIES_DOC: Final = "The records to write, each of them an input or a mapping in wire names."
_LISTS: Final = frozenset({"v1-list", "v2-list", "payload-list"})


def render(api: ir.Api, annotations: Annotations) -> dict[str, str]:
    """Return the files to write, by their path below the package."""
    environment = _environment()
    classes = sorted(model_modules(api).items())
    files = {
        "models/__init__.py": environment.get_template("models_index.py.jinja2").render(header=HEADER, classes=classes),
        "resources/__init__.py": environment.get_template("resources_index.py.jinja2").render(
            header=HEADER, resources=[(r.name, class_name(r.name), r.summary) for r in api.resources]
        ),
    }
    template = environment.get_template("resource.py.jinja2")
    for resource in api.resources:
        methods = [_method(endpoint, resource, api) for endpoint in resource.endpoints]
        derived = derive(methods, api)
        inherited, own = bases(derived)
        wanted = criteria(derived, api, annotations)
        files[f"resources/{resource.name}.py"] = template.render(
            header=HEADER,
            resource=resource,
            class_name=class_name(resource.name),
            methods=methods,
            models=_imports(resource, api, " ".join(annotation for _, annotation in wanted)),
            derived=derived,
            bases=inherited,
            own=own,
            mixins=sorted({name.partition("[")[0] for name in inherited} - {"Resource"}),
            criteria=wanted,
            optional=_optional,
            required=_required,
            without_id=without_id,
            without_level=without_level,
        )
    return files


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - this is Python, not HTML
    )
    environment.filters["repr"] = repr
    environment.filters["prose"] = prose
    return environment


def _required(method: Method | Iterable[Argument]) -> list[Argument]:
    """Return the positional arguments that have no default."""
    arguments = method.positional if isinstance(method, Method) else method
    return [argument for argument in arguments if argument.default is None]


def _optional(method: Method | Iterable[Argument]) -> list[Argument]:
    """Return the positional arguments that have a default."""
    arguments = method.positional if isinstance(method, Method) else method
    return [argument for argument in arguments if argument.default is not None]


def model_modules(api: ir.Api) -> dict[str, str]:
    """Return the module of each name of the models."""
    names = [*api.enums, *api.records, *map(input_name, api.inputs)]
    modules = {name: snake(name) for name in names}
    value_types = {name: api.enums[name].value_type for name in api.arguments}
    return modules | {value: modules[name] for name, value in value_types.items() if value}


def _imports(resource: ir.Resource, api: ir.Api, annotations: str) -> list[str]:
    names = set(re.findall(r"\w+", annotations))
    for endpoint in resource.endpoints:
        for parameter in (*endpoint.path_params, *endpoint.query_params):
            names |= set(re.findall(r"\w+", _argument(parameter, api).annotation))
        if endpoint.body:
            names.add(endpoint.body.model)
        if endpoint.answer.model and endpoint.answer.kind not in _RETURNS:
            names.add(endpoint.answer.model)
    return sorted(names & model_modules(api).keys())


def _method(endpoint: ir.Endpoint, resource: ir.Resource, api: ir.Api) -> Method:
    is_list = endpoint.answer.kind in _LISTS
    identity = endpoint.body.identity if endpoint.body else None
    path = [_argument(p, api) for p in (*endpoint.path_params, *([identity] if identity else []))]
    result = _RETURNS.get(endpoint.answer.kind, endpoint.answer.model or "Any")
    if endpoint.answer.kind == "bulk-array":
        result = f"Sequence[{result}]"
    body: str | None = None
    if endpoint.body:
        one = f"{endpoint.body.model} | Mapping[str, object]"
        body = f"Sequence[{one}]" if endpoint.body.array else one
    keyword = tuple(_argument(p, api, optional=not p.required) for p in endpoint.query_params if p.fixed is None)
    body_doc = _BODIES_DOC if endpoint.body and endpoint.body.array else _BODY_DOC
    written = [Argument(name="body", annotation="", default=None, doc=body_doc)] if body else []
    return Method(
        name=endpoint.verb,
        constant=endpoint.verb.upper(),
        endpoint=endpoint,
        positional=tuple(path),
        keyword=keyword,
        body=body,
        result=result,
        is_list=is_list,
        description=tuple(_notes(endpoint, resource)),
        documented=(*path, *written, *keyword),
        operation=_operation(endpoint, resource),
    )


def _notes(endpoint: ir.Endpoint, resource: ir.Resource) -> Iterator[str]:
    """Yield the paragraphs below the first line of a docstring."""
    if endpoint.description:
        yield endpoint.description
    if endpoint.replaces:
        yield _losses(endpoint, edits=any(each.verb == "get" for each in resource.endpoints))
    if endpoint.reference:
        yield f"`reference=` is written to `{endpoint.reference.field}`."
    elif endpoint.verb == "create":
        found = any(each.verb == "list" for each in resource.endpoints)
        yield f"It takes no `reference=`, since no field is free for one{'' if found else ' and no list shows the record'}."
    if endpoint.doubtful:
        yield f"Doubtful: {endpoint.doubtful}"
    route = endpoint.path.replace("{format}", "")
    yield f"`{endpoint.method} {route}`, the vendor's page {endpoint.title.removeprefix('(prose) ')!r}."


def _losses(endpoint: ir.Endpoint, *, edits: bool) -> str:
    """Return what is said about an update that replaces."""
    names = [f"`{name}`" for name in endpoint.lost]
    listed = " or ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
    refused = f" A body without {listed} is refused, unless `replace=True` says that it is meant." if names else ""
    return f"What the body leaves out is lost on the server.{refused}{' `edit()` keeps the rest.' if edits else ''}"


def _argument(parameter: ir.Parameter, api: ir.Api, *, optional: bool = False) -> Argument:
    annotation = _TYPES[parameter.type]
    if parameter.enum:
        annotation = api.enums[parameter.enum].value_type or f"{parameter.enum} | str"
    if parameter.array:
        annotation = f"Sequence[{annotation}]"
    default: str | None = None
    if optional:
        annotation, default = f"{annotation} | None", "None"
    elif parameter.default is not None:
        default = repr(parameter.default)
    return Argument(name=parameter.name, annotation=annotation, default=default, doc=parameter.doc)


def _operation(endpoint: ir.Endpoint, resource: ir.Resource) -> str:
    parts: dict[str, Any] = {
        "id": endpoint.id,
        "title": endpoint.title,
        "method": endpoint.method,
        "path": endpoint.path,
    }
    lines = [f"{key}={value!r}" for key, value in parts.items()]
    for key, parameters in (("path_params", endpoint.path_params), ("query_params", endpoint.query_params)):
        if parameters:
            lines.append(f"{key}=({', '.join(map(_parameter, parameters))},)")
    if endpoint.body:
        lines.append(f"request={_call('Request', endpoint.body)}")
    lines.append(f"response={_call('Response', endpoint.answer)}")
    for key, default in (("pagination", None), ("idempotent", None), ("replaces", False), ("lost", ()), ("authenticated", True)):
        value = getattr(endpoint, key)
        if value != default:
            lines.append(f"{key}={value!r}")
    lines.append(f"entity={resource.entity!r}")
    if endpoint.doubtful:
        lines.append(f"doubtful={endpoint.doubtful!r}")
    if endpoint.reference:
        lines.append(f"reference={_call('Reference', endpoint.reference)}")
    if endpoint.twin:
        lines.append(f"twin={_call('Twin', endpoint.twin)}")
    return ", ".join(lines)


def _parameter(parameter: ir.Parameter) -> str:
    return _call("Param", parameter, skip="doc")


def _call(name: str, instance: attrs.AttrsInstance, skip: str = "") -> str:
    """Return the call that makes an instance, without what has its default value."""
    written: list[str] = []
    fields = {field.name: field.default for field in attrs.fields(type(instance)) if field.name != skip}
    for key, default in fields.items():
        value = getattr(instance, key)
        if default is attrs.NOTHING or value != default:
            written.append(f"{key}={_parameter(value) if isinstance(value, ir.Parameter) else repr(value)}")
    return f"{name}({', '.join(written)})"
