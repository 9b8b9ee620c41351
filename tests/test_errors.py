import copy
import pickle

import pytest

from daftra_async import errors


def samples():
    limited = errors.RateLimitedError(429, 429, "slow", {}, "invoices.list", "GET", "/api2/invoices", "{}")
    limited.retry_after = 7.5
    return [
        errors.DaftraError("x"),
        errors.RequestNotSent("x", "limit"),
        errors.ArgumentError("limit: x", "limit"),
        errors.DaftraTimeout("x", operation="a.b", method="GET", url="/x", attempts=3),
        errors.ConnectionLost("x", operation="a.b"),
        errors.OutcomeUnknown("x", operation="a.b", method="POST", url="/x", attempts=1),
        errors.ValidationError(400, 400, "bad", {"name": ["reason"]}, "a.b", "POST", "/x", "body"),
        limited,
    ]


@pytest.mark.parametrize("error", samples(), ids=lambda error: type(error).__name__)
def test_pickle_and_copy_keep_everything(error):
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is type(error)
        assert again.args == error.args
        assert str(again) == str(error)
        assert again.__dict__ == error.__dict__


def test_hierarchy():
    assert issubclass(errors.ArgumentError, errors.RequestNotSent)
    assert issubclass(errors.ArgumentError, ValueError)
    assert issubclass(errors.DaftraTimeout, TimeoutError)
    for kind in (errors.RequestNotSent, errors.DaftraTimeout, errors.OutcomeUnknown, errors.APIError):
        assert issubclass(kind, errors.DaftraError)
    for kind in (errors.AuthenticationError, errors.NotFoundError, errors.ServerError, errors.UnexpectedResponseError):
        assert issubclass(kind, errors.APIError)


def test_text_and_bounded_body():
    error = errors.ValidationError(400, 422, "bad", {"name": ["a", "b"]}, "a.b", "POST", "/x", "y" * 9999)
    assert str(error) == "a.b: 400 (code 422) bad; name: a, b (POST /x)"
    assert len(error.body) == errors.BODY_SHOWN
