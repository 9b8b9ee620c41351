"""Records as columns: pages of lists to Arrow tables, rows to columns of any target, and back.

A list becomes a main table, and one more table for each of its line relations (lists of records, such as `invoice_item`). A
column takes a value only when it gives back exactly that value; everything else is kept in the JSON column `_extra`, by wire
name. So a record that was read from columns equals the record that the page holds, with one exception: null and "not sent" are
the same in a table.

    layout     which tables and columns a record class has, and of what kinds they are
    fits       what a column takes, value by value
    packing    rows in wire names to values of columns, and back
    keys       `_id`, by id or content

With pyarrow (imported by these and by nothing else):

    arrow      pyarrow itself
    schemas    the types of the columns
    shape      which keys the objects of a list have, learned, as structs that C decodes
    holds      what a column holds for a value that was read
    casts      arrays as they were sent to the types of columns, in C
    arrays     the values of one column to an array: cast, or by the rules of `wire.scalars`
    extras     the column `_extra`
    batches    the tables of one page
    decoder    the bytes of a page to its tables
    encoder    records to tables, where a page is too odd for the decoder
    back       tables to records
"""
