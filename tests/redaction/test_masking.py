"""What is masked in texts of others, however it is spelled and wherever they are cut; and what that costs."""

import html
import json
import re
import types
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daftra_async.redaction import masking, spellings
from daftra_async.redaction import shown as redaction
from daftra_async.redaction.masking import LONGEST, clean, scrub, shortened
from daftra_async.redaction.printable import harmless, one_line, plain_json
from daftra_async.redaction.shown import excerpt, safe_value
from tests.regex_work import Search, steps

SECRET = "hush&\"p@ss'<wörd>\\%/+ 😀~"


def patterns():
    for module in (masking, spellings, redaction):
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                yield pytest.param(value, id=f"{module.__name__.rpartition('.')[2]}.{name}")


UNITS = (
    *("1", "٣", "@", "a@", "+1 ", '"\\', '\\"', "a", "<a", "%25", "\\", "&amp;", " ", "-", "a1", "a.", '"', "\n", "\t ", "ب"),
    *("0.", "1,", "/", "__", "(", ")", "{", "</script ", "<script>", "\\u", "&", "%", "é1"),
)


@pytest.mark.parametrize("pattern", list(patterns()))
def test_the_work_grows_with_the_length_and_not_with_its_square(pattern):
    for unit in UNITS:
        for before in ("", '"', "a"):
            less = steps(pattern, before + unit * 12)
            assert steps(pattern, before + unit * 48) <= 5 * less, (unit, before)


def test_the_count_of_work_sees_what_is_quadratic():
    old = re.compile(r"(?<![a-z])(?=[a-z]*\d)(?=[\d]*[a-z])[a-z0-9]{32,}")
    assert steps(old, "٣" * 80) > 10 * steps(old, "٣" * 20)
    text = 'to a@b.co or +966501234567, "x\\"y": 12 <b c="d"> <script>x</script> %41&amp;\\u0041'
    for found in patterns():
        (pattern,) = found.values
        assert Search(pattern, text).spans == [match.span() for match in pattern.finditer(text)]


@pytest.mark.parametrize("show", [clean, lambda text: excerpt(text.encode()), safe_value, lambda text: clean(text, [SECRET])])
@pytest.mark.parametrize("unit", ["٣", "a1@", "x ", '{"a": "', "%41", "&amp;"])
def test_patterns_read_what_is_left_after_the_cut(show, unit, monkeypatch):
    read = []

    def pattern_of(pattern):
        def finditer(text):
            read.append(len(text))
            return pattern.finditer(text)

        return types.SimpleNamespace(finditer=finditer)

    monkeypatch.setattr(masking, "_PATTERNS", tuple(map(pattern_of, masking._PATTERNS)))
    show(unit * 200_000)
    assert max(read) <= LONGEST + 10
    assert len(read) <= 6


