"""The id of a record is the same in whatever form a list holds it."""

from __future__ import annotations

import pytest

from daftra_async import models, structure
from daftra_async.export.as_sent import sent_line
from daftra_async.wire import dumps, unstructure
from daftra_async.wire.identity import id_of
from daftra_async.wire.jsontext import loads


@pytest.mark.parametrize(
    ("sent", "wanted"),
    [
        ("7", 7),
        ('"7"', 7),
        ('"07"', 7),
        ("7.0", 7),
        ('"A-1"', "A-1"),
        ("12.50", "12.50"),
        ('"12.50"', "12.50"),
        ("0.1234567890123456789", "0.1234567890123456789"),
        ("123456789012345678901234567891", 123456789012345678901234567891),
        ("1e400", "1E+400"),
        ('"\\ud800"', "\ud800"),
        ("null", None),
        ("true", None),
        ("[1]", None),
        ("{}", None),
    ],
)
def test_one_id_in_all_forms(sent: str, wanted: int | str | None) -> None:
    text = b'{"id": ' + sent.encode() + b', "no": "1"}'
    record = structure(models.Invoice, loads(text))
    written = dumps(unstructure(record))
    assert [id_of(each) for each in (record, text, written, sent_line(text), sent_line(written))] == [wanted] * 5


@pytest.mark.parametrize("text", [b"", b"[]", b"null", b'{"id": 1', b"\xff"])
def test_what_is_no_record_has_no_id(text: bytes) -> None:
    assert id_of(text) is None
