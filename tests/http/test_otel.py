import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from daftra_async.errors import NotFoundError, OutcomeUnknown
from daftra_async.http.otel import Spans
from tests.conftest import http
from tests.waiting import LoopClock


@pytest.fixture
def exporter():
    return InMemorySpanExporter()


@pytest.fixture
def provider(exporter):
    made = TracerProvider()
    made.add_span_processor(SimpleSpanProcessor(exporter))
    yield made
    made.shutdown()


async def test_spans(server, client, provider, exporter):
    server.script = [None, http(503, {}), http(body={"data": [], "pagination": {"page": 1, "page_count": 1}})]
    with trace.use_span(provider.get_tracer("test").start_span("caller"), end_on_exit=True) as caller:
        page = await client(events=Spans(provider)).invoices.list(keywords="who@example.com", limit=5)
    assert page.data == []
    lost, busy, good, operation, _ = exporter.get_finished_spans()
    assert operation.name == "invoices.list"
    assert operation.kind is trace.SpanKind.INTERNAL
    assert operation.parent.span_id == caller.get_span_context().span_id
    assert [event.name for event in operation.events] == ["retry", "retry"]
    assert operation.events[1].attributes["daftra.retry.reason"] == "status 503"
    for span in (lost, busy, good):
        assert span.name == "GET"
        assert span.kind is trace.SpanKind.CLIENT
        assert span.parent.span_id == operation.context.span_id
        assert span.attributes["http.request.method"] == "GET"
        assert span.attributes["url.full"] == f"{server.url}/api2/invoices?limit=5&…"
        assert span.attributes["server.address"] == "127.0.0.1"
        assert span.attributes["server.port"] == int(server.url.rpartition(":")[2])
    assert [span.attributes.get("http.request.resend_count") for span in (lost, busy, good)] == [None, 1, 2]
    assert [span.attributes.get("http.response.status_code") for span in (lost, busy, good)] == [None, 503, 200]
    assert [span.attributes.get("error.type") for span in (lost, busy, good)] == ["connection_error", "503", None]
    assert [span.status.is_ok for span in (lost, busy, good)] == [False, False, True]
    assert all("example.com" not in str(dict(span.attributes)) for span in exporter.get_finished_spans())


async def test_failures(server, client, provider, exporter):
    spans = Spans(provider)
    daftra = client(events=spans)
    server.script = [http(404, {"message": "no"}), None]
    with pytest.raises(NotFoundError):
        await daftra.clients.get(7)
    with pytest.raises(OutcomeUnknown):
        await daftra.request("POST", "/api2/x", json={})
    _, get, _, post = exporter.get_finished_spans()
    assert (get.name, get.attributes["error.type"]) == ("clients.get", "NotFoundError")
    assert (post.name, post.attributes["error.type"]) == ("POST request", "OutcomeUnknown")
    assert not spans._operations
    assert not spans._attempts


async def test_timeout(server, client, provider, exporter):
    server.default = LoopClock().after(31)
    with pytest.raises(TimeoutError):
        await client(events=Spans(provider)).request("GET", "/api2/x", timeout=30)
    assert exporter.get_finished_spans()[0].attributes["error.type"] == "timeout"
