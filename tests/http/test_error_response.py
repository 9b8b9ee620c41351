import json
import pickle

import pytest

from daftra_async import errors
from daftra_async.http.error_response import Context, read
from daftra_async.http.transport import Answer


def answer(status, body, headers=None):
    return Answer(status, headers or {}, body if isinstance(body, bytes) else json.dumps(body).encode())


def context(**more):
    return Context(operation="x.get", method="GET", url="/x", **more)


CASES = [
    (400, {"result": "failed", "code": 400, "message": "Bad", "validation_errors": {"name": "empty"}}, errors.ValidationError),
    (422, {"message": "Bad", "errors": {"name": ["a", "b"]}}, errors.ValidationError),
    (401, {"message": "Unauthenticated."}, errors.AuthenticationError),
    (403, {"result": "failed", "code": 403, "message": "no"}, errors.PermissionDeniedError),
    (404, {"result": "failed", "code": 404, "message": "no"}, errors.NotFoundError),
    (429, {"message": "slow"}, errors.RateLimitedError),
    (500, {"message": "broken"}, errors.ServerError),
    (500, b"<html>oops</html>", errors.ServerError),
    (404, b"", errors.NotFoundError),
    (409, {"message": "conflict"}, errors.APIError),
    (200, {"error": "Entity Not exists"}, errors.UnexpectedResponseError),
    (200, {"result": "failed", "code": 404, "message": "no"}, errors.NotFoundError),
    (200, {"result": "failed", "code": 401, "message": "no"}, errors.AuthenticationError),
    (202, {"result": "failed", "code": 500, "message": "no"}, errors.ServerError),
    (200, {"result": "failed", "message": "no"}, errors.UnexpectedResponseError),
    (200, b"<html>login</html>", errors.UnexpectedResponseError),
    (200, b"", errors.UnexpectedResponseError),
    (204, b"", errors.UnexpectedResponseError),
    (200, b'{"data":[', errors.UnexpectedResponseError),
    (301, b"", errors.UnexpectedResponseError),
    (304, b"", errors.UnexpectedResponseError),
    (200, b"[" * 100_000, errors.UnexpectedResponseError),
]


@pytest.mark.parametrize(("status", "body", "kind"), CASES)
def test_mapping(status, body, kind):
    with pytest.raises(errors.APIError) as caught:
        read(answer(status, body), context())
    assert type(caught.value) is kind
    assert caught.value.status == status
    assert (caught.value.operation, caught.value.method, caught.value.url) == ("x.get", "GET", "/x")
    assert caught.value.message


def test_reasons_by_field():
    for status, body, _ in CASES[:2]:
        with pytest.raises(errors.ValidationError) as caught:
            read(answer(status, body), context())
        assert "name" in caught.value.validation_errors


def test_missing_v2_record():
    missing = {"message": "السجل غير موجود"}
    with pytest.raises(errors.NotFoundError):
        read(answer(400, missing), context(names_record=True))
    with pytest.raises(errors.ValidationError):
        read(answer(400, missing), context())
    with pytest.raises(errors.ValidationError):
        read(answer(400, {**missing, "errors": {"a": ["b"]}}), context(names_record=True))


def test_retry_after_stays_with_the_error():
    for status in (429, 503):
        with pytest.raises(errors.APIError) as caught:
            read(answer(status, {"message": "x"}), context(), retry_after=5.0)
        assert caught.value.retry_after == 5.0


def test_a_traceback_says_what_to_do_about_a_refused_credential():
    with pytest.raises(errors.AuthenticationError) as caught:
        read(answer(401, {"message": "Unauthenticated."}), context())
    [note] = pickle.loads(pickle.dumps(caught.value)).__notes__
    assert "Settings, API" in note
    assert "`daftra doctor`" in note
    assert note not in str(caught.value)


def test_redirect_names_the_host_only():
    with pytest.raises(errors.UnexpectedResponseError) as caught:
        read(answer(302, b"", {"Location": "https://evil.example/a?b=c"}), context())
    assert "evil.example" in str(caught.value)
    assert "b=c" not in str(caught.value)
    with pytest.raises(errors.UnexpectedResponseError, match="malformed"):
        read(answer(302, b"", {"Location": "http://[bad"}), context())


def test_success_is_returned():
    assert read(answer(200, {"code": 200, "result": "successful", "data": []}), context())["data"] == []
