from __future__ import annotations

import json
import os
import stat

import pytest

from daftra_async.resources.site_info import SiteInfoResource

SECRETS = ("sandbox-password", "sandbox-secret", "sandbox-key")


@pytest.fixture
def account(shell, own_account, monkeypatch):
    monkeypatch.setenv("DAFTRA_BASE_URL", own_account.url)
    said = []

    def run(*arguments, stdin=None):
        result = shell(*arguments, stdin=stdin)
        said.append(result.output)
        return result

    yield run
    assert not any(secret in text for secret in SECRETS for text in said)


def login(account, password="sandbox-password", secret="sandbox-secret"):
    return account("login", "--username", "owner@example.com", "--password-stdin", stdin=f"{password}\n{secret}\n")


def test_login_serves_later_commands(account, own_account, tmp_path) -> None:
    assert account("list", "clients").exit_code == 2
    result = login(account)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("logged in")
    assert account("list", "clients").exit_code == 0
    files = list((tmp_path / "config" / "daftra").iterdir())
    assert files
    if os.name != "nt":
        assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
        assert stat.S_IMODE(files[0].parent.stat().st_mode) == 0o700
    assert not any("sandbox-password" in path.read_text("utf-8") for path in files)
    assert sum(each.path == "/v2/oauth/token" for each in own_account.requests) == 1


def test_expired_token_is_refreshed_without_the_password(account, own_account) -> None:
    login(account)
    own_account.expire_tokens()
    assert account("list", "clients").exit_code == 0
    assert account("list", "clients").exit_code == 0
    assert sum(each.path == "/v2/oauth/token" for each in own_account.requests) == 2


def test_login_that_has_ended_says_so(account, own_account) -> None:
    login(account)
    own_account.expire_tokens()
    own_account.credentials._refresh.clear()
    result = account("list", "clients")
    assert result.exit_code == 2
    assert "run `daftra login` again" in result.stderr
    assert result.stderr.count("\n") == 1
    doctor = account("doctor")
    assert doctor.exit_code == 1
    assert "run `daftra login` again" in doctor.stdout


@pytest.mark.parametrize(
    ("password", "secret"), [("wrong-password", "sandbox-secret"), ("sandbox-password", "wrong-secret"), ("", "x")]
)
def test_refused_login_leaves_nothing(account, tmp_path, password, secret) -> None:
    result = login(account, password, secret)
    assert result.exit_code == 2, result.output
    assert "wrong-" not in result.output
    assert not list(tmp_path.rglob("*.json"))


def test_refused_login_leaves_the_present_one(account, tmp_path) -> None:
    login(account)
    before = {path.name: path.read_bytes() for path in tmp_path.rglob("*.json")}
    assert login(account, "wrong-password").exit_code == 2
    assert {path.name: path.read_bytes() for path in tmp_path.rglob("*.json*") if path.stat().st_size} == before
    assert account("list", "clients").exit_code == 0


def test_login_asks_the_server_each_time(account, own_account) -> None:
    login(account)
    assert login(account).exit_code == 0
    assert sum(each.path == "/v2/oauth/token" for each in own_account.requests) == 2


def test_logout_forgets(account, tmp_path) -> None:
    login(account)
    assert account("logout").stdout == "logged out\n"
    assert not list((tmp_path / "config" / "daftra").iterdir())
    assert account("list", "clients").exit_code == 2
    assert account("logout").stdout == "there was no login\n"


def test_secret_of_the_app_may_be_a_variable(account, monkeypatch) -> None:
    monkeypatch.setenv("DAFTRA_CLIENT_SECRET", "sandbox-secret")
    assert account("login", "--username", "owner@example.com", "--password-stdin", stdin="sandbox-password\n").exit_code == 0


def test_key_of_the_environment_goes_first(account, own_account, monkeypatch) -> None:
    login(account)
    monkeypatch.setenv("DAFTRA_API_KEY", "wrong-key-0815")
    assert "DAFTRA_API_KEY is set" in login(account).stderr
    assert account("list", "clients").exit_code == 2


def test_passwords_are_asked_for_without_echo(account, monkeypatch) -> None:
    from daftra_async.cli import login_command

    asked = []
    answers = {"Client secret of the OAuth app: ": "sandbox-secret", "Password: ": "sandbox-password"}
    monkeypatch.setattr(login_command.getpass, "getpass", lambda text: (asked.append(text), answers[text])[1])
    monkeypatch.setattr(login_command, "_is_asked", lambda: True)
    result = account("login", stdin="1\nowner@example.com\n")
    assert result.exit_code == 0, result.output
    assert asked == list(answers)


@pytest.mark.skipif(os.name == "nt", reason="no modes there")
def test_file_that_others_can_read_is_refused(account, tmp_path) -> None:
    login(account)
    for path in (tmp_path / "config" / "daftra").glob("*.login.json"):
        path.chmod(0o644)
    result = account("list", "clients")
    assert result.exit_code == 1
    assert "others can read it" in result.stderr


def test_password_is_no_option(account) -> None:
    assert "--password " not in account("login", "--help").stdout
    assert account("login", "--username", "a", "--client-id", "1").exit_code == 2


def test_doctor_names_the_login(account) -> None:
    login(account)
    checks = {each["name"]: each["detail"] for each in json.loads(account("doctor", "--json").stdout)["checks"]}
    assert checks["credential"] == "login (daftra login)"


def test_the_name_of_the_account_moves_no_cursor(account, monkeypatch) -> None:
    real = SiteInfoResource.get

    async def get(*arguments, **options):
        site = await real(*arguments, **options)
        site.business_name = "Acme\x1b]0;owned\x07\u202egpj.exe\u2066\x9b2J"
        return site

    monkeypatch.setattr(SiteInfoResource, "get", get)
    result = login(account)
    assert result.stdout.startswith("logged in: Acme")
    assert result.stdout.strip().isprintable()
