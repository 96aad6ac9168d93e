"""What every engine owes its reader."""

import random

import pytest
from search_records import random_query, random_record, record

from amendments.model import Op
from amendments.records import SnippetRun
from amendments.search import Criteria


def ids(index, words="", **more):
    return [hit.record.id for hit in index.search(Criteria(words=words, **more)).hits]


FINDS = [
    ("reports", ["en"]),
    ("requesting", ["en"]),
    ("developpement", ["fr"]),
    ("DÉVELOPPEMENT", ["fr"]),
    ("rapports", ["fr"]),
    ("union", ["fr"]),
    ("pais", ["es"]),
    ("informe", ["es"]),
    ("доклад", ["ru"]),
    ("учет", ["ru"]),
    ("التقرير", ["ar"]),
    ("تقرير", ["ar"]),
    ("نامية", ["ar"]),
    ("国", ["zh"]),
    ("中国", ["zh"]),
    ("展中国家请", ["zh"]),
    ("国中", []),
    ("中国*", ["zh"]),
    ("connectiv*", ["en"]),
    ("conectiv*", ["es"]),
    ('"developing countries"', ["en"]),
    ('"countries developing"', []),
    ('"develop countries"', []),
    ("report -connectivity", []),
    ("-the -les -los -развивающиеся -国", ["ar"]),
    ("connectivity OR доклад", ["en", "ru"]),
    ("countries connectivity OR report", ["en"]),
]


@pytest.mark.parametrize(("words", "found"), FINDS)
def test_words_are_found_in_every_language(index, one_in_each_language, words, found):
    index.put(one_in_each_language)
    assert sorted(ids(index, words)) == found


def test_a_word_that_was_deleted_and_never_came_back_is_found(index):
    index.put(
        [
            record("gone", text="States are invited.", deleted="an annual questionnaire"),
            record("there", text="The questionnaire stays."),
        ]
    )
    assert ids(index, "deleted:questionnaires") == ["gone"]
    assert ids(index, "deleted:questionnaire -text:questionnaire") == ["gone"]
    assert sorted(ids(index, "questionnaire")) == ["gone", "there"]
    assert ids(index, 'deleted:"annual questionnaire"') == ["gone"]
    assert ids(index, "inserted:questionnaire") == []


def test_a_snippet_shows_the_deleted_words_that_were_found(index):
    index.put([record("gone", text="States are invited.", deleted=" An annual questionnaire")])
    hit = index.search(Criteria(words="deleted:questionnaires")).hits[0]
    assert hit.snippet == (
        SnippetRun("States are invited."),
        SnippetRun(" An annual ", op=Op.DELETED),
        SnippetRun("questionnaire", is_found=True, op=Op.DELETED),
    )


def test_facets_narrow_and_are_counted_over_what_is_left(index):
    index.put(
        [
            record("1", text="roadmap", states=("BRA", "USA"), change="added", status="not agreed"),
            record("2", text="roadmap", states=("BRA",), change="modified", draft="draft-2"),
            record("3", text="report", states=("KEN",), change="added"),
        ]
    )
    found = index.search(Criteria(words="roadmap", states=frozenset({"BRA"})))
    assert found.total == 2
    assert found.facets["state"] == (("BRA", 2), ("USA", 1))
    assert found.facets["draft"] == (("draft-1", 1), ("draft-2", 1))
    assert found.facets["status"] == (("not agreed", 1),)
    assert ids(index, 'status:"not agreed"') == ["1"]
    assert ids(index, "state:bra -change:added") == ["2"]
    assert sorted(ids(index, states=frozenset({"KEN", "USA"}))) == ["1", "3"]


def test_kinds_of_edit_narrow_and_are_counted_each_once(index):
    index.put(
        [
            record("1", text="roadmap", edits=("weaker", "numbers")),
            record("2", text="roadmap", edits=("numbers",)),
            record("3", text="roadmap"),
        ]
    )
    found = index.search(Criteria(words="roadmap"))
    assert found.facets["edit"] == (("numbers", 2), ("weaker", 1))
    assert found.hits[0].record.edits == ("weaker", "numbers")
    assert ids(index, "edit:weaker") == ["1"]
    assert sorted(ids(index, "-edit:weaker")) == ["2", "3"]
    assert sorted(ids(index, edits=frozenset({"numbers"}))) == ["1", "2"]


def test_proposals_are_told_from_clauses(index):
    index.put(
        [
            record("1", text="roadmap", kind="proposal", edits=("weaker",)),
            record("2", text="roadmap", edits=("weaker",)),
            record("3", text="roadmap", kind="proposal"),
        ]
    )
    assert ids(index, "kind:proposal edit:weaker") == ["1"]
    assert sorted(ids(index, "-kind:clause")) == ["1", "3"]
    assert ids(index, kinds=frozenset({"clause"})) == ["2"]
    assert index.search(Criteria()).facets["kind"] == (("proposal", 2), ("clause", 1))


