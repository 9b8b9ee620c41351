"""Options that many commands share, and what the shell completes in them.

Completion asks the catalogue and the models only: nothing is sent, and aiohttp is not even loaded.
"""

# No `from __future__ import annotations` here: typer reads the annotations when the command is made.
from contextvars import ContextVar
from typing import Annotated, Any, Final

import typer

from daftra_async.catalogue import operations

_GIVEN: Final[ContextVar[dict[str, str | None]]] = ContextVar("given")
"""Options of the running command for its account and credential; commands have no parameters for them."""


def given() -> tuple[str | None, str | None, str | None, str | None]:
    """Return account, API key, access token and URL as the options of the running command say."""
    known = _GIVEN.get({})
    return known.get("account"), known.get("api_key"), known.get("access_token"), known.get("base_url")


def place() -> tuple[str | None, str | None]:
    """Return account and URL as the options of the running command say."""
    account, _, _, url = given()
    return account, url


def profile() -> str | None:
    """Return the value of `--profile` of the running command."""
    return _GIVEN.get({}).get("profile")


def _note(context: typer.Context, param: typer.CallbackParam, value: str | None) -> None:
    before = _GIVEN.set({**_GIVEN.get({}), str(param.name): value})
    context.call_on_close(lambda: _GIVEN.reset(before))


def _profiles(incomplete: str) -> list[str]:
    from daftra_async.cli.profiles import names  # noqa: PLC0415  # it needs aiohttp

    return [name for name in names() if name.startswith(incomplete)]


def _resources(*verbs: str) -> Any:
    """Return the completion of resources that have one of these operations."""

    def complete(incomplete: str) -> list[str]:
        return sorted({op.resource for op in operations() if op.verb in verbs and op.resource.startswith(incomplete)})

    return complete


def _with_pdf(incomplete: str) -> list[str]:
    """Complete resources whose records have a link to their PDF."""
    from daftra_async.cli.routes import pdf_field  # noqa: PLC0415  # models are needed for this alone

    mine = [op for op in operations() if op.verb == "get" and op.resource.startswith(incomplete)]
    return sorted(op.resource for op in mine if pdf_field(op) is not None)


def _resource(*verbs: str) -> Any:
    return typer.Argument(
        metavar="RESOURCE", help="Such as invoices; `daftra operations` lists them.", autocompletion=_resources(*verbs)
    )


def _fields(verb: str, ending: str) -> Any:
    """Return the completion of field names of the resource that stands on the line."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        from daftra_async.wire import hints  # noqa: PLC0415  # models are needed for this alone

        # An option that still lacks its value keeps the arguments before it from being read.
        words = {str(ctx.params.get("resource")), *ctx.args}
        op = next((op for op in operations() if op.verb == verb and op.resource in words), None)
        if op is None:
            return []
        model = op.request.model if op.request is not None else op.response.model
        names = [] if model is None else [hints.wire_name(field) for field in hints.fields_of(hints.model(model))]
        if verb == "list" and ending:
            names += [param.name for param in op.query_params if param.fixed is None and param.type not in {"filter", "sort"}]
        done, comma, last = incomplete.rpartition(",") if not ending else ("", "", incomplete)
        return [f"{done}{comma}{name}{ending}" for name in sorted(set(names)) if name.startswith(last)]

    return complete


ListResource = Annotated[str, _resource("list")]
GetResource = Annotated[str, _resource("get", "is_active")]
PdfResource = Annotated[
    str, typer.Argument(metavar="RESOURCE", help="Such as invoices, estimates, credit_notes.", autocompletion=_with_pdf)
]
CreateResource = Annotated[str, _resource("create")]
UpdateResource = Annotated[str, _resource("update")]
DeleteResource = Annotated[str, _resource("delete")]

Where = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CONDITION",
        help="field=value; also >=, <=, >, <, != and ~ (contains) where the list can. Repeatable; all must hold.",
        autocompletion=_fields("list", "="),
    ),
]
Columns = Annotated[
    str | None,
    typer.Option(metavar="A,B,C", help="Fields to show, by name.", autocompletion=_fields("list", ""), show_default=False),
]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, help="Records to show.")]
Everything = Annotated[bool, typer.Option("--all", help="All of them, whatever --limit says.")]
Sort = Annotated[
    str | None,
    typer.Option(
        metavar="FIELD", help="Sort by FIELD; -FIELD for descending.", autocompletion=_fields("list", ""), show_default=False
    ),
]
CreatePairs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FIELD=VALUE", help="Fields; FIELD:=JSON for lists and the like.", autocompletion=_fields("create", "=")
    ),
]
UpdatePairs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FIELD=VALUE", help="Fields to change; FIELD:=JSON for lists and the like.", autocompletion=_fields("update", "=")
    ),
]
Arguments = Annotated[
    list[str] | None,
    typer.Option("--arg", metavar="NAME=VALUE", help="Argument of the path, such as workflow_id=36. Repeatable."),
]
AsJson = Annotated[
    bool | None,
    typer.Option(
        "--json/--table", help="JSON, or a table; by default a table on a terminal and JSON elsewhere.", show_default=False
    ),
]
JsonBody = Annotated[
    str | None,
    typer.Option(
        "--json", metavar="FILE", help="JSON of the record, with the names of the API; - for stdin.", show_default=False
    ),
]
Identity = Annotated[str, typer.Argument(metavar="ID", help="Id of the record.")]


def connection(
    account: Annotated[
        str | None,
        typer.Option(help="Subdomain, host or URL of the account; default: DAFTRA_ACCOUNT.", callback=_note, show_default=False),
    ] = None,
    api_key: Annotated[
        str | None,
        typer.Option(help="API key. Prefer DAFTRA_API_KEY: process lists show options.", callback=_note, show_default=False),
    ] = None,
    access_token: Annotated[
        str | None,
        typer.Option(
            help="Access token. Prefer DAFTRA_ACCESS_TOKEN: process lists show options.", callback=_note, show_default=False
        ),
    ] = None,
    base_url: Annotated[
        str | None,
        typer.Option(
            help="Base URL instead of the one of the account; default: DAFTRA_BASE_URL.", callback=_note, show_default=False
        ),
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Account and credential of this name in config.toml; default: DAFTRA_PROFILE.",
            callback=_note,
            autocompletion=_profiles,
            show_default=False,
        ),
    ] = None,
) -> None:
    """Hold the options of every command for an account, see `given`."""
