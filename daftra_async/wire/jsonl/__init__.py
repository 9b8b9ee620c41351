"""Pages of records as lines of JSON: what `dumps(unstructure(record))` writes of each record, without making the record.

C decodes a page into the shadows that the fast tier has learned, in the order of the model's fields; what is not written as it
came is put right in them, column by column, and C writes them.

    line      one record as its JSON, and what an export looks at
    texts     whether all texts of a column are written as they came
    fields    what becomes of the values of one field
    place     the shadows of one place and of the places in them
    decoder   pages: envelope, rows, fallback to records
"""
