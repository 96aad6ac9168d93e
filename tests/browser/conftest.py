"""Debian's Chromium against the pages; skipped with the reason where it is not installed."""

import os
import sys
import threading
from pathlib import Path

import pytest
from werkzeug.serving import WSGIRequestHandler, make_server

from webui.app import create_app

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
sys.path.insert(0, str(Path(__file__).parent.parent / "webui"))


class Quiet(WSGIRequestHandler):
    def log_request(self, *args):
        pass


@pytest.fixture(scope="session")
def site():
    """The address of a server with the sample resolution."""
    from fake import FakeService

    server = make_server(
        "127.0.0.1", 0, create_app(FakeService()), threaded=True, request_handler=Quiet
    )
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


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
        page.goto(site + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture(scope="session")
def axe():
    """The text of axe-core; AXE_PATH names the folder that has axe.min.js."""
    folder = os.environ.get("AXE_PATH")
    found = folder and next(Path(folder).rglob("axe.min.js"), None)
    if not found:
        pytest.skip("AXE_PATH names no folder with axe.min.js (npm pack axe-core@4.14.1)")
    return found.read_text()
