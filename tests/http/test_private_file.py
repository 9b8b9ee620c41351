"""Files that hold secrets are read only when nobody else can read them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from daftra_async.errors import TokenStoreError
from daftra_async.http import private_file
from daftra_async.http.private_file import json_object, opened, read_private
from daftra_async.redaction.shown import SecretBytes

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links and modes of POSIX")


def private(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    path.chmod(0o600)
    return path


def test_a_missing_file_is_none(tmp_path: Path) -> None:
    assert read_private(tmp_path / "tokens", "the tokens", "") is None


def test_the_content_shows_nothing_of_itself(tmp_path: Path) -> None:
    content = read_private(private(tmp_path / "tokens", b'{"access": "key-123"}'), "the tokens", "")
    assert content == b'{"access": "key-123"}'
    assert "key-123" not in repr(content)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620])
def test_a_file_of_several_people_is_refused_with_advice(tmp_path: Path, mode: int) -> None:
    path = private(tmp_path / "tokens", b"{}")
    path.chmod(mode)
    with pytest.raises(TokenStoreError, match=rf"mode {mode:04o}\); chmod it"):
        read_private(path, "the tokens", "chmod it")


def test_a_link_is_refused_and_named(tmp_path: Path) -> None:
    private(tmp_path / "other", b"{}")
    (tmp_path / "tokens").symlink_to(tmp_path / "other")
    with pytest.raises(TokenStoreError, match="symbolic link; remove it"):
        read_private(tmp_path / "tokens", "the tokens", "")
    with pytest.raises(TokenStoreError, match="symbolic link"), opened(tmp_path / "tokens", os.O_RDWR):
        pass


def test_an_endless_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(private_file, "_LONGEST", 10)
    assert read_private(private(tmp_path / "good", b"x" * 10), "the tokens", "") is not None
    with pytest.raises(TokenStoreError, match="longer than 10 bytes"):
        read_private(private(tmp_path / "long", b"x" * 11), "the tokens", "")


def test_what_cannot_be_opened_is_said(tmp_path: Path) -> None:
    private(tmp_path / "file", b"")
    with pytest.raises(TokenStoreError, match=r"the tokens cannot be read \(Not a directory\)"):
        read_private(tmp_path / "file" / "tokens", "the tokens", "")


def test_the_descriptor_is_closed(tmp_path: Path) -> None:
    with opened(private(tmp_path / "tokens", b""), os.O_RDONLY) as descriptor:
        os.fstat(descriptor)
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(descriptor)


@pytest.mark.parametrize("content", [b"[1]", b"7", b"", b"{", b"\xff", b"[" * 100_000])
def test_only_objects_are_taken(content: bytes) -> None:
    assert json_object(SecretBytes(content)) is None


def test_texts_of_an_object_are_secret() -> None:
    found = json_object(SecretBytes(b'{"a": "key-123"}'))
    assert found == {"a": "key-123"}
    assert "key-123" not in repr(found)
