from __future__ import annotations

from urllib.parse import quote

import pytest

from daftra_async.redaction.quoting import percent_encoded


@pytest.mark.parametrize("text", ["limit", "100", "", "a b", "filter[no]", "a&b=c", "٢٥", "é", "a/b", "-._~", "%41"])
@pytest.mark.parametrize("safe", ["", "[]"])
def test_texts_are_encoded_as_urllib_does_it(text: str, safe: str) -> None:
    assert percent_encoded(text, safe) == quote(text, safe=safe)
