"""The entity routes of `/v2` and the authentication of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

if TYPE_CHECKING:
    from tests.sandbox.conftest import Raw

FLOW = "/v2/api/entity/le_workflow-type-entity-36"


async def rows(raw: Raw, path: str) -> list[dict[str, Any]]:
    answer = await raw.get(path)
    assert answer.status == 200, answer.text
    found: list[dict[str, Any]] = answer.json["data"]
    return found


async def test_paginator(demo: Raw) -> None:
    answer = (await demo.get("/v2/api/entity/brand/list/1?page=2&per_page=6")).json
    assert list(answer) == [
        *("current_page", "data", "first_page_url", "from", "last_page", "last_page_url", "links", "next_page_url", "path"),
        *("per_page", "prev_page_url", "to", "total"),
    ]
    assert (answer["current_page"], answer["from"], answer["to"], answer["per_page"]) == (2, 7, 12, "6")
    assert answer["next_page_url"].endswith("/v2/api/entity/brand/list/1?page=3")
    assert isinstance(answer["data"][0]["id"], int)


async def test_levels(demo: Raw) -> None:
    bare = (await demo.get("/v2/api/entity/invoice/20/1")).json
    full = (await demo.get("/v2/api/entity/invoice/20/2")).json
    assert {"invoice_item", "clients", "staff", "branch"} <= set(full) - set(bare)
    assert isinstance(bare["summary_total"], (int, float))
    assert full["branch"]["id"] == bare["branch_id"]


@pytest.mark.parametrize(
    ("query", "test"),
    [
        ("filter[status]=1", lambda row: row["status"] == 1),
        ("filter[budget][gte]=1000&filter[budget][lt]=20000", lambda row: 1000 <= row["budget"] < 20000),
        ("filter[status][in][]=1&filter[status][in][]=2", lambda row: row["status"] in {1, 2}),
        ("filter[status][not_in][]=1", lambda row: row["status"] != 1),
        ("filter[or][status][eq]=1&filter[or][budget][gt]=40000", lambda row: row["status"] == 1 or row["budget"] > 40000),
        ("filter[title][like]=network", lambda row: "Network" in row["title"]),
        ("filter[follow_up_status_id][is_null]=1", lambda row: row["follow_up_status_id"] is None),
        ("filter[start_date][from]=2025-01-01&filter[start_date][to]=2025-12-31", lambda row: row["start_date"][:4] == "2025"),
        ("filter[status][not_equal]=2", lambda row: row["status"] != 2),
    ],
)
async def test_filters(demo: Raw, query: str, test: Any) -> None:
    found = await rows(demo, f"{FLOW}/list/1?per_page=500&{query}")
    everything = await rows(demo, f"{FLOW}/list/1?per_page=500")
    assert 0 < len(found) < len(everything)
    assert found == [row for row in everything if test(row)]


async def test_relations_sort_and_misspelling(demo: Raw) -> None:
    everything = await rows(demo, f"{FLOW}/list/1?per_page=500")
    assert await rows(demo, f"{FLOW}/list/1?per_page=500&filter[bugdet][gt]=1&sort[nope]=asc&x=1") == everything
    city = demo.sandbox.record("client", everything[0]["client_id"])["city"]
    found = await rows(demo, f"{FLOW}/list/1?per_page=500&filter[client.city]={city}")
    assert everything[0] in found
    assert len(found) < len(everything)
    budgets = [row["budget"] for row in await rows(demo, f"{FLOW}/list/1?per_page=500&sort[budget]=desc")]
    assert budgets == sorted(budgets, reverse=True)
    dated = await rows(demo, "/v2/api/entity/invoice/list/1?filter[journal.date][gte]=2026-01-01&per_page=5")
    assert dated
    both = await demo.get(f"{FLOW}/list/1?filter[branch_id][in][]=1&filter[branch_id][in][]=2&filter[branch_id][in][]=3")
    assert both.json["total"] == demo.sandbox.count("le_workflow-type-entity-36") > len(everything)


async def test_create_update_and_failures(demo: Raw) -> None:
    made = (await demo("POST", "/v2/api/entity/department", {"name": "Quality"})).json
    assert set(made) == {"message", "id"}
    await demo("PUT", f"/v2/api/entity/department/{made['id']}", {"name": "Quality 2", "description": "x"})
    assert demo.sandbox.record("department", made["id"])["name"] == "Quality 2"
    missing = await demo("POST", "/v2/api/entity/department", {"description": "no name"})
    assert missing.status == 422
    assert list(missing.json["errors"]) == ["name"]
    read_only = await demo("PUT", f"/v2/api/entity/department/{made['id']}", {"name": "x", "created": "2020-01-01 00:00:00"})
    assert read_only.status == 422
    for answer in (
        await demo.get("/v2/api/entity/department/999999/1"),
        await demo("PUT", "/v2/api/entity/department/999999", {"name": "x"}),
    ):
        assert (answer.status, answer.json) == (400, {"message": "Record not found"})
    unknown = await demo.get("/v2/api/entity/unicorn/list/1")
    assert (unknown.status, unknown.json) == (200, {"error": "Entity Not exists"})


async def test_update_by_post(demo: Raw) -> None:
    body = {"id": 1, "name": "Renamed", "allow_decimal": 1, "status": 1}
    assert (await demo("POST", "/v2/api/entity/credit_type", body)).json["id"] == 1
    assert demo.sandbox.requests[-1].operation == "credit_types.update"
    assert demo.sandbox.record("credit_type", 1)["name"] == "Renamed"
    del body["id"]
    assert (await demo("POST", "/v2/api/entity/credit_type", body)).json["id"] > 1


async def test_workflow_is_written_in_another_way(demo: Raw) -> None:
    body = {
        "title": "Roof",
        "number": {"code": "000777", "generated": "000777"},
        "budget": {"number": "1500.50", "currency": "SAR"},
        "start_date": "25/09/2026",
        "le_workflow-type-entity-36_custom_data": {"reference_id": "R-9"},
    }
    identity = (await demo("POST", FLOW, body)).json["id"]
    found = (await demo.get(f"{FLOW}/{identity}/2")).json
    assert (found["number"], found["budget"], found["budget_currency"]) == ("000777", 1500.5, "SAR")
    assert found["start_date"] == "2026-09-25"
    assert found["le_workflow-type-entity-36_custom_data"] == {"reference_id": "R-9"}
    assert (await demo("POST", "/v2/api/entity/le_workflow-type-entity-99", body)).json == {"error": "Entity Not exists"}


async def test_payload_and_multi_entity(demo: Raw) -> None:
    page = (await demo.get("/v2/api/entity/employee_asset/list/2?per_page=5")).json["payload"]
    assert page["pagination"] == {"total": 60, "current_page": 1, "per_page": 5, "has_more_pages": True}
    one = (await demo.get("/v2/api/entity/employee_asset/1/1")).json["payload"]["data"]
    assert one["asset_type"]["name"]
    wanted = [
        {"key": "invoice", "action": "show", "options": "30", "data_level": 1},
        {"key": "requisition", "action": "list", "options": {"status": "3"}, "alias": "moves"},
    ]
    answer = (await demo("POST", "/v2/api/multi-entity", wanted)).json
    assert answer["invoice"]["id"] == 30
    assert answer["moves"]["total"] == 150


async def test_every_entity_key_has_rows(demo: Raw) -> None:
    keys = set(demo.sandbox.account.spec.schemas.names("EntityKey").values())
    for key in keys - {"employee_asset"}:  # which has an envelope of its own
        found = await rows(demo, f"/v2/api/entity/{key}/list/1?per_page=2")
        assert found, key
        assert (await demo.get(f"/v2/api/entity/{key}/{found[0]['id']}/2")).json["id"] == found[0]["id"]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"apikey": "wrong"},
        {"Authorization": "Bearer wrong"},
        {"Authorization": "Bearer sandbox-key"},
        {"apikey": "sandbox-key", "Authorization": "Bearer sandbox-token"},
    ],
)
async def test_refused_credentials(empty: Raw, headers: Any) -> None:
    v1 = await empty.get("/api2/clients.json", headers=headers)
    assert (v1.status, v1.json) == (401, {"result": "failed", "code": 401, "message": "Unauthorized"})
    v2 = await empty.get("/v2/api/entity/brand/list/1", headers=headers)
    assert (v2.status, v2.json) == (401, {"message": "Unauthenticated."})


@pytest.mark.parametrize("headers", [{"APIKEY": "sandbox-key"}, {"Authorization": "Bearer sandbox-token"}])
async def test_good_credentials(empty: Raw, headers: Any) -> None:
    answer = await empty.get("/api2/site_info.json", headers=headers)
    assert answer.json["data"]["Site"]["date_format"] == "3"
    assert not {"apikey", "authorization"} & {name.lower() for name in empty.sandbox.requests[-1].headers}


@pytest.mark.parametrize("multipart", [True, False])
async def test_tokens(empty: Raw, multipart: bool) -> None:
    async def ask(**form: str) -> Any:
        form = {"client_id": "1", "client_secret": "sandbox-secret", **form}
        data: Any = form
        if multipart:
            data = aiohttp.FormData(default_to_multipart=True)
            for name, value in form.items():
                data.add_field(name, value)
        return await empty("POST", "/v2/oauth/token", data=data, headers={})

    first = (await ask(grant_type="password", username="owner@example.com", password="sandbox-password")).json
    assert {"token_type", "expires_in", "access_token", "refresh_token"} == set(first)
    bearer = {"Authorization": f"Bearer {first['access_token']}"}
    assert (await empty.get("/api2/clients", headers=bearer)).status == 200
    empty.sandbox.expire_tokens()
    assert (await empty.get("/api2/clients", headers=bearer)).status == 401
    second = (await ask(grant_type="refresh_token", refresh_token=first["refresh_token"])).json
    assert second["refresh_token"] != first["refresh_token"]
    again = await ask(grant_type="refresh_token", refresh_token=first["refresh_token"])
    assert again.status == 401
    assert "error" in again.json
    assert (await ask(grant_type="password", username="x", password="y")).status == 400
