"""Errors of the operating system in one sentence: what happened, where, and what to do."""

from __future__ import annotations

import errno
import os
import socket
import ssl
from typing import Final

from daftra_async.redaction.printable import one_line

_ADVICE: Final = {
    errno.ENOSPC: "free some space and run it again",
    errno.EDQUOT: "free some space and run it again",
    errno.EROFS: "name another place",
    errno.EACCES: "check the rights, or name another place",
    errno.EPERM: "check the rights, or name another place",
    errno.ENOENT: "check the path",
    errno.EEXIST: "remove what is there, or name another place",
    errno.ENOTDIR: "a part of the path is not a folder: check it, or name another place",
    errno.EISDIR: "a file is needed: name another place",
    errno.ENOTEMPTY: "name another place",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.ELOOP: "name the file itself instead of a link to it",
    errno.EMFILE: "raise the limit (ulimit -n), or do less at a time",
    errno.ENFILE: "close some programs",
    errno.EIO: "check the disk",
    errno.EADDRINUSE: "choose another port, or stop what listens there",
    errno.EADDRNOTAVAIL: "choose an address of this machine",
    errno.ECONNREFUSED: "nothing listens there: check host and port",
    errno.ENETUNREACH: "check the network of this machine",
    errno.EHOSTUNREACH: "check the network of this machine",
}


def sentence(error: OSError) -> str:
    """Describe the error, without its number."""
    if isinstance(error, socket.gaierror):
        return "the name of the host cannot be looked up; check its spelling and the network"
    if isinstance(error, ssl.SSLError):
        reason = getattr(error, "reason", None) or "unknown reason"
        return f"no trusted TLS connection ({reason}); check the host and the certificates of this machine"
    if isinstance(error, TimeoutError) and error.errno is None:
        return str(error) or "it took too long; try again"
    if error.errno is None:
        return one_line(str(error)) or type(error).__name__
    # The words of the system; those of the error may be a library's, with numbers and addresses in them.
    told = "; ".join(text for text in (os.strerror(error.errno), _ADVICE.get(error.errno)) if text)
    # A file can stand in two places: what was moved, and where to.
    places = [os.fsdecode(place) for place in (error.filename, error.filename2) if isinstance(place, str | bytes)]
    return one_line(f"{' and '.join(places)}: {told}" if places else told)
