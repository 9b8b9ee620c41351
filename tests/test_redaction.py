from daftra_async.redaction import safe_url, scrub


def test_only_allow_listed_parameters_show():
    assert safe_url("/api2/x", [("page", "2"), ("email", "a@b.c")]) == "/api2/x?page=2&…"
    assert safe_url("/api2/x", [("sort[a]", "desc")]) == "/api2/x?sort[a]=desc"
    assert safe_url("/api2/x") == "/api2/x"


def test_scrub():
    assert scrub("key abcdef and abc", ["abcdef", "abc", ""]) == "key *** and abc"
