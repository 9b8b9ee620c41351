"""Whatever the machine refuses, a command says so in one sentence."""

import errno
import os
import socket
import ssl
import sys

import pytest

from daftra_async._os_errors import sentence
from daftra_async.cli import app as cli
from daftra_async.cli import running
from daftra_async.sandbox import __main__ as sandbox_main
from daftra_async.sandbox.__main__ import main as sandbox

if os.name == "nt":
    pytest.skip("paths and errors of other systems", allow_module_level=True)


@pytest.fixture
def env(monkeypatch, tmp_path):
    for name in list(os.environ):
        if name.startswith("DAFTRA_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)
    return monkeypatch


def run(capsys, *arguments):
    code = cli.run([str(each) for each in arguments])
    shown = capsys.readouterr()
    assert "Traceback" not in shown.err + shown.out
    assert "[Errno" not in shown.err + shown.out
    return code, shown.err


def one_sentence(text):
    lines = [line for line in text.strip().splitlines() if line]
    assert len(lines) == 1, text
    return lines[0]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.ENOSPC, "x", "out/a.csv"), "out/a.csv: No space left on device; free some space and run it again"),
        (FileExistsError(errno.EEXIST, "x", "out"), "out: File exists; remove what is there, or name another place"),
        (
            OSError(errno.EACCES, "x", b"a", None, b"b"),
            "a and b: Permission denied; check the rights, or name another place",
        ),
        (OSError(errno.EADDRINUSE, "x"), "Address already in use; choose another port, or stop what listens there"),
        (OSError(errno.EBADF, "x"), os.strerror(errno.EBADF)),
        (OSError("a\x1bb"), "a\\x1bb"),
        (OSError(), "OSError"),
        (TimeoutError(), "it took too long; try again"),
        (socket.gaierror(-2, "x"), "the name of the host cannot be looked up; check its spelling and the network"),
        (ssl.SSLError(1, "x"), "no trusted TLS connection (unknown reason); check the host and the certificates of this machine"),
    ],
)
def test_sentences(error, told):
    assert sentence(error) == told


ERRORS = [
    OSError(errno.ENOSPC, "No space left on device", "x"),
    PermissionError(errno.EACCES, "Permission denied", "x"),
    ExceptionGroup("several", [OSError(errno.EIO, "x"), ExceptionGroup("more", [OSError(errno.EROFS, "x")])]),
    RuntimeError("Could not determine home directory."),
    UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
    EOFError(),
    RecursionError("maximum recursion depth exceeded"),
    MemoryError(),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("command", sorted(cli.COMMANDS))
def test_every_command_ends_in_one_sentence(env, capsys, command, error):
    def fail(*_, **__):
        raise error

    env.setattr(cli, "load", fail)
    code, told = run(capsys, command, "x")
    assert code == running.FAILED
    # The end of the input is for typer to tell.
    assert one_sentence(told).startswith("Aborted" if isinstance(error, EOFError) else "daftra: ")


def test_what_the_program_itself_gets_wrong_is_not_hidden(env):
    def fail(*_, **__):
        raise KeyError

    env.setattr(cli, "load", fail)
    with pytest.raises(KeyError):
        cli.run(["list", "invoices"])


def test_a_closed_pipe_is_no_failure_of_ours(env, capsys):
    def fail(*_, **__):
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    env.setattr(cli, "load", fail)
    assert run(capsys, "operations") == (running.FAILED, "")


def test_ctrl_c(env, capsys):
    def fail(*_, **__):
        raise KeyboardInterrupt

    env.setattr(cli, "load", fail)
    code, told = run(capsys, "operations")
    assert code == running.INTERRUPTED
    assert "Aborted" in told or told == ""


def test_a_sandbox_on_a_used_port(env, capsys, monkeypatch):
    could_be_taken = []

    def create_server(address, **options):
        server = usual(address, **options)
        could_be_taken.append(address[1])
        return server

    usual = socket.create_server
    monkeypatch.setattr(socket, "create_server", create_server)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, told = run(capsys, "sandbox", "--port", port, "--seed", "empty")
        assert code == running.FAILED
        said = one_sentence(told)
        assert said.startswith(f"daftra sandbox: port {port} on 127.0.0.1: it is in use; ")
        free = int(said.rpartition("--port ")[2])
        assert free > port
        assert f"{free} is free" in said
        assert could_be_taken[-1] == free
        assert sandbox(["--port", str(port), "--seed", "empty"]) == 1
    capsys.readouterr()


def test_the_last_port_has_no_next_one(monkeypatch):
    def never(*_):
        raise OSError(errno.EADDRINUSE, "x")

    monkeypatch.setattr(socket, "create_server", never)
    told = "it is in use; name another one, or 0 for any that is free"
    assert [sandbox_main._in_use("127.0.0.1", port) for port in (8787, 65535)] == [told, told]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--db", "missing/a.db"], "--db missing/a.db: "),
        (["--db", "folder"], "--db folder: "),
        (["--db", "text"], "--db text: "),
        (["--host", "no.such.host.invalid"], "port 0 on no.such.host.invalid: "),
        (["--host", "192.0.2.1"], "port 0 on 192.0.2.1: "),
    ],
)
def test_a_sandbox_that_cannot_start(env, capsys, tmp_path, arguments, told):
    (tmp_path / "folder").mkdir()
    (tmp_path / "text").write_text("no database" * 200)
    code, shown = run(capsys, "sandbox", "--seed", "empty", *arguments)
    assert code == running.FAILED
    assert one_sentence(shown).startswith(f"daftra sandbox: {told}")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--port", "99999"],
        ["--port", "-1"],
        ["--faults", "missing.json"],
        ["--faults", "folder"],
        ["--faults", "deep.json"],
        ["--delay-ms", "nan"],
        ["--behaviour", "discount=boom"],
        ["--delay-ms", "-5"],
    ],
)
def test_arguments_of_the_sandbox_that_make_no_sense(env, capsys, tmp_path, arguments):

    async def never(_):
        raise AssertionError

    env.setattr("daftra_async.sandbox.__main__._serve", never)
    (tmp_path / "folder").mkdir()
    (tmp_path / "deep.json").write_text("[" * 100_000)
    code, told = run(capsys, "sandbox", "--seed", "empty", *arguments)
    assert code == running.USAGE
    assert f"error: argument {arguments[0]}:" in told or f"error: {arguments[0]}:" in told


