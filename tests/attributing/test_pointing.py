"""Which State the recorded author of a tracked change points to."""

import pytest

from amendments.attributing.pointing import point

AUTHORS = [
    # a State beside the name
    ("J. Silva (Brazil)", "BRA"),
    ("A. Tanaka (Japan)", "JPN"),
    ("M. Dupont (France)", "FRA"),
    ("Silva, J. (BRA)", "BRA"),
    ("Silva [Brazil]", "BRA"),
    ("Silva - Brazil", "BRA"),
    ("Brazil - Silva", "BRA"),
    ("Silva, Brazil", "BRA"),
    ("Silva / Brazil", "BRA"),
    ("J. Kim (Republic of Korea)", "KOR"),
    ("J. Kim (Korea (Rep. of))", "KOR"),
    ("Ahmed (United Arab Emirates)", "ARE"),
    ("Nguyễn Văn A (Viet Nam)", "VNM"),
    ("Wang (China)", "CHN"),
    ("Петров (Российская Федерация)", "RUS"),
    ("محمد (مصر)", "EGY"),
    ("王伟（中国）", "CHN"),
    ("Jordan Smith (Canada)", "CAN"),
    ("Smith (UK)", "GBR"),
    ("Smith (US)", "USA"),
    ("Smith (U.S.)", "USA"),
    # a State alone, or with an office
    ("Brazil", "BRA"),
    ("BRAZIL", "BRA"),
    ("Delegation of Brazil", "BRA"),
    ("Brazil Delegation", "BRA"),
    ("Permanent Mission of Brazil to the United Nations", "BRA"),
    ("Ministry of Communications, Kenya", "KEN"),
    ("Government of Canada", "CAN"),
    ("Administration of the United States", "USA"),
    ("United Kingdom of Great Britain and Northern Ireland", "GBR"),
    ("Bosnia and Herzegovina", "BIH"),
    ("European Union", "EU"),
    ("Brazilian delegation", "BRA"),
    ("US Delegation", "USA"),
    # codes and symbols
    ("BRA", "BRA"),
    ("USA", "USA"),
    ("UAE", "ARE"),
    ("EU", "EU"),
    ("RCC", "RCC"),
    ("CITEL", "CITEL"),
    ("USA Delegation", "USA"),
    ("B/12/3", "BRA"),
    ("ARB/79A3/1", "ARB"),
    ("USA/16/47", "USA"),
    ("BRA - Silva", "BRA"),
    ("BRA_Silva", "BRA"),
    ("Silva-BRA", "BRA"),
    # addresses
    ("j.silva@itamaraty.gov.br", "BRA"),
    ("kenji@soumu.go.jp", "JPN"),
    ("r.kumar@mea.gov.in", "IND"),
    ("jane@dcms.gov.uk", "GBR"),
    ("J. Silva <j.silva@mre.gov.br>", "BRA"),
    ("x@state.gov", None),
    ("x@gmail.com", None),
    ("x@itu.int", None),
    ("x@startup.ai", None),
    ("x@shop.co", None),
    # nobody
    ("Author", None),
    ("author", None),
    ("User", None),
    ("Microsoft Office User", None),
    ("Windows User", None),
    ("Admin", None),
    ("Administrator", None),
    ("Reviewer 2", None),
    ("ITU", None),
    ("Secretariat", None),
    ("ITU Secretariat", None),
    ("Chair", None),
    ("DR", None),
    ("", None),
    ("JS", None),
    ("BR", None),
    ("IT", None),
    ("CA", None),
    ("D", None),
    ("J. Silva", None),
    ("John Smith", None),
    ("Maria Garcia", None),
    # names that are also States'
    ("Jordan Smith", None),
    ("Chad Miller", None),
    ("Georgia Brown", None),
    ("Michael Jordan", None),
    ("Israel Cohen", None),
    ("Cuba Gooding", None),
    ("India Jones", None),
    ("Smith, Jordan", None),
    ("Jordan, Michael", None),
    ("Kenya Moore", None),
    # a code that may be a surname in capitals is left to the officer
    ("KOR Kim", None),
    ("PAN Wei", None),
    # a second round of cases
    ("Permanent Mission of the Republic of Korea", "KOR"),
    ("Japan MOFA", "JPN"),
    ("UK FCDO", "GBR"),
    ("DCMS (UK)", "GBR"),
    ("Brazil MRE", "BRA"),
    ("European Commission", "EU"),
    ("John Smith (ITU)", None),
    ("ITU-BDT", None),
    ("Brasil", "BRA"),
    ("Deutschland", "DEU"),
    ("Delegación de España", "ESP"),
    ("Délégation française", None),
    ("BRAZIL DEL 1", "BRA"),
    ("Mission of Egypt - Geneva", "EGY"),
    ("Egypt Mission Geneva", "EGY"),
    ("SILVA João (Brazil)", "BRA"),
    ("Canada/GAC", "CAN"),
    ("Kenya2", "KEN"),
    ("Guest", None),
    ("Owner", None),
    ("PC", None),
    ("HP", None),
    ("Dell", None),
    ("Lenovo", None),
    ("MSO", None),
    ("Anonymous", None),
    ("Unknown Author", None),
    ("Paris Office", None),
    ("France Gall", None),
    ("Malta User", "MLT"),
    ("a.b@minfin.gv.at", "AUT"),
    ("x@diplomatie.gouv.fr", "FRA"),
    ("x@un.org", None),
    ("IND Delegate", "IND"),
    ("IND/3", "IND"),
    # a third round of cases
    ("Kim Min-jun (ROK)", "KOR"),
    ("Müller (Germany)", "DEU"),
    ("GERMANY-BMWK", "DEU"),
    ("Delegation Germany", "DEU"),
    ("ZAF", "ZAF"),
    ("SA", None),
    ("S. Africa", None),
    ("South Africa", "ZAF"),
    ("India Delegation", "IND"),
    ("ITU/BR", None),
    ("admin@ofcom.org.uk", "GBR"),
    ("New User", None),
    ("Christian Chad", None),
    ("Ireland, John", None),
    ("Ireland", "IRL"),
    ("John (Ireland)", "IRL"),
    ("Test", None),
    ("EU Delegation", "EU"),
    ("Delegation of the European Union", "EU"),
    ("Office 365", None),
    # several
    ("Silva (Brazil and Argentina)", None),
]


