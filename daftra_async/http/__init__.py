"""One request on the wire: built, sent, retried, bounded and told of."""
