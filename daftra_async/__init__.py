"""An async SDK for the Daftra ERP.

    async with DaftraClient("acme", api_key="...") as daftra:
        async for order in daftra.work_orders.list():
            print(order.number, order.budget)

Names load when they are first used, so importing the package is cheap; type checkers see them all.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from daftra_async._census import census as census
    from daftra_async._unset import UNSET as UNSET
    from daftra_async._unset import UnsetType as UnsetType
    from daftra_async.auth import ApiKey as ApiKey
    from daftra_async.auth import BearerToken as BearerToken
    from daftra_async.auth import PasswordGrant as PasswordGrant
    from daftra_async.catalogue import operations as operations
    from daftra_async.client import DaftraClient as DaftraClient
    from daftra_async.errors import APIError as APIError
    from daftra_async.errors import ArgumentError as ArgumentError
    from daftra_async.errors import AuthenticationError as AuthenticationError
    from daftra_async.errors import ConnectionLost as ConnectionLost
    from daftra_async.errors import DaftraError as DaftraError
    from daftra_async.errors import DaftraTimeout as DaftraTimeout
    from daftra_async.errors import NotFoundError as NotFoundError
    from daftra_async.errors import OutcomeUnknown as OutcomeUnknown
    from daftra_async.errors import PermissionDeniedError as PermissionDeniedError
    from daftra_async.errors import RateLimitedError as RateLimitedError
    from daftra_async.errors import RequestNotSent as RequestNotSent
    from daftra_async.errors import ServerError as ServerError
    from daftra_async.errors import UnexpectedResponseError as UnexpectedResponseError
    from daftra_async.errors import ValidationError as ValidationError
    from daftra_async.filters import F as F
    from daftra_async.filters import Filter as Filter
    from daftra_async.models import *  # noqa: F403
    from daftra_async.operation import Operation as Operation
    from daftra_async.pagination import Page as Page
    from daftra_async.pagination import Pager as Pager
    from daftra_async.record import Input as Input
    from daftra_async.record import Issue as Issue
    from daftra_async.record import Record as Record
    from daftra_async.record import is_sent as is_sent
    from daftra_async.results import Ack as Ack
    from daftra_async.results import Created as Created
    from daftra_async.settings import Settings as Settings
    from daftra_async.wire import structure as structure
    from daftra_async.wire import unstructure as unstructure

__version__: Final = "0.1.0"

_MODULES: Final = {
    "UNSET": "_unset",
    "UnsetType": "_unset",
    "ApiKey": "auth",
    "BearerToken": "auth",
    "PasswordGrant": "auth",
    "operations": "catalogue",
    "census": "_census",
    "DaftraClient": "client",
    "APIError": "errors",
    "ArgumentError": "errors",
    "AuthenticationError": "errors",
    "ConnectionLost": "errors",
    "DaftraError": "errors",
    "DaftraTimeout": "errors",
    "NotFoundError": "errors",
    "OutcomeUnknown": "errors",
    "PermissionDeniedError": "errors",
    "RateLimitedError": "errors",
    "RequestNotSent": "errors",
    "ServerError": "errors",
    "UnexpectedResponseError": "errors",
    "ValidationError": "errors",
    "F": "filters",
    "Filter": "filters",
    "Operation": "operation",
    "Page": "pagination",
    "Pager": "pagination",
    "Input": "record",
    "Issue": "record",
    "Record": "record",
    "is_sent": "record",
    "Ack": "results",
    "Created": "results",
    "Settings": "settings",
    "structure": "wire",
    "unstructure": "wire",
}


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    module = _MODULES.get(name)
    # What is not listed is a model: their index says so, or raises.
    value = getattr(importlib.import_module(f"{__name__}.{module or 'models'}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    from daftra_async.models import MODULES  # noqa: PLC0415 - lists names, loads no model

    return sorted({*globals(), *_MODULES, *MODULES})
