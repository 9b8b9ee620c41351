"""The two pages that `fetch.py` walks: numbers sent as numbers, and lines with keys that no model knows."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from random import Random
from typing import Any

import samples

from daftra_async import models

_NUMBERS = 46
"""Decimals of an invoice with its lines; it has 12 date-times."""
_SUMMARIES = ("summary_deposit", "summary_refund", "summary_discount")


def native(count: int = samples.RECORDS, seed: int = 1) -> list[dict[str, Any]]:
    """Return invoices with five lines in native types, JSON numbers for amounts; each Decimal and date-time has a value."""
    dice = Random(seed)
    rows: list[dict[str, Any]] = []
    for at in range(1, count + 1):
        row = _filled(models.Invoice, at, dice) | {name: dice.randint(0, 500_000_000) / 100 for name in _SUMMARIES}
        row["InvoiceItem"] = [_filled(models.InvoiceItem, samples.LINES * at + n, dice) for n in range(samples.LINES)]
        row["InvoicePayment"] = []
        rows.append(row)
    assert sum(isinstance(value, float) for part in (rows[0], *rows[0]["InvoiceItem"]) for value in part.values()) == _NUMBERS
    return rows


def _filled(cls: type, at: int, dice: Random) -> dict[str, Any]:
    """Return a record whose Decimals are JSON numbers; neither these nor its date-times are null."""
    row = samples.record(cls, at, dice)
    for wire, kind in samples.fields(cls):
        if kind in {Decimal, dt.datetime} and row[wire] is None:
            row[wire] = samples.value(wire, kind, at, dice)
        if kind is Decimal:
            row[wire] = float(row[wire])
    return row


def unknown(count: int = samples.RECORDS, seed: int = 1) -> list[dict[str, Any]]:
    """Return shorter invoices as v1 sends them, all as text; each of the five lines has two keys that the model does not know."""
    dice = Random(seed)
    rows: list[dict[str, Any]] = []
    for at in range(1, count + 1):
        row = _short(models.Invoice, at, dice)
        row["InvoiceItem"] = [_short(models.InvoiceItem, samples.LINES * at + n, dice) for n in range(samples.LINES)]
        for n, line in enumerate(row["InvoiceItem"]):
            line |= {"display_order": str(n), "unit_name": dice.choice((None, "piece", "box", "hour"))}
        row["InvoicePayment"] = []
        rows.append(row)
    return rows


def _short(cls: type, at: int, dice: Random) -> dict[str, Any]:
    """Return a record as text without the fields that are mostly null."""
    row = samples.soiled(cls, samples.record(cls, at, dice), dice)
    return {wire: row[wire] for wire, _ in samples.fields(cls) if samples.is_mostly_set(cls, wire)}
