"""Writes that are made of several requests: edits, batches, reconciliation."""
