"""The pages, one module each; this file only lists them."""

from flask import Flask
from werkzeug.routing import BaseConverter

from webui.views import (
    clauses,
    comparisons,
    drafts,
    entries,
    health,
    laid,
    marked,
    outlines,
    proposals,
    resolutions,
    rulings,
    search,
    states,
    tables,
    uploads,
)

MODULES = (
    resolutions,
    uploads,
    drafts,
    outlines,
    comparisons,
    laid,
    clauses,
    entries,
    proposals,
    tables,
    marked,
    rulings,
    states,
    search,
    health,
)


class KeyConverter(BaseConverter):
    """A name in a URL: no dots, so that it never swallows "..." or ".json"."""

    regex = r"[A-Za-z0-9_][A-Za-z0-9_\-]*"


def register(app: Flask) -> None:
    """Give the app every page."""
    app.url_map.converters["key"] = KeyConverter
    for module in MODULES:
        app.register_blueprint(module.pages)
