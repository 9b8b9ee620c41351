"""Pages in a headless Chromium, light and dark, wide and narrow: errors, contrast of texts, and what is wider than the screen."""

from __future__ import annotations

import contextlib
import html
import http.server
import json
import re
import shutil
import subprocess
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGES = [
    "index.html",
    "tutorial/2-lists.html",
    "howto/unpaid-invoices.html",
    "settings.html",
    "wire-rules.html",
    "reference/client.html",
    "reference/export.html",
    "reference/resources/invoices.html",
    "reference/models/invoice.html",
    "ar/index.html",
    "ar/howto/spreadsheets.html",
]
WIDTHS = {"desktop": 1440, "phone": 390}
SCHEMES = {"light": 1, "dark": 0}
"""What Blink calls them."""
_INSIDE = Path(__file__).with_name("inside.js").read_text("utf-8")
_FRAMES = """<!doctype html><body><script type="module">
const frames = FRAMES.map(([page, width]) => {
  const frame = document.createElement("iframe")
  frame.style.cssText = `width: ${width}px; height: 900px; border: 0`
  frame.src = "/" + page
  document.body.append(frame)
  return new Promise(loaded => (frame.onload = () => loaded([page, width, frame.contentWindow])))
})
const found = []
for (const [page, width, inside] of await Promise.all(frames)) {
  await new Promise(painted => inside.setTimeout(painted, 500))
  found.push({ page, width, wrong: inside.wrong, pale: inside.pale(), overflow: inside.overflow() })
}
const result = document.createElement("pre")
result.id = "result"
result.textContent = JSON.stringify(found)
document.body.replaceChildren(result)
</script></body>"""


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site, with the script of the checks at the head of each page."""

    def do_GET(self) -> None:
        page = Path(self.directory, self.path.partition("?")[0].lstrip("/"))
        if self.path == "/frames.html":
            frames = [(page, width) for page in PAGES for width in WIDTHS.values()]
            self._answer(_FRAMES.replace("FRAMES", json.dumps(frames)))
        elif page.suffix == ".html" and page.is_file():
            self._answer(page.read_text("utf-8").replace("<head>", f"<head><script>{_INSIDE}</script>", 1))
        else:
            super().do_GET()

    def _answer(self, text: str) -> None:
        body = text.encode("utf-8")
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextlib.contextmanager
def _served(site: Path) -> Iterator[str]:
    def handler(*arguments: Any) -> _Handler:
        return _Handler(*arguments, directory=str(site))

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module", params=SCHEMES, ids=list(SCHEMES))
def measured(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What is found in each page, in one of the two colour schemes."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("there is no chromium here to look at the pages with")
    scheme = SCHEMES[request.param]
    with _served(site) as url:
        command = [
            *(
                chromium,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                f"--user-data-dir={tmp_path_factory.mktemp('chromium')}",
            ),
            *(f"--blink-settings=preferredColorScheme={scheme}", "--timeout=240000", "--virtual-time-budget=60000"),
            *("--window-size=1440,900", "--dump-dom", f"{url}/frames.html"),
        ]
        page = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300).stdout
    found = re.search(r'<pre id="result">(.*?)</pre>', page, re.DOTALL)
    assert found is not None, page[-2000:]
    return json.loads(html.unescape(found[1]))


def test_every_page_was_looked_at(measured: list[dict[str, Any]]) -> None:
    assert len(measured) == len(PAGES) * len(WIDTHS)


def test_nothing_goes_wrong(measured: list[dict[str, Any]]) -> None:
    assert {page["page"]: page["wrong"] for page in measured if page["wrong"]} == {}


def test_texts_stand_out_from_their_background(measured: list[dict[str, Any]]) -> None:
    """As WCAG AA has it: 4.5, or 3 for large letters."""
    pale = {text: f"{page['page']} at {page['width']}" for page in measured for text in page["pale"]}
    assert not pale, "\n".join(f"{text} ({place})" for text, place in pale.items())


def test_nothing_is_wider_than_the_screen(measured: list[dict[str, Any]]) -> None:
    assert {(page["page"], page["width"]): page["overflow"] for page in measured if page["overflow"] > 0} == {}
