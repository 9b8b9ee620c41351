from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.lists.account_dates.account import Account

if TYPE_CHECKING:
    from tests.conftest import RawServer


@pytest.fixture
def account(server: RawServer) -> Account:
    return Account(server)
