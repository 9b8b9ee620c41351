import inspect

from daftra_async.catalogue import operations
from daftra_async.client import DaftraClient


def test_every_operation_is_a_method_of_the_client():
    found = operations()
    assert len(found) == 251
    assert len({op.id for op in found}) == 251
    daftra = DaftraClient("acme", api_key="key-1")
    for op in found:
        method = getattr(getattr(daftra, op.resource), op.verb)
        assert inspect.iscoroutinefunction(method) or op.pagination is not None
    assert operations() is found