SPELLINGS = {
    "plain": str,
    "JSON": lambda text: json.dumps(text)[1:-1],
    "JSON, not ASCII": lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    "JSON, slashes": lambda text: json.dumps(text)[1:-1].replace("/", "\\/"),
    "JSON, all": lambda text: "".join(f"\\u{unit:04X}" for unit in memoryview(text.encode("utf-16-le")).cast("H")),
    "JSON in JSON": lambda text: json.dumps(json.dumps(text))[1:-1],
    "PHP": lambda text: json.dumps(html.escape(text))[1:-1],
    "HTML": html.escape,
    "HTML, decimal": lambda text: "".join(f"&#{ord(char)};" for char in text),
    "HTML, hexadecimal": lambda text: "".join(f"&#x{ord(char):X};" for char in text),
    "HTML twice": lambda text: html.escape(html.escape(text)),
    "URL": lambda text: quote(text, safe=""),
    "URL, path": quote,
    "form": quote_plus,
    "URL, all": lambda text: "".join(f"%{byte:02x}" for byte in text.encode()),
    "URL twice": lambda text: quote(quote(text, safe=""), safe=""),
    "URL in HTML": lambda text: html.escape(f"?a=1&p={quote_plus(text)}"),
    "Latin-1": lambda text: quote(text.replace("😀", ""), safe="", encoding="latin-1"),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("secret", [SECRET, "plain-secret-1", "a b c d e", "100%25 &amp; \\u0041"])
def test_secrets_are_masked_in_every_spelling(spelling, secret):
    known = secret.replace("😀", "") if spelling == "Latin-1" else secret
    shown = SPELLINGS[spelling](known)
    for text in (f"you sent {shown}, which is wrong", shown, f"<p title='{shown}'>{shown}</p>"):
        assert shown not in clean(text, [known, "other"])
        assert "wrong" not in text or "you sent" in clean(text, [known])
        assert "which is wrong" in clean(text, [known]) or "wrong" not in text
    assert shown not in excerpt(shown.encode(), [known])
    assert shown not in excerpt(json.dumps({"message": shown, shown: {"errors": [shown]}}).encode(), [known])
    assert shown not in excerpt(b'{"message": "' + shown.encode() + b'", ', [known])


@settings(max_examples=80)
@given(st.text(min_size=12), st.text(), st.text(), st.sampled_from(sorted(SPELLINGS)))
def test_no_spelling_of_any_text_gets_through(secret, before, after, spelling):
    if spelling == "Latin-1" or any(0xD800 <= ord(char) <= 0xDFFF for char in secret):
        return
    shown = SPELLINGS[spelling](secret)
    assert scrub(f"{before}{secret}{after}", [secret]).count("***") >= 1
    assert "***" in clean(f"{before} {shown} {after}", [secret])


def test_secrets_that_overlap_or_contain_each_other():
    assert scrub("x abcdefgh y", ["abcd", "abcdefgh"]) == "x *** y"
    assert scrub("x abcdefgh y", ["abcdef", "defgh"]) == "x *** y"
    assert scrub("abababab", ["abab"]) == "***"
    many = [f"secret-number-{number}" for number in range(500)]
    assert set(scrub(" ".join(many), many).split()) == {"***"}


@pytest.mark.parametrize(
    "hidden", ["somebody@example.com", "a1" * 40, "+966 50 123 45 67", "٠٥٠١٢٣٤٥٦٧", SECRET, quote(SECRET), "x" * 3000 + "1"]
)
@pytest.mark.parametrize("text", ["clean", "message", "html", "broken"])
def test_what_touches_the_cut_is_masked(hidden, text):
    for begin in range(LONGEST - len(hidden) - 40, LONGEST + 3, max(len(hidden) // 7, 1)):
        filled = ("ab " * LONGEST)[: begin - 1] + " "
        shown = {
            "clean": lambda sent: clean(sent, [SECRET]),
            "message": lambda sent: excerpt(json.dumps({"message": sent[-480:] + " b" * 100}).encode(), [SECRET]),
            "html": lambda sent: excerpt(f"<p>{sent}".encode(), [SECRET]),
            "broken": lambda sent: excerpt(f'{{"{sent}'.encode(), [SECRET]),
        }[text](f"{filled}{hidden} and more " * 2)
        for size in range(8, len(hidden), 5):
            assert hidden[:size] not in shown.replace("ab", "").replace("  ", "")


def test_a_clean_cut_masks_nothing():
    assert shortened("one two three", 7) == "one two…"
    assert shortened("one two three", 8) == "one two …"
    assert shortened("one two three", 6) == "one ***…"
    assert shortened("one", 3) == "one"
    assert shortened("ab" * 500, 700).endswith("***…")
    assert shortened("call +966 50 123 45 67", 17) == "call***…"


def test_a_mask_brings_nothing_unread_into_view():
    """Escaped secrets shrink to masks, so that text beyond the part that was read moves up."""
    spelled = "".join(f"&#{ord(char)};" for char in SECRET)
    assert "&#" not in clean(f"{spelled} " * 2000, [SECRET])


def test_phones_and_addresses_in_other_digits_and_spellings():
    assert clean("اتصل ٠٥٠١٢٣٤٥٦٧ أو +٩٦٦٥٠١٢٣٤٥٦٧") == "اتصل *** أو ***"
    assert clean("mail a&#64;b.co or a%40b.co or a\\u0040b.co") == "mail *** or *** or ***"
    assert clean("الفاتورة رقم ١٢٣") == "الفاتورة رقم ١٢٣"


def test_control_and_direction_characters_are_shown_by_their_codes():
    text = "a\x1b[31mb\u202egpj.exe\u2066\x9b\x00\ud800\r\nc\td\re"
    assert clean(text) == "a\\x1b[31mb\\u202egpj.exe\\u2066\\x9b\\x00\\ud800\nc\td\\x0de".replace("\\x0d", "\\r")
    assert one_line("a\nb\u200fc\u061c") == "a\\nb\\u200fc\\u061c"
    assert harmless("سلام\u200f\n") == "سلام\u200f\n"
    assert json.loads(plain_json(json.dumps({"a": text}, ensure_ascii=False))) == {"a": text}
    assert plain_json(json.dumps({"a": text}, ensure_ascii=False)).replace("\\", "").isprintable()
