"""Who speaks in a file: its cover, its header, its name, and the officer above them."""

import pytest
from negotiating import BASE, document, draft

from amendments.attributing import attribute
from amendments.attributing.speaking import in_file_name, listen, on_cover
from amendments.model import Paragraph, Run, WordDocument

COVERS = [
    ("Source: Brazil", ["BRA"]),
    ("Source:\tBrazil (Federative Republic of)", ["BRA"]),
    ("SOURCE: Japan", ["JPN"]),
    ("Source:  Arab States Administrations", ["ARB"]),
    ("Source: RCC Administrations", ["RCC"]),
    ("Source: Member States of the European Union", ["EU"]),
    ("Source: African Telecommunication Union Administrations", ["ATU"]),
    ("Contribution by Canada", ["CAN"]),
    ("Contribution by the Russian Federation", ["RUS"]),
    ("Contribution from Egypt and Jordan", ["EGY", "JOR"]),
    ("Submitted by Norway", ["NOR"]),
    ("Submitted by: Switzerland, Norway", ["CHE", "NOR"]),
    ("Presented by Chile", ["CHL"]),
    ("Proposal by the Republic of Korea", ["KOR"]),
    ("Proposals from Kenya", ["KEN"]),
    ("Origine: France", ["FRA"]),
    ("Origine : Brésil", ["BRA"]),
    ("Origen: España", ["ESP"]),
    ("Источник: Российская Федерация", ["RUS"]),
    ("来源：中国", ["CHN"]),
    ("المصدر: مصر", ["EGY"]),
    ("France: draft resolution", ["FRA"]),
    ("Albania, Brazil, Gabon and United Kingdom of Great Britain and Northern Ireland: draft resolution", ["ALB", "BRA", "GAB", "GBR"]),
    ("Uganda (on behalf of the Group of 77 and China): draft resolution", ["UGA", "G77"]),
    ("Mexico: revised draft resolution", ["MEX"]),
    ("Brazil: amendment to draft resolution A/C.2/79/L.12", ["BRA"]),
    ("United States of America: amendments", ["USA"]),
    ("Brazil", ["BRA"]),
    ("Brazil and Argentina", ["BRA", "ARG"]),
    ("Federative Republic of Brazil", ["BRA"]),
    ("Submitted by the delegation of Brazil", ["BRA"]),
    ("Contribution by: Egypt, Jordan", ["EGY", "JOR"]),
    ("Co-sponsors: Norway, Chile", ["NOR", "CHL"]),
    ("Sponsored by Kenya and Uganda", ["KEN", "UGA"]),
    ("Draft resolution submitted by Brazil", ["BRA"]),
    ("Proposed by Kenya", ["KEN"]),
    ("Delegation of Japan", ["JPN"]),
    ("Administration of China", ["CHN"]),
    ("Source: United States of America/Canada", ["USA", "CAN"]),
    ("Source: G77 and China", ["G77"]),
    ("Australia, Fiji: working paper", ["AUS", "FJI"]),
    ("Working document for the meeting in Kenya", []),
    ("Agenda item 5: Brazil", []),
    ("France, Geneva", []),
    ("Source: Islamic Republic of Iran", ["IRN"]),
    ("Source: Zimbabwe (Republic of)", ["ZWE"]),
    ("SOURCE\tKOREA (REP. OF)", ["KOR"]),
    ("Submitted by the Permanent Representative of Chile", ["CHL"]),
    ("Algeria*, Angola, Chile and Togo*: draft resolution", ["DZA", "AGO", "CHL", "TGO"]),
    ("Egypt, India, South Africa: draft decision", ["EGY", "IND", "ZAF"]),
    ("Member States of CITEL", ["CITEL"]),
    ("Common proposals of the Arab States", []),
    ("Paper by Brazil: an analysis", []),
    ("Table of contents", []),
    ("Working Party 5D (Brazil)", []),
    ("Geneva, Switzerland, 16 April 2007", []),
    ("Source: Secretariat", []),
    ("Source: Chairman of the drafting group", []),
    ("Note by the Secretary-General", []),
    ("Report of the meeting held in Brazil", []),
    ("Document C07/DT/1-E", []),
    ("The source of the Nile lies in Uganda", []),
    ("", []),
]  # fmt: skip
FILES = [
    ("brazil-1.docx", ["BRA"]),
    ("Brazil_comments.docx", ["BRA"]),
    ("BRA_draft_v2.docx", ["BRA"]),
    ("draft res (USA).docx", ["USA"]),
    ("rcc-1.docx", ["RCC"]),
    ("EU proposal.docx", ["EU"]),
    ("saudi-arabia.docx", ["SAU"]),
    ("South_Africa+Kenya.docx", ["ZAF", "KEN"]),
    ("C:\\temp\\Japan final.docx", ["JPN"]),
    ("draft-1.docx", []),
    ("S07-CL-C-0002!!MSW-E.docx", []),
    ("final_and_clean.docx", []),
    ("can-we-use-this.docx", []),
    ("document (1).docx", []),
    ("", []),
]


