import datetime as dt
from decimal import Decimal

import pytest

from daftra_async import models
from daftra_async.errors import ArgumentError
from daftra_async.http.values import to_text
from daftra_async.operation import Param


def param(kind, **more):
    return Param(name=f"{kind}_arg", wire=f"{kind}Wire", type=kind, **more)


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("integer", 5, "5"),
        ("id", 5, "5"),
        ("id", "INV-7", "INV-7"),
        ("id", "عميل", "عميل"),
        ("boolean", True, "1"),
        ("boolean", 0, "0"),
        ("decimal", Decimal("1E+2"), "100"),
        ("decimal", 3, "3"),
        ("decimal", "10.50", "10.50"),
        ("date", dt.date(2026, 1, 2), "2026-01-02"),
        ("date", dt.datetime(2026, 1, 2, 3, tzinfo=dt.UTC), "2026-01-02"),
        ("date", "2026-01-02", "2026-01-02"),
        ("string", "a b", "a b"),
        ("string", 7, "7"),
    ],
)
def test_values(kind, value, text):
    assert to_text(param(kind), value) == text


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("integer", "5"),
        ("integer", True),
        ("integer", 1.0),
        ("integer", 0),
        ("integer", 1001),
        *[("id", value) for value in (0, -1, True, "", " ", "0", "a/b", "../x", "..", "a?b", "a#b", "a\r\nb", "a\\b", None, 1.5)],
        ("boolean", "yes"),
        ("boolean", 2),
        ("decimal", 1.5),
        ("decimal", True),
        ("decimal", "1,5"),
        ("decimal", "NaN"),
        ("decimal", Decimal("Infinity")),
        ("date", "2026-02-30"),
        ("date", "02/01/2026"),
        ("date", 20260101),
        ("string", ""),
        ("string", "a\nb"),
        ("string", "a\u2028b"),
        ("string", None),
        ("string", 1.5),
    ],
)
def test_refused(kind, value):
    with pytest.raises(ArgumentError, match="expected") as caught:
        to_text(param(kind, minimum=1, maximum=1000) if kind == "integer" else param(kind), value)
    assert caught.value.argument == f"{kind}_arg"


def test_too_large_a_page_says_what_limits_the_records():
    size = Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000)
    with pytest.raises(ArgumentError, match=r"from 1 to 1000 in a page; '\.limit\(5000\)' ends the walk after 5000 records"):
        to_text(size, 5000)


def test_float_says_why():
    with pytest.raises(ArgumentError, match="not exact"):
        to_text(param("decimal"), 0.1)


def test_enumerations():
    level = param("string", enum="SortDirection")
    members = list(models.SortDirection)
    assert to_text(level, members[0]) == members[0].value
    assert to_text(level, members[0].value) == members[0].value
    with pytest.raises(ArgumentError, match=members[0].value):
        to_text(level, "sideways")
    # A member made for an unknown value is meant, a plain unknown value may be a slip.
    assert to_text(level, models.SortDirection("sideways")) == "sideways"
    with pytest.raises(ArgumentError):
        to_text(level, "sideways")
    number = param("integer", enum="InvoiceType")
    with pytest.raises(ArgumentError):
        to_text(number, True)
    with pytest.raises(ArgumentError):
        to_text(number, members[0])
