"""What a query means, and what is said about one that was not well formed."""

import pytest

from amendments.search.query import Either, Every, Facet, Never, Phrase, Prefix, Word, parse

TREES = [
    ('"One Two"', Phrase(("one", "two"))),
    ("Développ*", Prefix("developp")),
    ("deleted:develop*", Prefix("develop", ("deleted",))),
    ("STATE:BRA", Facet("state", "BRA")),
    ('-status:"not agreed"', Never(Facet("status", "not agreed"))),
    ("state:BRA OR state:USA", Either((Facet("state", "BRA"), Facet("state", "USA")))),
    ("“one two”", Phrase(("one", "two"))),
    ("发展中", Phrase(("发", "展", "中"))),
    ("发展", Word(frozenset({"发展"}))),
    ("OR state:A OR", Facet("state", "A")),
    ("state:A AND state:B", Every((Facet("state", "A"), Facet("state", "B")))),
    ("state:", Every()),
]


@pytest.mark.parametrize(("typed", "tree"), TREES)
def test_what_is_typed_means_one_tree(typed, tree):
    assert parse(typed).value == tree


def test_a_word_is_looked_for_with_the_endings_of_every_latin_language():
    assert parse("nationales").value == Word(
        frozenset({"en:national", "fr:national", "es:national"})
    )


def test_a_word_in_two_parts_is_two_words():
    assert parse("sub-regional").value == Every((parse("sub").value, parse("regional").value))
    assert parse("annex:3").value == Every((parse("annex").value, parse("3").value))


NOTICED = [
    ('"open', "query-quote-open"),
    ("!?", "query-no-words"),
    ("x " * 50, "query-too-long"),
]


@pytest.mark.parametrize(("typed", "code"), NOTICED)
def test_what_was_guessed_is_told(typed, code):
    assert [notice.code for notice in parse(typed).notices] == [code]


def test_a_good_query_is_not_remarked_on():
    assert parse('one "two three" -four OR five').notices == ()
    assert parse("").notices == ()
