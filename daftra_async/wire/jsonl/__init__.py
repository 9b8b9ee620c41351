"""Pages of records as lines of JSON: what `dumps(unstructure(record))` writes of each record, without making the record.

msgspec decodes a page into the structs that the fast tier has learned (shadows), in the order of the model's fields. Values that
are written in another way than they came are replaced in them, column by column, and msgspec encodes the result.

    line      one record as its JSON, with the fields that an export reads
    texts     whether all texts of a column are written as they came
    fields    how the values of one field are written
    place     the shadows of one place and of the places in them
    decoder   pages: envelope, rows, fallback to records
"""
