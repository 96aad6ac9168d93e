"""How a page is published: as HTML for people, and under the same path with .json for programs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

from flask import Blueprint, Response, current_app, g, jsonify, render_template

from amendments.errors import NotFound
from webui.port import Desk


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one page shows."""

    template: str
    record: Any
    """The page's record, or a tuple of records for a plain list; its JSON twin shows the same."""
    also: dict[str, Any] = field(default_factory=dict)
    """What only the HTML needs, such as the chosen view."""


def desk() -> Desk:
    """The service this app was made with."""
    return cast("Desk", current_app.extensions["amendments"])


def state_names() -> dict[str, str]:
    """The name of every State and group by its code; looked up once a request."""
    if "state_names" not in g:
        g.state_names = {state.code: state.name for state in desk().states()}
    return cast("dict[str, str]", g.state_names)


def draft_names(slug: str) -> dict[str, str]:
    """What people call each draft of a resolution, by its key; looked up once a request."""
    known: dict[str, dict[str, str]] = g.setdefault("draft_names", {})
    if slug not in known:
        try:
            page = desk().resolution(slug)
        except NotFound:
            return {}
        known[slug] = {d.key: d.symbol or d.key for d in page.drafts + page.contributions}
    return known[slug]


def publish(pages: Blueprint, rule: str) -> Callable[[Callable[..., Sheet]], Callable[..., Sheet]]:
    """Serve what the view returns at `rule`, and its JSON twin beside it."""

    def register(view: Callable[..., Sheet]) -> Callable[..., Sheet]:
        name = view.__name__

        def as_page(**values: str) -> str:
            sheet = view(**values)
            twin = f"{pages.name}.{name}_json"
            return render_template(
                sheet.template, page=sheet.record, twin=twin, values=values, **sheet.also
            )

        def as_data(**values: str) -> Response:
            return jsonify(data_of(view(**values).record, name))

        pages.add_url_rule(rule, name, as_page)
        pages.add_url_rule(twin_of(rule), f"{name}_json", as_data)
        return view

    return register


def twin_of(rule: str) -> str:
    """The path of a page's JSON twin."""
    return (rule.rstrip("/") or "/index") + ".json"


def data_of(record: Any, name: str) -> dict[str, Any]:
    """A record, or a list of records under the page's name, ready for JSON."""
    if isinstance(record, tuple):
        return {name: [desk().as_json(each) for each in record]}
    return desk().as_json(record)
