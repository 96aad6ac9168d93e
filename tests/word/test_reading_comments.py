"""Comments: answers, anchors that overlap or are deleted, and what nothing refers to."""

from building import BY, NAMES, dele, docx, ins, p, part, r

from amendments.word import read


def comment(number: int, text: str, author: str = "Kenya") -> str:
    inside = f'<w:p w14:paraId="0000000{number}">{r(text)}</w:p>'
    return f'<w:comment w:id="{number}" w:author="{author}">{inside}</w:comment>'


def answers(**parents: int) -> str:
    """A part that says which comment answers which: `c2=1` for the second and the first."""
    entries = "".join(
        f'<w15:commentEx w15:paraId="0000000{child[1:]}" w15:paraIdParent="0000000{parent}"/>'
        for child, parent in parents.items()
    )
    return f"<w15:commentsEx {NAMES}>{entries}</w15:commentsEx>"


def start(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/>{sign(number)}'


def sign(number: int) -> str:
    return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def found(*paragraphs: str, count: int, **parts: str):
    comments = part("comments", "".join(comment(n, f"c{n}") for n in range(1, count + 1)))
    document = read(docx(*paragraphs, comments=comments, **parts))
    return document, [(c.id, c.anchor) for x in document.paragraphs for c in x.comments]


def test_comments_that_overlap_have_their_own_words():
    body = p(start(1) + r("a ") + start(2) + r("b ") + end(1) + r("c") + end(2))
    assert found(body, count=2)[1] == [("1", "a b"), ("2", "b c")]


def test_a_comment_over_paragraphs_stands_where_it_begins():
    blocks = p(start(1) + r("a")), p("b"), p(r("c") + end(1) + r("d"))
    document, comments = found(*blocks, count=1)
    assert comments == [("1", "a\nb\nc")]
    assert [len(x.comments) for x in document.paragraphs] == [1, 0, 0]


def test_a_comment_on_tracked_words_has_the_deleted_and_the_inserted_ones():
    assert found(p(start(1) + dele("old") + ins("new") + end(1)), count=1)[1] == [("1", "oldnew")]


def test_a_comment_whose_sign_was_deleted_is_read():
    gone = f"<w:del {BY}>{sign(1)}</w:del>"
    assert found(p(start(1) + dele("old") + '<w:commentRangeEnd w:id="1"/>' + gone), count=1)[
        1
    ] == [("1", "old")]


def test_an_answer_without_words_of_its_own_stands_on_those_it_answers():
    body = p(start(1) + r("these") + end(1) + sign(2) + r(" not these"))
    extended = answers(c2=1)
    assert found(body, count=2, commentsExtended=extended)[1] == [("1", "these"), ("2", "these")]


def test_answers_to_answers_are_read_with_the_comment():
    body = p(start(1) + r("these") + end(1))
    document, comments = found(body, count=3, commentsExtended=answers(c3=2, c2=1))
    assert comments == [("1", "these"), ("2", "these"), ("3", "these")]
    assert [c.replies_to for c in document.paragraphs[0].comments] == ["", "1", "2"]
    assert document.notices == ()


def test_an_answer_with_a_place_of_its_own_is_read_there_only():
    blocks = p(start(1) + r("these") + end(1)), p(r("those") + sign(2))
    extended = answers(c2=1, c3=2)
    document, comments = found(*blocks, count=3, commentsExtended=extended)
    assert comments == [("1", "these"), ("2", "these"), ("3", "these")]
    assert [len(x.comments) for x in document.paragraphs] == [1, 2]


def test_comments_that_answer_each_other_are_read_once():
    body = p(start(1) + r("these") + end(1))
    extended = answers(c1=2, c2=1)
    assert found(body, count=2, commentsExtended=extended)[1] == [("1", "these"), ("2", "these")]


def test_a_comment_that_nothing_refers_to_is_told_with_its_words():
    document, comments = found(p(start(1) + r("a") + end(1)), count=2)
    assert comments == [("1", "a")]
    assert [(n.code, n.where) for n in document.notices] == [("comment-unread", "comment 2")]
    assert "c2" in document.notices[0].detail
    assert "Kenya" in document.notices[0].detail
