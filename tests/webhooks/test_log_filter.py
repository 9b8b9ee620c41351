"""Tokens of webhook URLs are in no log record, however deep they stand in it."""

import logging

import pytest
from yarl import URL

from daftra_async.webhooks.tokens import TokenFilter, Tokens, new_token

TOKEN = new_token()


class Keeps(logging.Handler):
    def __init__(self):
        super().__init__()
        self.texts = []
        self.records = []

    def emit(self, record):
        self.records.append(record)
        self.texts.append(logging.Formatter("%(message)s").format(record) + repr(vars(record)))


@pytest.fixture
def logged():
    logger, keeps = logging.getLogger(f"webhooks.{id(object())}"), Keeps()
    logger.propagate = False
    logger.addFilter(TokenFilter(Tokens(TOKEN)))
    logger.addHandler(keeps)
    return logger, keeps


@pytest.mark.parametrize(
    "value",
    [
        f"/hooks/{TOKEN}",
        {"path": f"/hooks/{TOKEN}", TOKEN: 1, "headers": {"referer": [f"https://x/{TOKEN}"]}},
        [(f"/{TOKEN}",), {TOKEN}, frozenset({TOKEN})],
        URL(f"https://x/hooks/{TOKEN}"),
        f"/{TOKEN}".encode(),
        ValueError(f"no route for {TOKEN}"),
        {"a": {"b": {"c": {"d": {"e": {"f": {"g": {"h": TOKEN}}}}}}}},
    ],
    ids=lambda value: type(value).__name__,
)
def test_in_arguments_and_attributes(logged, value):
    logger, keeps = logged
    logger.warning("%s of %d", value, 7, extra={"request": value})
    logger.warning("%(a)s", {"a": value})
    assert TOKEN not in "".join(keeps.texts)
    assert len(keeps.texts) == 2
    assert "of 7" in keeps.texts[0]


def test_in_tracebacks(logged):
    logger, keeps = logged
    try:
        raise ValueError(TOKEN)  # noqa: TRY301  # what is logged is tried
    except ValueError:
        logger.exception("failed")
    assert "ValueError: ***" in keeps.records[0].exc_text
    assert TOKEN not in logging.Formatter().format(keeps.records[0])


def test_what_holds_no_token_stays_as_it_is(logged):
    logger, keeps = logged
    given = object()
    logger.warning("%s", given, extra={"numbers": {1: [2.5, None, True]}})
    assert keeps.records[0].args == (given,)
    assert keeps.records[0].numbers == {1: [2.5, None, True]}
