"""What sort of edit a change is, in six languages."""

import pytest

from amendments.comparing import compare_words
from amendments.comparing.meaning import EditKind, kinds_of_edit
from amendments.comparing.terms import tables
from amendments.model import Change, ChangeKind

CASES = [
    ("en", "Member States shall report", "Member States should report", "weaker"),
    ("en", "Requests the Secretary-General to report", "Invites the Secretary-General to report", "weaker"),
    ("en", "instructs the Director", "encourages the Director", "weaker"),
    ("en", "resolves", "notes", "weaker"),
    ("en", "Also encourages all States to act", "Also urges all States to act", "stronger"),
    ("en", "decides to meet, and instructs the Director to pay", "decides to meet, and invites the Director to pay", "weaker"),
    ("en", "States may, on 12 May 2024, do it", "States must, on 12 May 2024, do it", "stronger"),
    ("en", "the requests of States", "the invites of States", ""),
    ("en", "to report by 31 December 2024", "to report by 30 June 2025", "dates"),
    ("en", "to report by 2024", "to report by 2025", "dates"),
    ("en", "as resolution 70/1 has it", "as resolution 77/150 has it", "references"),
    ("en", "Resolution 71 (Rev. Dubai, 2018)", "Resolution 71 (Rev. Bucharest, 2022)", "references"),
    ("en", "under Article 5 (b)", "under Article 6 (b)", "references"),
    ("en", "to Brazil and France", "to Brazil and Germany", "names"),
    ("en", "asks the General Assembly to meet", "asks the Human Rights Council to meet", "names"),
    ("en", "to give support", "to give support, as appropriate", "qualified"),
    ("en", "to give support, within existing resources, to all", "to give support to all", "unqualified"),
    ("en", "[to promote] the use", "to promote the use", "unbracketed"),
    ("en", "to promote the use", "[to promote] the use", "bracketed"),
    ("en", "the “use” – here", 'the "use" - here', "typography"),
    ("en", "States shall report", "States shall not report", "negated"),
    ("en", "some 5 per cent", "some 7.5 per cent", "numbers"),
    ("en", "its seventy-eighth session", "its seventy-ninth session", "numbers"),
    ("en", "10 000 francs", "12 000 francs", "numbers"),
    ("en", "the right to food", "the right to water", ""),
    ("en", "before 12 March 2024 we act", "since 12 March 2024 we act", ""),
    ("fr", "les États doivent présenter", "les États devraient présenter", "weaker"),
    ("fr", "charge le Secrétaire général", "invite le Secrétaire général", "weaker"),
    ("fr", "à promouvoir, le cas échéant, l’emploi", "à promouvoir l’emploi", "unqualified"),
    ("fr", "le 12 mars 2020", "le 14 mars 2020", "dates"),
    ("es", "encarga al Secretario General", "invita al Secretario General", "weaker"),
    ("es", "los Estados deberán informar", "los Estados podrán informar, según proceda", "weaker qualified"),
    ("es", "el 5 de mayo de 2024", "el 6 de mayo de 2024", "dates"),
    ("ru", "государства должны представить", "государствам следует представить", "weaker"),
    ("ru", "поручает Генеральному секретарю", "предлагает Генеральному секретарю", "weaker"),
    ("ru", "доклад от 12 марта 2020 года", "доклад от 14 марта 2020 года", "dates"),
    ("ar", "يجب على الدول أن تقدم", "ينبغي للدول أن تقدم", "weaker"),
    ("ar", "يُكَلِّف الأمين العام", "يَدعو الأمين العام", "weaker"),
    ("ar", "أن يقدم الدعم", "أن يقدم الدعم، حسب الاقتضاء", "qualified"),
    ("ar", "قراره 70/125", "قراره 77/150", "references"),
    ("zh", "责成秘书长", "请秘书长", "weaker"),
    ("zh", "成员国应报告", "成员国可报告", "weaker"),
    ("zh", "第70/1号决议", "第77/150号决议", "references"),
    ("zh", "2015年9月25日", "2016年9月25日", "dates"),
    ("zh", "提供支持", "酌情提供支持", "qualified"),
]  # fmt: skip


def kinds(before, after, language="en"):
    change = Change(ChangeKind.MODIFIED, (0,), (0,), compare_words(before, after))
    return kinds_of_edit(change, language)


@pytest.mark.parametrize(("language", "before", "after", "expected"), CASES)
def test_an_edit_tells_its_kinds(language, before, after, expected):
    assert " ".join(kinds(before, after, language)) == expected


@pytest.mark.parametrize(("language", "before", "after", "expected"), CASES)
def test_the_other_way_round_the_kinds_turn(language, before, after, expected):
    turned = {"weaker": "stronger", "qualified": "unqualified", "bracketed": "unbracketed"}
    turned |= {new: old for old, new in turned.items()}
    assert {*kinds(after, before, language)} == {turned.get(k, k) for k in expected.split()}


def test_what_was_added_or_deleted_whole_has_no_kind():
    added = Change(ChangeKind.ADDED, (), (0,), compare_words("", "States shall report by 2024"))
    assert kinds_of_edit(added) == ()


def test_an_unchanged_clause_has_no_kind():
    assert kinds("States shall report by 2024", "States shall report by 2024") == ()


def test_a_negation_in_a_sentence_added_whole_turns_nothing_round():
    before = "Welcomes the report;"
    assert (
        kinds(before, "Welcomes the report, which holds that hunger does not fall by itself;") == ()
    )


def test_a_state_is_found_however_long_the_clause():
    long = "on the use of words that say nothing at all, " * 40
    assert kinds(f"{long}by Brazil {long}", f"{long}by Kenya {long}") == (EditKind.NAMES,)


def test_kinds_stand_in_the_order_that_matters():
    found = kinds("Requests a report by 2024", "Invites a report, as appropriate, by 2025")
    assert found == (EditKind.WEAKER, EditKind.QUALIFIED, EditKind.DATES)


def test_every_language_has_every_table():
    names = {language: sorted(table) for language, table in tables().items()}
    assert sorted(names) == ["ar", "en", "es", "fr", "ru", "zh"]
    assert len({*map(tuple, names.values())}) == 1


def test_no_word_stands_on_two_steps_of_a_scale():
    for table in tables().values():
        for scale in ("modals", "verbs"):
            listed = [word for step in table[scale] for word in step]
            assert len(set(listed)) == len(listed)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("the United Kingdom of Great Britain and Southern Ireland", (EditKind.NAMES,)),
        ("the United Kingdom of Great Britain and Northern Ireland acts", ()),
    ],
)
def test_a_name_counts_where_an_edit_reaches_its_last_word(after, expected):
    assert kinds("the United Kingdom of Great Britain and Northern Ireland", after) == expected


def test_an_unknown_language_reads_as_english():
    assert kinds("States shall act", "States may act", "tlh") == (EditKind.WEAKER,)
