"""Chaos over a server that shares no code with the package or its sandbox, and keeps its own ledger."""
