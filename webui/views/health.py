"""Whether the process lives, and whether it can serve."""

from flask import Blueprint, Response, current_app, jsonify

from webui.pages import desk

pages = Blueprint("health", __name__)


@pages.get("/healthz")
def healthz() -> Response:
    """The process answers."""
    return jsonify(status="alive")


@pages.get("/readyz")
def readyz() -> tuple[Response, int]:
    """The database, the index and the disk are fit to serve; 503 with the faults otherwise."""
    faults = desk().ready()
    return jsonify(status="not ready" if faults else "ready", faults=faults), 503 if faults else 200


@pages.get("/favicon.ico")
def favicon() -> Response:
    """The sign browsers ask for unasked."""
    return current_app.send_static_file("favicon.svg")
