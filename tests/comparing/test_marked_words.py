"""Every edit is marked where a person would mark it."""

import pytest
from comparing.marking import marked

CASES = {
    "one word for one word": "to meet in [-January-]{+March+} 2024;",
    "a word of obligation": "Member States [-shall-]{+should+} report;",
    "a changed ending marks the word": "the [-implementing-]{+implementation+} body",
    "a day": "from 12 to [-14-]{+16+} March 2024",
    "a number with its thousands": "some [-3 000 000-]{+3 500 000+} francs",
    "a decimal number": "by [-1.5-]{+2.5+} °C",
    "a share": "[-50%-]{+60%+} of the budget",
    "a symbol": "document [-A/RES/75/176-]{+A/RES/75/177+} again",
    "a span of years": "for [-2025–2030-]{+2026–2030+} only",
    "a bis number": "Article [-1bis-]{+1ter+} applies",
    "a paragraph number": "paragraph [-3.1.2-]{+3.1.3+} applies",
    "words in brackets": "Resolution 1 (Rev. [-Dubai-]{+Bucharest+}, 2018) on it",
    "a qualification with its commas": "to promote[-, as appropriate,-] the use",
    "a list item with its mark": "to A; [-to B; -]and to C",
    "capitals are words": "the [-internet-]{+Internet+} for all",
    "a word twice": "[-that -]that that is so",
    "something at the end": "to report{+ each year+};",
    "something at the beginning": "{+Strongly +}urges all",
    "a phrase with a deletion in its middle": "to act [-now and -]for all people",
    "two edits in one line": "[-Invites-]{+Requests+} all States to report [-yearly-]{+soon+};",
    "Chinese words known are whole": "[-请-]{+邀请+}秘书长向[-理事会-]{+大会+}提交报告",
    "Chinese characters": "本[-年-]{+月+}五日举行",
    "Arabic joins nothing": "أن [-يدعو-]{+يطلب إلى+} الدول الأعضاء",
    "Arabic marks stay with their letter": "[-قَرَّرَ-]{+قَرَّرَت+} الدول",
    "Russian endings": "представить [-доклад-]{+доклады+} Совету",
    "French elisions are words": "la mise en œuvre [-d’une-]{+de l’+} Union",
    "accents are letters": "le [-cote-]{+côté+} droit",
}


def sides(notation):
    """Both texts that a marked one spells."""
    before = notation.replace("{+", "\x01").replace("+}", "\x02")
    before = before.replace("[-", "\x03").replace("-]", "\x04")
    old, new, where = "", "", "both"
    for sign in before:
        if sign in "\x01\x02\x03\x04":
            where = {"\x01": "new", "\x03": "old"}.get(sign, "both")
            continue
        old += sign if where != "new" else ""
        new += sign if where != "old" else ""
    return old, new


@pytest.mark.parametrize("notation", CASES.values(), ids=CASES.keys())
def test_an_edit_is_marked_where_a_person_would_mark_it(notation):
    assert marked(*sides(notation)) == notation


def test_brackets_are_lifted_without_what_they_held():
    assert marked("[to promote] the use", "to promote the use") == "[-[-]to promote[-]-] the use"


def test_typography_is_told_apart_sign_by_sign():
    old, new = "the “use” – here", 'the "use" - here'
    assert marked(old, new) == 'the [-“-]{+"+}use[-”-]{+"+} [-–-]{+-+} here'


def test_no_common_word_stands_stranded_between_long_edits():
    old = "to strengthen the capacity of developing countries in this regard;"
    new = "to consider the financing of regional projects by the Bureau;"
    assert "] the [" not in marked(old, new)
    assert "} of [" not in marked(old, new)


def test_a_clause_rewritten_beyond_recognition_stands_whole():
    old = "the right of people to food, water, and shelter in all places;"
    new = "a duty of States on education and health, with care at home;"
    assert marked(old, new) == f"[-{old}-]{{+{new}+}}"


def test_a_long_phrase_in_common_keeps_a_clause_recognizable():
    phrase = "summit meeting of the Global Forum on Migration and Development,"
    old = f"Noting the eighth {phrase} hosted by one country in autumn, on the rights of workers,"
    new = f"Noting the ninth {phrase} held elsewhere during spring upon other subjects entirely,"
    assert marked(old, new).startswith(f"Noting the [-eighth-]{{+ninth+}} {phrase}")


def test_what_only_shrinks_is_not_struck_and_added_again():
    old = "in all facilities and operations around the world, where appropriate and viable"
    new = "in and operations around and viable"
    assert "{+" not in marked(old, new)


def test_a_marking_is_the_same_the_other_way_round():
    for notation in CASES.values():
        old, new = sides(notation)
        there = marked(old, new).replace("{+", "<").replace("+}", ">")
        struck, added = there.count("[-"), there.count("<")
        back = marked(new, old)
        assert (back.count("{+"), back.count("[-")) == (struck, added)
