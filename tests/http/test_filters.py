import datetime as dt
from decimal import Decimal

import pytest

from daftra_async.errors import ArgumentError
from daftra_async.http.filters import F, filter_query


def test_every_operator():
    field = F("a")
    assert [
        *field.eq(1).to_query(),
        *field.not_equal("x").to_query(),
        *field.gt(Decimal("1.50")).to_query(),
        *field.gte(1).to_query(),
        *field.lt(1).to_query(),
        *field.lte(1).to_query(),
        *field.from_(dt.date(2026, 1, 2)).to_query(),
        *field.to(dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)).to_query(),
        *field.like("عميل").to_query(),
        *field.in_(1, "b").to_query(),
        *field.not_in([1, 2]).to_query(),
        *field.is_null().to_query(),
        *field.is_null(False).to_query(),
    ] == [
        ("filter[a]", "1"),
        ("filter[a][not_equal]", "x"),
        ("filter[a][gt]", "1.50"),
        ("filter[a][gte]", "1"),
        ("filter[a][lt]", "1"),
        ("filter[a][lte]", "1"),
        ("filter[a][from]", "2026-01-02"),
        ("filter[a][to]", "2026-01-02 03:04:05"),
        ("filter[a][like]", "عميل"),
        ("filter[a][in][]", "1"),
        ("filter[a][in][]", "b"),
        ("filter[a][not_in][]", "1"),
        ("filter[a][not_in][]", "2"),
        ("filter[a][is_null]", "1"),
        ("filter[a][is_null]", "0"),
    ]


def test_python_operators():
    field = F("a.b")
    both = (field == 1) & (F("c") != 2) & (F("d") > 3) & (F("e") >= 4) & (F("f") < 5) & (F("g") <= 6)
    assert [name for name, _ in both.to_query()] == [
        "filter[a.b]",
        "filter[c][not_equal]",
        "filter[d][gt]",
        "filter[e][gte]",
        "filter[f][lt]",
        "filter[g][lte]",
    ]
    assert hash(F("a") == 1) == hash(F("a").eq(1))
    assert F("a").eq(1) == F("a").eq(1)
    assert repr(both).startswith("<Filter filter[a.b]=1&")
    assert repr(field) == "F('a.b')"


def test_alternatives():
    either = F("name").like("x") | F("email").eq("x") | F("phone").in_(1, 2)
    assert (F("a").eq(1) & either).to_query() == [
        ("filter[a]", "1"),
        ("filter[or][name][like]", "x"),
        ("filter[or][email][eq]", "x"),
        ("filter[or][phone][in][]", "1"),
        ("filter[or][phone][in][]", "2"),
    ]


@pytest.mark.parametrize(
    "make",
    [
        lambda: F(""),
        lambda: F("a]"),
        lambda: F("a..b"),
        lambda: F("a b"),
        lambda: F("a").eq(1.5),
        lambda: F("a").eq(None),
        lambda: F("a").eq("x\r\n"),
        lambda: F("a").eq(object()),
        lambda: F("a").eq(Decimal("NaN")),
        lambda: F("a").in_(),
        lambda: F("a").in_([]),
        lambda: F("a").gt(1) & F("a").gt(2),
        lambda: F("a").eq(1) | F("a").eq(2),
        lambda: (F("a").eq(1) & F("b").eq(1)) | F("c").eq(1),
        lambda: (F("a").eq(1) | F("b").eq(1)) & (F("c").eq(1) | F("d").eq(1)),
        lambda: filter_query("a=1"),
        lambda: filter_query({"a]": 1}),
    ],
)
def test_refused(make):
    with pytest.raises(ArgumentError) as caught:
        make()
    assert caught.value.argument == "filters"


def test_and_or_keywords_are_refused():
    with pytest.raises(TypeError, match="&"):
        bool(F("a").eq(1))
    with pytest.raises(TypeError):
        F("a").eq(1) & 7
    assert (F("a").eq(1) & F("a").eq(1)).to_query() == [("filter[a]", "1")]


def test_mapping():
    assert filter_query({"status": 1, "draft": True}) == [("filter[status]", "1"), ("filter[draft]", "1")]
