"""Validation of bodies, and the answers to bad ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from daftra_async.sandbox.answers import REQUIRED_V2, Refusal, v1_failure, v2_failure
from daftra_async.sandbox.codec import as_list, as_object
from daftra_async.sandbox.values import Forms, take

if TYPE_CHECKING:
    from daftra_async.sandbox.account import Call
    from daftra_async.sandbox.answers import Answer
    from daftra_async.sandbox.codec import Json
    from daftra_async.sandbox.schema import Shape

ALWAYS_READ_ONLY: Final = frozenset({"id", "site_id", "created", "modified", "last_login"})
EMPTY_DOCUMENT: Final = "Invoice is empty"
"""The message of v1 when no lines stand beside the record, even if they are inside it."""
_NEEDS_LINES: Final = frozenset({"invoices.create", "invoices.bulk_create"})


@dataclass
class Draft:
    """A valid body."""

    columns: Json = field(default_factory=dict[str, Any])
    parts: Json = field(default_factory=dict[str, Any])
    sent: Any = None


@dataclass
class _Findings:
    forms: Forms
    merges: bool = False
    """Whether what is left out stays as it is."""
    errors: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    refused: list[str] = field(default_factory=list[str])

    def add(self, name: str, reason: str) -> None:
        self.errors.setdefault(name, []).append(reason)


def read_draft(call: Call, document: Any, *, updating: bool = False) -> Draft:
    """Check a body against the operation's schema; raises `Refusal`."""
    operation = call.operation
    shape = operation.write
    assert shape is not None
    whole = as_object(document)
    main = whole if operation.request_kind != "wrapped" else as_object((whole or {}).get(operation.request_key or ""))
    if whole is None or main is None:
        name = operation.request_key or "body"
        raise Refusal(refuse(v1=operation.is_v1, errors={name: [f"{name} is empty"]}))
    draft = Draft(sent=document)
    behaviours = call.account.behaviours
    forms = Forms(call.account.date_format, behaviours.booleans, behaviours.decimal_text)
    findings = _Findings(forms, merges=updating and behaviours.partial_update == "merges")
    for name in operation.siblings:
        # Relations belong beside the record; inside it they are not seen, and the document has no lines.
        if isinstance(main.get(name), (dict, list)):
            findings.add(name, EMPTY_DOCUMENT)
    findings.refused += _read_only(call, main, shape)
    _columns(shape, main, draft, findings, v1=operation.is_v1)
    for name, relation in operation.siblings.items():
        if not _is_hollow(whole.get(name)):
            draft.parts[name] = _relation(name, whole[name], relation, findings)
    if operation.id in _NEEDS_LINES and not draft.parts.get("InvoiceItem") and not findings.errors:
        findings.add("InvoiceItem", EMPTY_DOCUMENT)
    if findings.errors or findings.refused:
        raise Refusal(refuse(v1=operation.is_v1, errors=findings.errors, refused=findings.refused))
    return draft


def refuse(*, v1: bool, errors: dict[str, list[str]], refused: list[str] | None = None) -> Answer:
    """400 on v1, 422 on v2, with the reasons by field; v1 names refused fields under `extra_data`."""
    refused = refused or []
    if not v1:
        return v2_failure(422, "Entity not saved", errors=errors | {name: ["This field is read only"] for name in refused})
    more: Json = {"validation_errors": {name: reasons[0] for name, reasons in errors.items()}}
    if refused:
        more["extra_data"] = refused
    return v1_failure(400, "Bad Request", **more)


def _read_only(call: Call, main: Json, shape: Shape) -> list[str]:
    """Fields that are read-only: a record that was read cannot be sent back as it is."""
    readable = call.account.spec.read_shape(call.operation.entity, v1=call.operation.is_v1)
    refused: list[str] = []
    for name in main:
        writable = shape.fields.get(name)
        if writable is not None and not writable.read_only:
            continue
        known = writable or readable.fields.get(name)
        if call.operation.is_v1:
            sent_back = known is not None and (known.read_only or not known.is_scalar) and name not in call.operation.siblings
            if sent_back or name in ALWAYS_READ_ONLY:
                refused.append(name)
        elif name != "id" and (writable is not None or name in ALWAYS_READ_ONLY):
            # The vendor's own examples repeat the id in the body.
            refused.append(name)
    return refused


def _columns(shape: Shape, main: Json, draft: Draft, findings: _Findings, *, v1: bool) -> None:  # noqa: C901  # a rule a branch
    for name, found in shape.fields.items():
        if name not in main or found.read_only:
            if name in shape.required and not found.read_only and not findings.merges:
                findings.add(name, _required(v1=v1))
            continue
        try:
            value = take(found, main[name], findings.forms)
        except ValueError as error:
            findings.add(name, str(error))
            continue
        if name in shape.required and value in (None, ""):
            findings.add(name, _required(v1=v1))
        elif not found.is_scalar:
            if not _is_hollow(value):
                draft.parts[name] = value
        elif not (found.write_only and found.kind == "text"):
            # v1 keeps flags as 0 and 1. Passwords are taken and never kept.
            draft.columns[name] = int(value) if v1 and isinstance(value, bool) else value
    for name, value in main.items():
        if name.endswith("_custom_data") and name not in shape.fields and not _is_hollow(value):
            draft.parts[name] = value


def _relation(name: str, value: Any, shape: Shape, findings: _Findings) -> Any:
    if not shape.fields:
        return value
    single = as_object(value)
    items: list[Any] = [single] if single is not None else as_list(value) or []
    read: list[Json] = []
    for index, item in enumerate(items):
        line = as_object(item)
        if line is None:
            findings.add(f"{name}.{index}", "Invalid value")
            continue
        draft = Draft()
        inner = _Findings(findings.forms)
        _columns(shape, line, draft, inner, v1=True)
        for field_name, reasons in inner.errors.items():
            findings.add(f"{name}.{index}.{field_name}", reasons[0])
        read.append({**draft.columns, **draft.parts})
    return read


def _required(*, v1: bool) -> str:
    return "This field is required" if v1 else REQUIRED_V2


def _is_hollow(value: Any) -> bool:
    """Whether a relation is absent: None, empty, or an object of nulls."""
    if value is None or value in ("", [], {}):
        return True
    record = as_object(value)
    return record is not None and all(item in (None, "") for item in record.values())