@pytest.mark.parametrize(("author", "code"), AUTHORS)
def test_an_author_points_to_a_state_or_to_nobody(author, code):
    assert point(author).code == code


def test_an_author_may_point_to_several_states():
    assert point("Silva (Brazil and Argentina)").states == ("BRA", "ARG")


@pytest.mark.parametrize(
    "surer_first",
    [
        ("J. Silva (Brazil)", "B/12/3"),
        ("B/12/3", "BRA - Silva"),
        ("BRA - Silva", "j.silva@mre.gov.br"),
    ],
)
def test_plainer_evidence_is_surer(surer_first):
    one, other = map(point, surer_first)
    assert one.confidence > other.confidence > 0


def test_a_persons_word_stands_above_the_name():
    told = point("J. Silva (Brazil)", {"J. Silva (Brazil)": "Portugal"})
    assert (told.code, told.confidence) == ("PRT", 1.0)


@pytest.mark.parametrize(
    ("author", "states"),
    [
        ("Brazil and India", ("BRA", "IND")),
        ("Brazil; India", ("BRA", "IND")),
        ("Brazil, India and Japan", ("BRA", "IND", "JPN")),
        ("United States of America; Trinidad and Tobago", ("USA", "TTO")),
        ("Brésil et Inde", ("BRA", "IND")),
    ],
)
def test_a_list_of_states_speaks_for_all_of_them(author, states):
    pointer = point(author)
    assert (pointer.states, pointer.jointly, pointer.code) == (states, True, None)


@pytest.mark.parametrize("author", ["Georgia Brazil", "Brazil (India)", "Silva, Brazil and India"])
def test_several_states_that_are_no_list_speak_for_nobody(author):
    assert not point(author).jointly
