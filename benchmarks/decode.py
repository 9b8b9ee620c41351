"""What it costs to make records of the body of a list answer, beside other decoders: time, memory kept, peak.

All run in one process by turns; the figure is the least CPU time of many rounds, with the garbage collector on. The peers cannot
take a dirty page and read the same records cleaned. Before anything is timed, all fields of all records are compared.

    python benchmarks/decode.py [rounds]
"""

from __future__ import annotations

import gc
import itertools
import json
import sys
import tempfile
import time
import tracemalloc
from typing import TYPE_CHECKING, Any, Final

import decode_peak
import generated_client
import orjson
import pages
import peers
import results
import samples
from decoders import ours, slow
from differences import difference

from daftra_async import models
from daftra_async.resources import invoices, workflow_records

if TYPE_CHECKING:
    from peers import Decode


ROUNDS: Final = 15
_MILLION: Final = 1_000_000
_NUMBERS = itertools.count()


def contenders() -> dict[str, tuple[Decode, bytes, int]]:
    """Return decoders with the page that each reads and its number of records."""
    dirty, clean, odd = pages.dirty_page(), pages.clean_page(), pages.odd_page()
    others = [pages.dirty_page(seed=seed) for seed in (2, 3)]
    v2, v2_other = pages.v2_page(), pages.v2_page(seed=2)
    small = pages.dirty_page(20)
    invoice, workflow = models.Invoice, models.WorkflowRecord
    count = samples.RECORDS
    return {
        "json.loads, dirty": (peers.dicts(json.loads, "Invoice"), dirty, count),
        "orjson.loads, dirty": (peers.dicts(orjson.loads, "Invoice"), dirty, count),
        "msgspec Struct, clean": (peers.struct(invoice, "Invoice"), clean, count),
        "pydantic, clean": (peers.model(invoice, "Invoice"), clean, count),
        "cattrs, clean": (peers.cattrs_(invoice, "Invoice"), clean, count),
        "cattrs without detailed validation, clean": (peers.cattrs_(invoice, "Invoice", detailed=False), clean, count),
        "from_dict (openapi-python-client), clean": (generated_client.from_dict(invoice, "Invoice"), clean, count),
        "ours, dirty": (ours(invoices.LIST, *others), dirty, count),
        "ours, clean": (ours(invoices.LIST, *others, clean), clean, count),
        "ours, dirty, one unrepairable value in every record": (
            ours(invoices.LIST, *others, pages.odd_page(seed=2)),
            odd,
            count,
        ),
        "ours, dirty, after pages of unrepairable values": (
            ours(invoices.LIST, pages.odd_page(seed=2), *others),
            dirty,
            count,
        ),
        "ours, dirty, 20 records": (ours(invoices.LIST, *others), small, 20),
        "ours, slow tier only, dirty": (slow(invoices.LIST), dirty, count),
        "v2: orjson.loads": (peers.dicts(orjson.loads, None), v2, count),
        "v2: msgspec Struct": (peers.struct(workflow, None), v2, count),
        "v2: pydantic": (peers.model(workflow, None), v2, count),
        "v2: ours": (ours(workflow_records.LIST, v2_other), v2, count),
    }


def verify(made: dict[str, tuple[Decode, bytes, int]]) -> None:
    """Check that every decoder reads the same values.

    Raises:
        AssertionError: two records differ.
    """
    read = {name: decode(body) for name, (decode, body, _) in made.items() if "loads" not in name}
    for name, cls, reference in (
        *((name, models.Invoice, "ours, dirty") for name in read if not name.startswith("v2")),
        *((name, models.WorkflowRecord, "v2: ours") for name in read if name.startswith("v2")),
    ):
        every = "every record" in name
        for at, (mine, other) in enumerate(zip(read[reference], read[name], strict=False)):
            odd = cls is models.Invoice and at in samples.odd_rows()
            found = None if odd or every else difference(cls, mine, other)
            assert found is None, f"{name}, record {at}{found}"
            assert not every or len(other.issues) == 1, f"{name}, record {at}: {other.issues}"
    assert all(record.extra["is_delivered"] in {"0", "1"} for record in read["ours, dirty"])
    assert [at for at, record in enumerate(read["ours, dirty"]) if record.issues] == list(samples.odd_rows())


