"""The part of a text that is shown, and the words that are lit in it."""

import random
from dataclasses import replace
from itertools import groupby

import pytest
from search_records import random_query, random_record, record

from amendments.search.highlight import SNIPPET, snippet
from amendments.search.query import leaves, parse


def lit(text, typed, language="en", **more):
    shown = snippet(record("1", language, text, **more), tuple(leaves(parse(typed).value)))
    return "".join(f"[{run.text}]" if run.is_found else run.text for run in shown)


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


EDITS = (
    ("kept", "Requests a "),
    ("deleted", "yearly report"),
    ("added", "plan of work"),
    ("kept", " for all reports"),
)
FOUND = [
    ("report", "Requests a {-yearly [report]-}{+plan of work+} for all [reports]"),
    ("deleted:report", "Requests a {-yearly [report]-}{+plan of work+} for all reports"),
    ("text:report", "Requests a {-yearly report-}{+plan of work+} for all [reports]"),
    ("inserted:plan", "Requests a {-yearly report-}{+[plan] of work+} for all reports"),
    ('"requests a plan"', "[Requests a ]{-yearly report-}{+[plan] of work+} for all reports"),
    ('"yearly report"', "Requests a {-[yearly report]-}{+plan of work+} for all reports"),
]


@pytest.mark.parametrize(("typed", "wanted"), FOUND)
def test_words_are_shown_with_the_edits_among_them(typed, wanted):
    one = record("1", text="Requests a plan of work for all reports")
    found = snippet(replace(one, pieces=EDITS), tuple(leaves(parse(typed).value)))
    signs = {"kept": "", "deleted": "-", "added": "+"}
    shown = ""
    for op, runs in groupby(found, key=lambda run: run.op):
        words = "".join(f"[{run.text}]" if run.is_found else run.text for run in runs)
        shown += f"{{{signs[op]}{words}{signs[op]}}}" if signs[op] else words
    assert shown == wanted


def test_a_record_without_words_shows_none():
    assert lit("", "other") == ""


@pytest.mark.parametrize("seed", range(5))
def test_a_snippet_is_always_a_part_of_the_record(seed):
    chance = random.Random(seed)
    for number in range(60):
        one = random_record(chance, str(number))
        shown = snippet(one, tuple(leaves(parse(random_query(chance)).value)))
        whole = "".join(words for _, words in one.pieces) or one.text
        assert "".join(run.text for run in shown).strip("…") in whole
        assert all(run.text for run in shown)