def test_days_narrow_with_both_ends_included(index):
    index.put([record(day, text="x", date=day) for day in ("2024-01-31", "2024-02-01", "")])
    assert ids(index, after="2024-02-01") == ["2024-02-01"]
    assert ids(index, before="2024-01-31") == ["2024-01-31"]
    assert len(ids(index)) == 3


def test_the_newest_stand_first_where_the_words_weigh_the_same(index):
    index.put(
        [
            record("b", text="roadmap", date="2024-01-01"),
            record("a", text="roadmap", date="2024-01-01"),
            record("later draft", text="roadmap", date="2024-01-01", draft_order=2),
            record("new", text="roadmap", date="2025-01-01"),
            record("twice", text="roadmap roadmap", date="2020-01-01"),
        ]
    )
    assert ids(index, "roadmap") == ["twice", "new", "later draft", "a", "b"]
    assert ids(index, "roadmap", order="newest") == ["new", "later draft", "a", "b", "twice"]


def test_pages_hold_every_hit_once(index):
    index.put([record(f"{n:02}", text="roadmap") for n in range(45)])
    pages = [ids(index, "roadmap", page=n) for n in (1, 2, 3, 4)]
    assert [len(page) for page in pages] == [20, 20, 5, 0]
    assert [one for page in pages for one in page] == [f"{n:02}" for n in range(45)]


def test_a_record_put_again_takes_the_place_of_the_first(index):
    index.put([record("1", text="roadmap"), record("2", text="roadmap")], mark="a")
    index.put([record("1", text="report"), record("1", text="schedule")], mark="b")
    assert ids(index, "roadmap") == ["2"]
    assert ids(index, "schedule") == ["1"]
    assert ids(index, "report") == []
    assert index.mark() == "b"


def test_a_draft_is_removed_and_its_namesake_in_another_resolution_stays(index):
    index.put([record("1", text="x"), record("2", text="x", resolution="other")], mark="a")
    index.remove(("wsis", "draft-1"))
    assert ids(index) == ["2"]
    assert index.mark() == "a"


def test_a_rebuild_holds_only_what_it_was_given(index):
    assert index.mark() == ""
    index.put([record("old", text="x")], mark="1")
    index.rebuild([record("new", text="x")], "2")
    index.put([record("newer", text="x")])
    assert sorted(ids(index)) == ["new", "newer"]
    assert index.mark() == "2"


def test_an_empty_index_finds_nothing(index):
    assert index.search(Criteria(words="roadmap OR -x")).total == 0


TYPED = ['"', "-", "OR", "OR OR x OR", '"unclosed', "state:", 'state:""', "*", "x:y:z", "-*", "()",
         'a"b"c', "http://un.org/a?b", "ﷺ", "\ud800", "É́́", "-state:-x", "a" * 900, "国" * 400,
         "deleted:*", '-"', "½ ²", "\x00", "a OR", "x " * 400]  # fmt: skip


@pytest.mark.parametrize("typed", TYPED)
def test_nothing_that_can_be_typed_is_an_error(index, one_in_each_language, typed):
    index.put([*one_in_each_language, record("odd", text="ﷺ É́́ \ud800 ½ x")])
    assert index.search(Criteria(words=typed)).total >= 0


@pytest.mark.parametrize("seed", range(6))
def test_engines_give_the_same_records_in_the_same_order(both, seed):
    chance = random.Random(seed)
    records = [random_record(chance, f"{n}") for n in range(120)]
    for index in both:
        index.put(records[:70], mark="1")
        index.put(records[50:], mark="2")
        index.remove(("wsis", "draft-3"))
        index.put(records[100:], mark="3")
    found_something = 0
    for _ in range(120):
        words = random_query(chance)
        order = chance.choice(["relevance", "newest"])
        states = frozenset(chance.sample(["BRA", "USA"], chance.choice([0, 0, 1])))
        after = chance.choice(["", "", "2024-12-01"])
        criteria = Criteria(words=words, order=order, states=states, after=after)
        memory, whoosh = (index.search(criteria) for index in both)
        assert whoosh == memory, words
        found_something += bool(memory.total)
    assert found_something > 30


def test_any_run_of_chinese_characters_is_found_exactly_where_it_stands(index):
    chance = random.Random(3)
    texts = {f"{n}": "".join(chance.choices("中国发展家", k=8)) for n in range(15)}
    index.put([record(name, "zh", text) for name, text in texts.items()])
    for _ in range(80):
        run = "".join(chance.choices("中国发展家", k=chance.randint(1, 5)))
        holding = {name for name, text in texts.items() if run in text}
        assert set(ids(index, run)) == holding, run
