"""A local, stateful Daftra account for tests, demonstrations and first steps.

    async with Sandbox() as sandbox:
        ...  # sandbox.url, sandbox.api_key

It reads the same bundle as the code generator, but shares no code with the client: a mistake in one shows against the other.
"""

from __future__ import annotations

from daftra_async.sandbox.account import Write
from daftra_async.sandbox.behaviours import Behaviours
from daftra_async.sandbox.faults import Faults, Rule
from daftra_async.sandbox.request_log import Received
from daftra_async.sandbox.server import Sandbox

__all__ = ["Behaviours", "Faults", "Received", "Rule", "Sandbox", "Write"]
