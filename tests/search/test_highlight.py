"""The part of a text that is shown, and the words that are lit in it."""

import random

import pytest
from search_records import random_query, random_record, record

from amendments.search.highlight import SNIPPET, snippet
from amendments.search.query import leaves, parse


def lit(text, typed, language="en", **more):
    shown = snippet(record("1", language, text, **more), tuple(leaves(parse(typed).value)))
    return "".join(f"[{words}]" if is_lit else words for words, is_lit in shown)


LIT = [
    ("en", "Requests a report, and Reports again", "report", "Requests a [report], and [Reports] again"),
    ("en", "A cafe\u0301 in l'Union", "cafe union", "A [cafe\u0301] in l'[Union]"),
    ("en", "digital access for all", '"digital access"', "[digital access] for all"),
    ("en", "digital and access", '"digital access" all', "digital and access"),
    ("zh", "发展中国家请求", "中国", "发展[中国]家请求"),
    ("zh", "发展中国家请求", "展中国家", "发[展中国家]请求"),
    ("ru", "учёт докладов", "учет доклад", "[учёт] [докладов]"),
    ("ar", "عن التقريرِ", "تقرير", "عن [التقريرِ]"),
    ("en", "developing developed", "dev*", "[developing] [developed]"),
    ("en", "report here", "-report here", "report [here]"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "typed", "shown"), LIT)
def test_the_words_found_are_lit_as_they_are_written(language, text, typed, shown):
    assert lit(text, typed, language) == shown


def test_a_long_text_is_cut_between_words_around_the_first_word_found():
    text = "before " * 100 + "roadmap " + "after " * 100
    shown = lit(text, "roadmap")
    assert shown.startswith("…before ")
    assert shown.endswith(" after…")
    assert "[roadmap]" in shown
    assert len(shown) <= SNIPPET + 4


def test_the_text_that_holds_most_of_the_words_is_shown():
    assert lit("a plan", "roadmap", deleted="the roadmap") == "the [roadmap]"
    assert lit("the roadmap", "roadmap", deleted="a roadmap") == "the [roadmap]"
    assert lit("", "other", deleted="gone") == "gone"
    assert lit("", "other") == ""


@pytest.mark.parametrize("seed", range(5))
def test_a_snippet_is_always_a_part_of_the_record(seed):
    chance = random.Random(seed)
    for number in range(60):
        one = random_record(chance, str(number))
        shown = snippet(one, tuple(leaves(parse(random_query(chance)).value)))
        plain = "".join(words for words, _ in shown).strip("…")
        assert any(plain in text for text in (one.text, one.inserted, one.deleted))
        assert all(words for words, _ in shown)
