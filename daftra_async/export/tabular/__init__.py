"""Records as rows of tables, and back, for all targets that have columns.

A list becomes a main table, and one more table for each of its line relations (lists of records, such as `invoice_item`). A
column takes a value only when it gives back exactly that value; everything else is kept in the JSON column `_extra`, by wire
name. So a record that was read from rows equals the record that was written, with one exception: null and "not sent" are the
same in a table.

Columns that begin with an underscore are not the server's: `_account`, `_id` (the id as text, or a made key for a record
without one), `_extra`, and in tables of lines `_parent` and `_position`. A relation's column in the main table holds the number
of its lines.
"""
