"""Debian's Chromium against the pages; skipped with the reason where it is not installed."""

import importlib.util
import os
import sys
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest
from werkzeug.serving import WSGIRequestHandler, make_server

from amendments import operations
from amendments.service import Service
from amendments.settings import Settings
from webui.app import create_app

CORPUS = Path(__file__).parents[2] / "corpus" / "wsis"
CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
sys.path.insert(0, str(Path(__file__).parent.parent / "webui"))


class Quiet(WSGIRequestHandler):
    def log_request(self, *args):
        pass


@contextmanager
def served(service):
    """Serve a service's pages on a free port; gives the address."""
    server = make_server("127.0.0.1", 0, create_app(service), threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def site():
    """The address of a server with a sample resolution that has every case."""
    from fake import FakeService

    with served(FakeService()) as address:
        yield address


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The address of the real program with the sample corpus, its agreed text still to come."""
    service = Service(Settings(home=tmp_path_factory.mktemp("demo")))
    listed = (CORPUS / "manifest.toml").read_text(encoding="utf-8")
    folder = tmp_path_factory.mktemp("corpus")
    for file in CORPUS.glob("*.docx"):
        (folder / file.name).symlink_to(file)
    (folder / "manifest.toml").write_text(listed[: listed.rindex("[[document]]")], "utf-8")
    operations.load_corpus(service, folder)
    with served(service) as address:
        yield address
    service.close()


@pytest.fixture(scope="session")
def chromium():
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip(f"there is no {CHROMIUM}: install Debian's chromium or set CHROMIUM")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, site):
    """Open a path with given context options; faults of the console end the test."""
    contexts, faults = [], []

    def opened(path, **options):
        context = chromium.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.goto(path if path.startswith("http") else site + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture(scope="session")
def axe():
    """The text of axe-core, as a package carries it or from the folder AXE_PATH names."""
    package = importlib.util.find_spec("axe_playwright_python")
    folder = os.environ.get("AXE_PATH") or (package and Path(package.origin).parent)
    found = folder and next(Path(folder).rglob("axe.min.js"), None)
    if not found:
        pytest.skip("no axe.min.js: install axe-playwright-python or set AXE_PATH")
    return found.read_text(encoding="utf-8")


GEOMETRY = {"bgOverlap", "elmPartiallyObscured", "elmPartiallyObscuring"}
"""Where axe cannot see what is behind words that run over several lines; see FAINT."""
FAINT = """() => {
  const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b]
    .map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, n) => sum + c * [0.2126, 0.7152, 0.0722][n], 0);
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if ((colour[3] ?? 1) > 0) return colour;
    }
    return [255, 255, 255];
  };
  const hasWords = e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
  return [...document.querySelectorAll("body *")].filter(hasWords).filter(e => {
    const [a, b] = [light(channels(getComputedStyle(e).color)), light(behind(e))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
  }).map(e => e.outerHTML.slice(0, 120));
}"""
"""The elements whose words stand out too little from the colour behind them (WCAG 1.4.3)."""


@pytest.fixture(scope="session")
def faults_of(axe):
    """What axe finds on a page; what it cannot decide counts as found."""

    def faults_of(page):
        page.evaluate(axe + "\nnull;")
        found = page.evaluate("axe.run(document)")
        faults = [
            (fault["id"], node["html"], [check["message"] for check in node["any"]])
            for kind in ("violations", "incomplete")
            for fault in found[kind]
            for node in fault["nodes"]
            if not GEOMETRY & {(check.get("data") or {}).get("messageKey") for check in node["any"]}
        ]
        return faults + page.evaluate(FAINT)

    return faults_of
