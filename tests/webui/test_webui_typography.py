"""A difference of quotes, dashes and spaces is no change, and can be seen all the same."""

from dataclasses import replace

import pytest
from fake import FakeService
from sample import compared, draft_of

OLD = draft_of(("h", "heading", "", 0, "noting", 'noting "this"'), *(
    (name, "clause", f"{name})", 1, f"noting {name})", f"the {what} of States;")
    for name, what in (("a", "report"), ("b", '"role"'))
))  # fmt: skip
NEW = tuple(
    replace(c, clause=replace(c.clause, text=c.clause.text.replace(' "', " “").replace('"', "”")))
    for c in OLD
)


@pytest.fixture
def service():
    """A desk that compares two drafts of nothing but other quotation marks."""

    class Respelt(FakeService):
        def compare(self, slug, old_key, new_key):
            page = super().compare(slug, old_key, new_key)
            pairs = zip(OLD, NEW, strict=True)
            rows = (compared("unchanged", (old,), (new,)) for old, new in pairs)
            marked = (
                replace(row, edits=("typography",) * (row.change.before != row.change.after))
                for row in rows
            )
            return replace(page, rows=tuple(marked))

    return Respelt()


def test_the_fold_says_how_many_are_spelt_otherwise(reader):
    text = reader.get("/r/wsis-2025/compare/draft-1...draft-2").reply.text
    assert "<summary>3 unchanged clauses, 2 with other typography</summary>" in text
    assert "no differences" in text


def test_each_of_them_is_marked_and_shows_its_signs(reader):
    text = reader.get("/r/wsis-2025/compare/draft-1...draft-2").reply.text
    assert text.count('<span class="edit typography">typography only</span>') == 2
    assert '[added: </span>“<span class="said">]' in text