def page(*lines: str, header: str = "") -> WordDocument:
    return WordDocument(
        tuple(Paragraph(n, (Run(line),)) for n, line in enumerate(lines)), header=header
    )


@pytest.mark.parametrize(("line", "codes"), COVERS)
def test_a_cover_names_its_source(line, codes):
    assert list(on_cover(page("Council 2007", line, "Geneva, 16 April 2007")).states) == codes


def test_a_header_may_name_the_source():
    assert on_cover(page("x", header="Document C07/2\nSource: Brazil")).states == ("BRA",)


@pytest.mark.parametrize(("name", "codes"), FILES)
def test_a_file_name_may_hold_a_state(name, codes):
    assert list(in_file_name(name).states) == codes


def heard(*lines: str, told: tuple[str, ...] = (), filename: str = ""):
    return listen(page(*lines), told=told, filename=filename, known_authors={})


def test_the_officers_word_is_above_cover_and_name():
    speakers = heard("Source: Brazil", told=("Chile",), filename="japan.docx")
    assert speakers.of_the_file.states == ("CHL",)
    assert [notice.code for notice in speakers.doubts()] == ["cover-says-otherwise"]


def test_the_cover_is_above_the_file_name():
    assert heard("Source: Brazil", filename="brazil.docx").of_the_file.evidence[0].kind == "cover"
    assert heard("Draft", filename="brazil.docx").of_the_file.evidence[0].kind == "file-name"


def test_contradicting_evidence_leaves_the_file_unattributed():
    speakers = heard("Source: Brazil", filename="japan.docx")
    assert speakers.of_the_file.states == ()
    assert [notice.code for notice in speakers.doubts()] == ["sources-contradict"]


def test_a_clean_redraft_is_the_senders():
    lines = [*BASE[:4], BASE[4].replace("pivotal", "leading"), *BASE[5:]]
    (proposal,) = attribute(draft(BASE), document(["Source: Brazil", *lines])).proposals
    assert proposal.states == ("BRA",)
    assert [e.kind for e in proposal.evidence] == ["redraft", "cover"]


def test_a_clean_redraft_of_nobody_knows_who_is_unattributed():
    lines = [*BASE[:4], BASE[4].replace("pivotal", "leading"), *BASE[5:]]
    (proposal,) = attribute(draft(BASE), document(lines)).proposals
    assert (proposal.states, proposal.confidence) == ((), 0.0)


def test_an_unknown_author_speaks_for_the_cover_less_surely():
    lines = [
        "Source: Brazil",
        *BASE[:4],
        BASE[4].replace("pivotal", "{-NOBODY pivotal}"),
        *BASE[5:],
    ]
    (proposal,) = attribute(draft(BASE), document(lines)).proposals
    assert proposal.states == ("BRA",)
    assert 0 < proposal.confidence < 0.8


def test_an_author_of_another_state_is_told():
    lines = [*BASE[:4], BASE[4].replace("pivotal", "{-JPN pivotal}"), *BASE[5:]]
    contribution = attribute(draft(BASE), document(lines), told=("BRA",))
    assert [p.states for p in contribution.proposals] == [("JPN",)]
    assert "author-is-another" in [notice.code for notice in contribution.notices]
