"""One request on the wire: build, limit, authenticate, send, retry, report."""
