"""Whether the host can be reached at all: name, port, certificate."""

from __future__ import annotations

import asyncio
import socket
import ssl
from typing import TYPE_CHECKING, Any, Final

from daftra_async.cli.doctor.check import Check

if TYPE_CHECKING:
    from yarl import URL

_CLOSE: Final = 1.0
"""Seconds to wait for the end of a connection that served its purpose."""


async def name(url: URL, seconds: float) -> Check:
    """Look up the host."""
    host = url.host or ""
    try:
        async with asyncio.timeout(seconds):
            found = await asyncio.get_running_loop().getaddrinfo(host, url.port, type=socket.SOCK_STREAM)
    except TimeoutError:
        advice = f"Nobody answers where the address of {host} could be looked up: check the network and its DNS."
        return Check("host name", "fail", "no answer in time", advice)
    except OSError:
        advice = f"There is no host {host}: check the spelling of the account, and that this machine is online."
        return Check("host name", "fail", f"{host} is unknown", advice)
    addresses = list(dict.fromkeys(str(each[4][0]) for each in found))
    return Check("host name", "ok", ", ".join(addresses[:2]))


async def port(url: URL, seconds: float) -> Check:
    """Connect to the port."""
    where = f"{url.host}:{url.port}"
    try:
        await _connect(url, seconds, None)
    except TimeoutError:
        advice = f"{where} does not answer: check the network, and whether a firewall or VPN is in the way."
        return Check("connection", "fail", "no answer in time", advice)
    except ConnectionRefusedError:
        advice = f"Nothing listens on {where}: check the host and the port of the URL, and that the server runs."
        return Check("connection", "fail", "refused", advice)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        advice = f"{where} cannot be reached ({reason}): check the network, and whether a firewall or VPN is in the way."
        return Check("connection", "fail", reason, advice)
    return Check("connection", "ok", where)


async def tls(url: URL, seconds: float) -> Check:
    """Check the certificate."""
    if url.scheme != "https":
        return Check("TLS", "ok", "plain http, on this machine only")
    try:
        version = await _connect(url, seconds, ssl.create_default_context())
    except ssl.SSLCertVerificationError as error:
        reason = error.verify_message or "not trusted"
        advice = (
            f"The certificate of {url.host} is not accepted ({reason}): check the host name, the clock of this machine, and"
            " whether a proxy stands between that signs with a certificate of its own (SSL_CERT_FILE names one to trust)."
        )
        return Check("TLS", "fail", reason, advice)
    except (OSError, TimeoutError) as error:
        reason = getattr(error, "reason", None) or type(error).__name__
        return Check(
            "TLS",
            "fail",
            str(reason),
            f"{url.host}:{url.port} does not speak TLS: check the port of the URL, or begin it with http:// on this machine.",
        )
    return Check("TLS", "ok", str(version))


async def _connect(url: URL, seconds: float, context: ssl.SSLContext | None) -> Any:
    """Open a connection and close it; return the version of TLS."""
    async with asyncio.timeout(seconds):
        name = url.host if context else None
        _, writer = await asyncio.open_connection(url.host, url.port, ssl=context, server_hostname=name)
    try:
        tls: Any = writer.get_extra_info("ssl_object")
        return tls.version() if tls is not None else None
    finally:
        writer.close()
        try:
            async with asyncio.timeout(_CLOSE):
                await writer.wait_closed()
        except (OSError, TimeoutError):
            pass
