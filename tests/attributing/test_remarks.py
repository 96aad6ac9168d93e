"""Where States stand, as comments and notes say."""

from dataclasses import replace

import pytest
from negotiating import BASE, document, draft

from amendments.attributing import attribute
from amendments.attributing.remarks import read_remark
from amendments.attributing.speaking import Speakers
from amendments.model import Comment, Paragraph, Position, Run, WordDocument

REMARKS = [
    ("Brazil: reserves its position", "BRA", "reserve"),
    ("BRA: reserve", "BRA", "reserve"),
    ("Brazil reserves its position on this paragraph.", "BRA", "reserve"),
    ("Brazil and Argentina reserve their position", "BRA ARG", "reserve"),
    ("JP reserves its position pending the outcome on term", "JPN", "reserve"),
    ("AU supports this article ad referendum", "AUS", "reserve"),
    ("Canada: scrutiny reservation", "CAN", "reserve"),
    ("Canada enters a scrutiny reservation", "CAN", "reserve"),
    ("Norway is still considering this text", "NOR", "reserve"),
    ("India: we cannot accept this wording", "IND", "oppose"),
    ("India cannot support this", "IND", "oppose"),
    ("India – cannot agree to “shall”", "IND", "oppose"),
    ("Egypt objects to the deletion", "EGY", "oppose"),
    ("Egypt does not agree", "EGY", "oppose"),
    ("US: not acceptable", "USA", "oppose"),
    ("Saudi Arabia opposes", "SAU", "oppose"),
    ("Russian Federation is not in a position to agree", "RUS", "oppose"),
    ("EU: supports Canada", "EU", "support"),
    ("Chile supports the proposal of Mexico", "CHL", "support"),
    ("Kenya can accept this", "KEN", "support"),
    ("Kenya: agree", "KEN", "support"),
    ("African Group: co-sponsors", "AFRICA", "support"),
    ("The Arab Group welcomes this addition", "ARB", "support"),
    ("Fiji would like to co-sponsor", "FJI", "support"),
    ("Negotiators’ Note: AU supports this article ad referendum.", "AUS", "reserve"),
    ("Malaysia does not object", "MYS", "support"),
    ("Singapore has no objection", "SGP", "support"),
    ("EU - reservation", "EU", "reserve"),
    ("[Brazil] Reserve", "BRA", "reserve"),
    ("Cuba, Nicaragua: disassociate from this paragraph", "CUB NIC", "oppose"),
    ("Brazil (also on behalf of Argentina): supports", "BRA ARG", "support"),
    ("Kenya would prefer “should”", "", ""),
    ("Brazil: +1", "", ""),
    ("UK: happy with this", "", ""),
    ("US cannot join consensus", "USA", "oppose"),
    ("Iran: strong reservation", "IRN", "reserve"),
    ("Japan: placing a reserve", "JPN", "reserve"),
    ("Check with Brazil: reserve?", "", ""),
    ("Poland: we support this", "POL", "support"),
    ("Sweden: reserve, awaiting instructions", "SWE", "reserve"),
    ("Nepal – could accept with the addition", "", ""),
    ("Mexico opposes para 5", "MEX", "oppose"),
    ("All delegations agree", "", ""),
    ("China: maintain original text", "", ""),
    ("Norway: does not support the deletion", "NOR", "oppose"),
    ("Turkey: not in favour", "TUR", "oppose"),
    ("Peru and Chile co-sponsor", "PER CHL", "support"),
    ("Please check the reference", "", ""),
    ("See Resolution 140 of Brazil", "", ""),
    ("Agreed in the plenary", "", ""),
    ("This supports developing countries such as Brazil", "", ""),
    ("Brazil: new text proposed on 3 May", "", ""),
    ("Support from Brazil would be good", "", ""),
]  # fmt: skip


def remark(text: str, author: str = "Microsoft Office User"):
    return read_remark(Comment(author, "", text, ""), Speakers())


@pytest.mark.parametrize(("text", "codes", "position"), REMARKS)
def test_a_comment_takes_a_position(text, codes, position):
    found = remark(text)
    assert (" ".join(found.states), found.verb) == (codes, position) if found else not codes


def test_a_comment_without_a_name_is_its_authors():
    found = remark("We reserve our position.", "J. Silva (Brazil)")
    assert found is not None
    assert (found.states, found.verb) == (("BRA",), "reserve")


def commented(lines: list[str], number: int, text: str, anchor: str) -> WordDocument:
    read = document(lines)
    comment = Comment("Microsoft Office User", "", text, anchor)
    held = list(read.paragraphs)
    held[number] = replace(held[number], comments=(comment,))
    return replace(read, paragraphs=tuple(held))


AMENDED = [*BASE[:10], BASE[10].replace("2030", "{-BRA 2030}{+BRA 2035}"), *BASE[11:]]


def test_a_comment_takes_its_position_on_the_proposal_it_stands_at():
    file = commented(AMENDED, 10, "India: cannot accept this date", "2035")
    (brazil,) = attribute(draft(BASE), file).proposals
    assert brazil.positions == (Position(("IND",), "oppose"),)
    assert brazil.evidence[-1].kind == "comment"


def test_a_comment_on_a_clause_without_proposals_is_told():
    contribution = attribute(draft(BASE), commented(AMENDED, 4, "India: reserves", "pivotal"))
    assert contribution.proposals[0].positions == ()
    (notice,) = [n for n in contribution.notices if n.code == "position-on-the-text"]
    assert notice.where == "considering a)"


def test_a_footnoted_reservation_is_told():
    read = document(AMENDED)
    words = "[South Africa wishes its reservation on the original text to be recorded: by 2030]"
    note = Paragraph(len(read.paragraphs), (Run(words),), story="footnote")
    contribution = attribute(draft(BASE), replace(read, paragraphs=(*read.paragraphs, note)))
    (notice,) = [n for n in contribution.notices if n.code == "position-on-the-text"]
    assert notice.detail.startswith("ZAF (reserve)")
    assert len(contribution.proposals) == 1
