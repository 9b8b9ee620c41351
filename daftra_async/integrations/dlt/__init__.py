"""Lists of accounts as a source of dlt, which loads them into warehouses; needs the extra `dlt`.

    spec = AccountSpec(account="acme", api_key_env="ACME_API_KEY")
    pipeline = dlt.pipeline("daftra", destination="duckdb", dataset_name="erp")
    pipeline.run(source(spec, resources=["invoices", "clients"]))

What it is made of:

    accounts   who is asked, and the clients of one run
    walk       the pages of one list, all of it or what has changed
    tables     what dlt gets of a page, and how it merges it
    resources  the source
"""

from __future__ import annotations

from daftra_async.integrations.dlt.resources import source

__all__ = ["source"]
