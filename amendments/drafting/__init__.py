"""The practice of the bodies: `read_draft` turns the paragraphs of a Word file into clauses."""

from amendments.drafting.structure import read_draft

__all__ = ["read_draft"]