@pytest.mark.parametrize("planted", ["file", "file above", "link"])
def test_an_export_to_a_place_that_is_no_folder(env, capsys, tmp_path, planted):
    out = tmp_path / "out"
    if planted == "link":
        out.symlink_to(tmp_path / "nowhere" / "else")
    else:
        out.write_text("in the way")
    env.setenv("DAFTRA_BASE_URL", "http://127.0.0.1:9")
    env.setenv("DAFTRA_API_KEY", "k")
    code, told = run(capsys, "export", "taxes", "--out", out / "deeper" if planted == "file above" else out)
    assert code in {running.FAILED, running.USAGE}
    assert "out" in told


@pytest.mark.parametrize(
    "command", [["list", "taxes"], ["get", "taxes", "1"], ["login"], ["logout"], ["doctor"], ["export", "taxes"]]
)
@pytest.mark.parametrize("value", ["\x00", "a b", "é", "http://", "x" * 5000, "https://acme.daftra.com:99999"])
def test_variables_that_make_no_sense(env, capsys, command, value):
    for name in ("ACCOUNT", "API_KEY"):
        if "\x00" not in value:
            env.setenv(f"DAFTRA_{name}", value)
    code, _ = run(capsys, *command)
    assert code in {running.FAILED, running.USAGE}


def test_a_config_folder_that_is_a_file(env, capsys, tmp_path):
    (tmp_path / "config").write_text("in the way")
    env.setenv("DAFTRA_ACCOUNT", "acme")
    for command in (["list", "taxes"], ["logout"], ["doctor"]):
        code, told = run(capsys, *command)
        assert code in {running.FAILED, running.USAGE}
        assert command[0] == "doctor" or one_sentence(told)


def test_no_home(env, capsys):
    env.delenv("XDG_CONFIG_HOME")
    env.setenv("HOME", "/proc/none")
    env.setenv("DAFTRA_ACCOUNT", "acme")
    code, told = run(capsys, "list", "taxes")
    assert code in {running.FAILED, running.USAGE}
    assert one_sentence(told)
    assert sys.exc_info() == (None, None, None)
