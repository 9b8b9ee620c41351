import re

import attrs
import pytest

from daftra_async import F, models, operations
from daftra_async.redaction.shown import (
    SecretBytes,
    SecretText,
    clean,
    excerpt,
    hidden,
    masked,
    safe_headers,
    safe_url,
    safe_value,
    scrub,
)


def test_only_allow_listed_parameters_show():
    assert safe_url("/api2/x", [("page", "2"), ("email", "a@b.c")]) == "/api2/x?page=2&…"
    assert safe_url("/api2/x", [("sort[a]", "desc")]) == "/api2/x?sort[a]=desc"
    assert safe_url("/api2/x") == "/api2/x"
    assert safe_url("/api2/x/a%40b.c/y") == "/api2/x/***/y"


def test_only_allow_listed_headers_show():
    assert safe_headers({"Accept": "a", "apikey": "k", "X-Api-Key": "k"}) == {"Accept": "a", "apikey": "***", "X-Api-Key": "***"}


def test_scrub():
    assert scrub("key abcdef and abc", ["abcdef", "abc", ""]) == "key *** and abc"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("mail a.b+c@d-e.example, please", "mail ***, please"),
        ("call +966501234567 or 0501234567.", "call *** or ***."),
        ("INV-0000000012 of 2026-01-31 10:00:00", "INV-0000000012 of 2026-01-31 10:00:00"),
        ("total 1234567890.50", "total 1234567890.50"),
        (f"token {'a1' * 20}", "token ***"),
        ("a" * 5000, "a" * 5000),
    ],
)
def test_clean(text, shown):
    assert clean(text) == shown


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (
            b'{"code": 400, "data": {"a": "x", "n": 5, "t": true, "z": null}}',
            '{"code": 400, "data": {"a": "***", "n": "***", "t": true, "z": null}}',
        ),
        (b'[{"id": 5, "message": "m"}]', '[{"id": "***", "message": "m"}]'),
        (b'{"message": "ok", "phone": "050123', '{"message": "***", "phone": "***"'),
        (b'{"n": 12345, "a": [1', '{"n": ***, "a": [***'),
        (b"<html><script>var k = 1</script><input value='hush'>Hi</html>", "<html><input>Hi</html>"),
        (b"plain a@b.co", "plain ***"),
        (b"", ""),
        (b'{"message": "hush\\u0021"}', '{"message": "***"}'),
    ],
)
def test_excerpt(body, shown):
    assert excerpt(body, ["hush!"]) == shown


def test_excerpts_are_bounded():
    deep = b'{"a":' * 50 + b"1" + b"}" * 50
    assert len(excerpt(deep)) < 200
    assert len(excerpt(b'{"message": "' + b"x" * 10**6 + b'"}')) < 20_000
    assert len(excerpt(b"<p>" + b"x" * 10**6)) < 20_000
    assert excerpt(b"[" * 100_000)


def test_values():
    assert safe_value(7) == 7
    assert safe_value("x" * 100) == "x" * 79 + "…"
    assert masked({"a": 1}) == {"a": "***"}
    assert masked([1]) == "***"


def test_secret_text_and_bytes():
    kept = hidden({"apikey": "hush-hush", "n": 1})
    assert repr(kept) == "{'apikey': '***', 'n': 1}"
    assert kept == {"apikey": "hush-hush", "n": 1}
    assert repr(SecretBytes(b"abc")) == "<3 bytes>"
    assert str(SecretText("abc")) == "abc"
    with pytest.raises(TypeError):
        SecretText("abc").__reduce__()


def test_filters_show_numbers_and_dates_only():
    shown = repr((F("email") == "a@b.co") & (F("n") == 12) & (F("d") >= "2026-01-01"))
    assert shown == "<Filter filter[email]=***&filter[n]=12&filter[d][gte]=2026-01-01>"
    assert "a@b.co" not in repr(F("email") == "a@b.co") + repr((F("email") == "a@b.co").every)


PRIVATE = re.compile(
    r"""pass(?!ed)|token|secret|username|(?<!smtp_)e?mail(?!_)|phone|mobile|fax|national|official_id|citizenship|residence
    |(first|last|middle|full|business|secondary|client)_name|address|(^|_)city$|(^|_)state$|postal|zip|birth|gender|religion|marital
    |map_location|(^|_)ip$|iban|account_number|^bn[12]$|^photo$|client_photo|signature""",
    re.IGNORECASE | re.VERBOSE,
)
PEOPLE = {"Staff": {"name"}, "StaffEntity": {"name"}}
"""Models of people, and which of their fields a name does not give away."""
NOT_PRIVATE = {
    "active_secondary_address": "a flag",
    "client_active_secondary_address": "a flag",
    "EmployeeAsset.photo": "the photo of a thing",
    "EmployeeAssetInput.photo": "the photo of a thing",
    "smtp_email_address_id": "the id of a setting",
}


def test_every_private_field_is_marked():
    """The fragments mark names and addresses of people, e-mail addresses and phone numbers, passwords and tokens."""
    missed, seen = [], set()
    for name in models.MODULES:
        cls = getattr(models, name)
        if not attrs.has(cls):
            continue
        for field in attrs.fields(cls):
            excepted = {field.name, f"{name}.{field.name}"} & NOT_PRIVATE.keys()
            seen |= excepted
            private = PRIVATE.search(field.name) or field.name in PEOPLE.get(name, ())
            if private and not excepted and not field.metadata.get("redact") and "bool" not in str(field.type):
                missed.append(f"{name}.{field.name}")
    assert missed == []
    assert seen == NOT_PRIVATE.keys()
    assert next(p for op in operations() if op.id == "invoices.list" for p in op.query_params if p.name == "keywords").redact
