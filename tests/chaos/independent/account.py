"""A small account, written from docs/wire-facts.md alone: records, and a ledger of every write that was applied."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any
from urllib.parse import parse_qs, urlsplit

import attrs

Answer = tuple[int, Any]
V1 = {"clients": "Client", "suppliers": "Supplier"}
V2 = {"brand": "brands", "employee_asset": "assets", "asset_type": "types"}
SHOWN = 20
"""Rows of a page where the request names no number."""


@attrs.frozen
class Applied:
    """A write that was done."""

    action: str
    entity: str
    id: int
    reference: str


@attrs.frozen
class Asked:
    """A request."""

    method: str
    target: str
    body: Any

    @property
    def path(self) -> str:
        return urlsplit(self.target).path.removesuffix(".json")

    def number(self, *names: str, default: int) -> int:
        query = parse_qs(urlsplit(self.target).query)
        return next((int(query[name][0]) for name in names if name in query), default)

    @property
    def changes(self) -> bool:
        return self.method != "GET"


class Account:
    """Answers requests, and remembers what they did."""

    def __init__(self, fixed: int) -> None:
        self.records: dict[str, dict[int, dict[str, Any]]] = {
            "clients": {},
            "suppliers": {},
            "brands": {},
            "assets": {},
            "types": {},
        }
        self.ledger: list[Applied] = []
        self._next = 1000
        for number in range(1, fixed + 1):
            self.records["suppliers"][number] = {"id": str(number), "supplier_number": str(number), "business_name": f"S{number}"}
            self.records["brands"][number] = {"id": number, "name": f"B{number}"}
            self.records["assets"][number] = {"id": number, "name": f"A{number}"}

    def times(self) -> Counter[Applied]:
        """How often each write was done."""
        return Counter(self.ledger)

    def add(self, entity: str, body: dict[str, Any]) -> int:
        """Put a record there without a line in the ledger."""
        self._next += 1
        self.records[entity][self._next] = {**body, "id": str(self._next) if entity in V1 else self._next}
        return self._next

    def answer(self, asked: Asked) -> Answer:
        """Do what is asked."""
        if found := re.fullmatch(r"/api2/(clients|suppliers)(?:/(\d+))?", asked.path):
            return self._v1(asked, found[1], int(found[2] or 0))
        if found := re.fullmatch(r"/v2/api/entity/(\w+)/list/-?\d", asked.path):
            return 200, page(asked, self._rows(V2[found[1]]), "payload" if found[1] == "employee_asset" else "laravel")
        if found := re.fullmatch(r"/v2/api/entity/(\w+?)(?:/(\d+))?(?:/1)?", asked.path):
            return self._v2(asked, V2[found[1]], int(found[2] or 0))
        return 404, {"result": "failed", "code": 404, "message": "Not Found"}

    def _rows(self, entity: str) -> list[dict[str, Any]]:
        # Newest first.
        return [record for _, record in sorted(self.records[entity].items(), reverse=True)]

    def _v1(self, asked: Asked, entity: str, identity: int) -> Answer:
        key, records = V1[entity], self.records[entity]
        if not identity and asked.method == "GET":
            return 200, page(asked, [{key: row} for row in self._rows(entity)], "v1")
        if not identity:
            made = self.add(entity, asked.body[key])
            self._note("create", entity, made, asked.body[key].get("client_number"))
            return 202, {"code": 202, "result": "successful", "id": str(made)}
        if identity not in records:
            return 404, {"result": "failed", "code": 404, "message": "Not Found"}
        if asked.method == "GET":
            return 200, {"code": 200, "result": "successful", "data": {key: records[identity]}}
        if asked.method == "PUT":
            records[identity] = {**asked.body[key], "id": str(identity)}
            self._note("update", entity, identity, asked.body[key].get("business_name"))
        else:
            del records[identity]
            self._note("delete", entity, identity, "")
        return 200, {"code": 200, "result": "successful"}

    def _v2(self, asked: Asked, entity: str, identity: int) -> Answer:
        records = self.records[entity]
        if not identity:
            made = self.add(entity, asked.body)
            self._note("create", entity, made, asked.body["name"])
            return 200, {"message": "created", "id": made}
        if identity not in records:
            return 400, {"message": "Record not found"}
        if asked.method == "PUT":
            records[identity] = {**asked.body, "id": identity}
            self._note("update", entity, identity, asked.body["name"])
            return 200, {"message": "updated", "id": identity}
        return 200, records[identity]

    def _note(self, action: str, entity: str, identity: int, reference: object) -> None:
        self.ledger.append(Applied(action, entity, identity, str(reference)))


def page(asked: Asked, rows: list[Any], shape: str) -> dict[str, Any]:
    """Write a page of a list in one of the three shapes."""
    size, at = asked.number("limit", "per_page", default=SHOWN), asked.number("page", default=1)
    count, some = max(1, -(-len(rows) // size)), rows[(at - 1) * size : at * size]
    link = f"{asked.path}?page={at + 1}" if at < count else None
    if shape == "v1":
        paging = {"prev": None, "next": link, "page": at, "page_count": count, "total_results": len(rows)}
        return {"code": 200, "result": "successful", "data": some, "pagination": paging}
    if shape == "laravel":
        return {"current_page": at, "data": some, "last_page": count, "next_page_url": link, "per_page": size, "total": len(rows)}
    paging = {"total": len(rows), "current_page": at, "per_page": size, "has_more_pages": at < count}
    return {"payload": {"data": some, "pagination": paging}}


def written(answer: Answer) -> bytes:
    """Write the JSON of an answer."""
    return json.dumps(answer[1]).encode()
