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
    from daftra_async.catalogue import operations as operations
    from daftra_async.client import DaftraClient as DaftraClient
    from daftra_async.errors import APIError as APIError
    from daftra_async.errors import ArgumentError as ArgumentError
    from daftra_async.errors import Attempt as Attempt
    from daftra_async.errors import AuthenticationError as AuthenticationError
    from daftra_async.errors import BulkError as BulkError
    from daftra_async.errors import ConflictError as ConflictError
    from daftra_async.errors import ConnectionLost as ConnectionLost
    from daftra_async.errors import DaftraError as DaftraError
    from daftra_async.errors import DaftraTimeout as DaftraTimeout
    from daftra_async.errors import DateFormatWarning as DateFormatWarning
    from daftra_async.errors import DriftError as DriftError
    from daftra_async.errors import DriftWarning as DriftWarning
    from daftra_async.errors import IncompleteListError as IncompleteListError
    from daftra_async.errors import IncompleteListWarning as IncompleteListWarning
    from daftra_async.errors import LimiterError as LimiterError
    from daftra_async.errors import MultipleFoundError as MultipleFoundError
    from daftra_async.errors import NotFoundError as NotFoundError
    from daftra_async.errors import OutcomeUnknown as OutcomeUnknown
    from daftra_async.errors import PermissionDeniedError as PermissionDeniedError
    from daftra_async.errors import RateLimitedError as RateLimitedError
    from daftra_async.errors import ReconcileError as ReconcileError
    from daftra_async.errors import RequestNotSent as RequestNotSent
    from daftra_async.errors import ServerError as ServerError
    from daftra_async.errors import TokenStoreError as TokenStoreError
    from daftra_async.errors import UnexpectedResponseError as UnexpectedResponseError
    from daftra_async.errors import ValidationError as ValidationError
    from daftra_async.http.auth import ApiKey as ApiKey
    from daftra_async.http.auth import BearerToken as BearerToken
    from daftra_async.http.auth import PasswordGrant as PasswordGrant
    from daftra_async.http.filters import F as F
    from daftra_async.http.filters import Filter as Filter
    from daftra_async.http.hosts import DAFTRA_HOSTS as DAFTRA_HOSTS
    from daftra_async.http.limiter import Limiter as Limiter
    from daftra_async.http.limiter import Slot as Slot
    from daftra_async.http.local_limiter import LocalLimiter as LocalLimiter
    from daftra_async.http.raw_answer import RawAnswer as RawAnswer
    from daftra_async.http.token_store import FileTokenStore as FileTokenStore
    from daftra_async.http.token_store import MemoryTokenStore as MemoryTokenStore
    from daftra_async.http.token_store import Token as Token
    from daftra_async.http.token_store import TokenStore as TokenStore
    from daftra_async.lists.drift import Drift as Drift
    from daftra_async.lists.multi import List as List
    from daftra_async.lists.multi import Show as Show
    from daftra_async.lists.page import Page as Page
    from daftra_async.lists.page import RawPage as RawPage
    from daftra_async.lists.pager import Pager as Pager
    from daftra_async.lists.stream import Stream as Stream
    from daftra_async.models import *  # noqa: F403  # for type checkers: the models are many
    from daftra_async.operation import UNSET as UNSET
    from daftra_async.operation import Ack as Ack
    from daftra_async.operation import Created as Created
    from daftra_async.operation import Operation as Operation
    from daftra_async.operation import UnsetType as UnsetType
    from daftra_async.settings import Settings as Settings
    from daftra_async.wire import structure as structure
    from daftra_async.wire import unstructure as unstructure
    from daftra_async.wire.census import census as census
    from daftra_async.wire.custom_fields import custom_fields as custom_fields
    from daftra_async.wire.record import Input as Input
    from daftra_async.wire.record import Issue as Issue
    from daftra_async.wire.record import Record as Record
    from daftra_async.wire.record import is_sent as is_sent
    from daftra_async.writes.bulk import BulkEntry as BulkEntry
    from daftra_async.writes.bulk import BulkProgress as BulkProgress
    from daftra_async.writes.bulk import BulkResult as BulkResult
    from daftra_async.writes.bulk import Fetched as Fetched
    from daftra_async.writes.edit import Change as Change
    from daftra_async.writes.edit import Draft as Draft
    from daftra_async.writes.edit import EditSession as EditSession
    from daftra_async.writes.find_or_create import Found as Found
    from daftra_async.writes.lock import FileLock as FileLock
    from daftra_async.writes.lock import Lock as Lock

__version__: Final = "0.1.0"

_MODULES: Final = {
    "census": "wire.census",
    "UNSET": "operation",
    "UnsetType": "operation",
    "ApiKey": "http.auth",
    "BearerToken": "http.auth",
    "PasswordGrant": "http.auth",
    "BulkEntry": "writes.bulk",
    "BulkProgress": "writes.bulk",
    "BulkResult": "writes.bulk",
    "Fetched": "writes.bulk",
    "operations": "catalogue",
    "DaftraClient": "client",
    "Drift": "lists.drift",
    "Change": "writes.edit",
    "Draft": "writes.edit",
    "EditSession": "writes.edit",
    "APIError": "errors",
    "ArgumentError": "errors",
    "Attempt": "errors",
    "AuthenticationError": "errors",
    "BulkError": "errors",
    "ConflictError": "errors",
    "ConnectionLost": "errors",
    "DaftraError": "errors",
    "DaftraTimeout": "errors",
    "DateFormatWarning": "errors",
    "DriftError": "errors",
    "DriftWarning": "errors",
    "IncompleteListError": "errors",
    "IncompleteListWarning": "errors",
    "LimiterError": "errors",
    "MultipleFoundError": "errors",
    "NotFoundError": "errors",
    "OutcomeUnknown": "errors",
    "PermissionDeniedError": "errors",
    "RateLimitedError": "errors",
    "ReconcileError": "errors",
    "RequestNotSent": "errors",
    "ServerError": "errors",
    "TokenStoreError": "errors",
    "UnexpectedResponseError": "errors",
    "ValidationError": "errors",
    "F": "http.filters",
    "Filter": "http.filters",
    "FileLock": "writes.lock",
    "Lock": "writes.lock",
    "Found": "writes.find_or_create",
    "DAFTRA_HOSTS": "http.hosts",
    "Limiter": "http.limiter",
    "Slot": "http.limiter",
    "LocalLimiter": "http.local_limiter",
    "RawAnswer": "http.raw_answer",
    "List": "lists.multi",
    "Show": "lists.multi",
    "Operation": "operation",
    "Page": "lists.page",
    "Pager": "lists.pager",
    "RawPage": "lists.page",
    "Input": "wire.record",
    "Issue": "wire.record",
    "Record": "wire.record",
    "is_sent": "wire.record",
    "Ack": "operation",
    "Created": "operation",
    "Settings": "settings",
    "Stream": "lists.stream",
    "FileTokenStore": "http.token_store",
    "MemoryTokenStore": "http.token_store",
    "Token": "http.token_store",
    "TokenStore": "http.token_store",
    "structure": "wire",
    "unstructure": "wire",
    "custom_fields": "wire.custom_fields",
}


def __getattr__(name: str) -> Any:
    if name == "__all__":  # asked for by `from daftra_async import *`, which then loads everything
        return sorted({*_MODULES, *importlib.import_module(f"{__name__}.models").MODULES})
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
