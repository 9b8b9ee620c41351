"""What the search of the site finds first: guides before the reference, both before notes of the project.

Pages are also found by words that readers use and the page does not have in a heading.
"""

from __future__ import annotations

_BOOSTS = {
    "adr/": 0.2,
    "project/": 0.2,
    "mutants.md": 0.2,
    "benchmarks.md": 0.2,
    "reference/models/": 0.5,
    "examples/": 0.6,
    "reference/": 1.0,
    "": 3.0,
}
"""How much pages count, by what their path begins with; the first that fits."""
_WORDS = {
    "export.md": ["export"],
    "failures.md": ["retry", "backoff"],
    "howto/logging.md": ["log", "debug"],
    "howto/shop-sync.md": ["shop", "e-commerce", "WooCommerce", "Shopify", "Salla", "Zid"],
    "lists.md": ["pagination", "paging"],
    "settings.md": ["rate limit", "throttling"],
    "webhooks.md": ["webhook"],
}


def boost_of(page: str) -> float:
    """Return how much a page counts."""
    return next(boost for start, boost in _BOOSTS.items() if page.startswith(start))


def words_of(page: str) -> list[str]:
    """Return the words that a page is found by beyond its text."""
    return _WORDS.get(page, [])
