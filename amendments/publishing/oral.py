"""A proposal made in the room, written down in ITU's form so that it is kept as any other."""

import io

import docx

from amendments.errors import RequestRefused
from amendments.model import Action
from amendments.publishing.undated import EPOCH, undated

SAID = {Action.ADD, Action.MOD, Action.SUP, Action.NOC}
"""What can be asked for by word of mouth; a move is a SUP and an ADD."""


def as_note(
    action: str, address: str, text: str, *, states: tuple[str, ...], reasons: str, actor: str
) -> bytes:
    """A Word file that says who asks for what, in ITU's form (PP-10 guidelines for proposals).

    Raises RequestRefused for another action, or for no text where one is needed.
    """
    if action not in SAID:
        raise RequestRefused(f"“{action}” cannot be entered. Choose {', '.join(sorted(SAID))}.")
    words = " ".join(text.split())
    if action in {Action.ADD, Action.MOD} and not words:
        raise RequestRefused("The text that is proposed is missing. Enter the whole clause.")
    document = docx.Document()
    document.core_properties.author = actor
    document.core_properties.created = document.core_properties.modified = EPOCH
    document.add_paragraph(f"Made in the room, entered by {actor}")
    document.add_paragraph(f"{action} {'/'.join(states)}/0/1")
    document.add_paragraph(f"{address}bis" if action == Action.ADD else address)
    if words and action in {Action.ADD, Action.MOD}:
        document.add_paragraph(words)
    if reasons.strip():
        document.add_paragraph(f"Reasons: {' '.join(reasons.split())}")
    out = io.BytesIO()
    document.save(out)
    return undated(out)
