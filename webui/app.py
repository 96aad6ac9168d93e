"""The web pages of the program: one Flask app over the service."""

from flask import Flask

from webui import citing, faults, guard, parting, views, wording
from webui.port import Desk

FORM_BYTES = 64 * 1024
"""Room for the fields of a form beside the file it carries."""


def create_app(service: Desk) -> Flask:
    """The app that shows what the service holds."""
    app = Flask(__name__)
    app.extensions["amendments"] = service
    app.config["MAX_CONTENT_LENGTH"] = service.settings.max_file_bytes + FORM_BYTES
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(wording.FILTERS | parting.FILTERS | citing.FILTERS)
    app.jinja_env.globals.update(wording.WORDS)
    guard.protect(app)
    faults.explain(app)
    views.register(app)
    return app
