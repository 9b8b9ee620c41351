"""Where the records of a report come from; all sources give the same tables."""