def times(made: dict[str, tuple[Decode, bytes, int]], rounds: int) -> dict[str, float]:
    """Return microseconds of CPU time per record."""
    least = dict.fromkeys(made, float("inf"))
    for _ in range(rounds):
        for name, (decode, body, count) in made.items():
            gc.collect()
            began = time.process_time()
            records = decode(body)
            spent = time.process_time() - began
            del records
            least[name] = min(least[name], spent / count * _MILLION)
    return least


def kept(decode: Decode, body: bytes, count: int) -> float:
    """Return kB that a record keeps."""
    gc.collect()
    tracemalloc.start()
    try:
        records = decode(body)
        gc.collect()
        size = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert len(records) == count
    return size / count / 1000


def first_page(records: int) -> float:
    """Return milliseconds of the first page of an operation, learning and compiling included, beyond a later one."""
    body, least = pages.dirty_page(records), float("inf")
    for _ in range(5):
        decode = ours(invoices.LIST)
        gc.collect()
        spent: list[float] = []
        for _ in range(3):
            began = time.process_time()
            decode(body)
            spent.append(time.process_time() - began)
        least = min(least, spent[0] - min(spent[1:]))
    return least * 1000


def main() -> None:
    """Print the tables."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    made = contenders()
    verify(made)
    spent = times(made, rounds)
    base = {name: "v2: orjson.loads" if name.startswith("v2") else "orjson.loads, dirty" for name in made}
    typed = {name: "v2: msgspec Struct" if name.startswith("v2") else "msgspec Struct, clean" for name in made}
    rows: list[dict[str, Any]] = []
    print("| decoder | us/record | of orjson.loads | of msgspec Struct | kB/record kept |\n|---|---|---|---|---|")
    for name, (decode, body, count) in made.items():
        row: dict[str, Any] = {
            "decoder": name,
            "us_per_record": round(spent[name], 2),
            "of_orjson": round(spent[name] / spent[base[name]], 3),
            "of_struct": round(spent[name] / spent[typed[name]], 3),
            "kb_kept": round(kept(decode, body, count), 2),
        }
        rows.append(row)
        print("| " + " | ".join(str(value) for value in row.values()) + " |")
    first = {str(count): round(first_page(count), 2) for count in (1, 20, samples.RECORDS)}
    print(f"\nFirst page of an operation, milliseconds beyond a later one, by records: {first}")
    with tempfile.TemporaryDirectory() as folder:
        peaks = {name: round(decode_peak.peak(name, folder), 1) for name in decode_peak.PEAKS}
    print(f"Peak of decoding a page, MiB: {peaks}")
    mine = spent["ours, dirty"]
    targets = [
        results.target("dirty page, times a msgspec Struct", mine / spent["msgspec Struct, clean"], 1.5),
        results.target("dirty page, times orjson.loads", mine / spent["orjson.loads, dirty"], 2.2),
        results.target("pydantic, times ours", spent["pydantic, clean"] / mine, least=2),
        results.target("plain cattrs, times ours", spent["cattrs, clean"] / mine, least=4),
        results.target(
            "cattrs without detailed validation, times ours", spent["cattrs without detailed validation, clean"] / mine, least=4
        ),
        results.target(
            "an unrepairable value in every record, times the dirty page",
            spent["ours, dirty, one unrepairable value in every record"] / mine,
            2,
        ),
        results.target("peak, times that of orjson.loads", peaks["ours, dirty"] / peaks["orjson.loads, dirty"], 1.5),
    ]
    results.print_targets(targets)
    results.save("decode", {"rounds": rounds, "rows": rows, "first_page_ms": first, "peak_mib": peaks, "targets": targets})


if __name__ == "__main__":
    main()
