"""Which State or group a code, a name or a text means."""

import pytest

from amendments.drafting.states import (
    DATA,
    all_states,
    find_states,
    is_known,
    members_on,
    register,
    rows,
    state,
)
from amendments.errors import UnknownState


def codes(text: str) -> str:
    return " ".join(mention.code for mention in find_states(text))


# Sponsor lists as United Nations documents set them, forms outside the tables among them.
SPONSORS = [
    ("France: draft resolution", "FRA"),
    ("Albania, Algeria, Andorra, Angola, Antigua and Barbuda, Argentina, Armenia, Australia, Austria: draft resolution", "ALB DZA AND AGO ATG ARG ARM AUS AUT"),
    ("Bosnia and Herzegovina, Bulgaria, Burkina Faso, Cabo Verde, Croatia and Cyprus", "BIH BGR BFA CPV HRV CYP"),
    ("Ukraine, United Kingdom of Great Britain and Northern Ireland and United States of America", "UKR GBR USA"),
    ("Trinidad and Tobago and Türkiye", "TTO TUR"),
    ("Sao Tome and Principe and Saint Kitts and Nevis and Saint Vincent and the Grenadines", "STP KNA VCT"),
    ("Netherlands (Kingdom of the), New Zealand, North Macedonia, Norway", "NLD NZL MKD NOR"),
    ("Kingdom of the Netherlands, Turkey and Bolivarian Republic of Venezuela", "NLD TUR VEN"),
    ("Bolivia (Plurinational State of), Iran (Islamic Republic of), Micronesia (Federated States of)", "BOL IRN FSM"),
    ("Venezuela (Bolivarian Republic of) and Viet Nam", "VEN VNM"),
    ("Côte d’Ivoire, Lao People’s Democratic Republic, Cote d'Ivoire, Lao People's Democratic Republic", "CIV LAO CIV LAO"),
    ("Congo, Democratic Republic of the Congo, Republic of the Congo", "COG COD COG"),
    ("Democratic People’s Republic of Korea and Republic of Korea", "PRK KOR"),
    ("Guinea, Guinea-Bissau, Equatorial Guinea, Papua New Guinea", "GIN GNB GNQ PNG"),
    ("Niger, Nigeria, Dominica, Dominican Republic, Sudan, South Sudan", "NER NGA DMA DOM SDN SSD"),
    ("Ireland, Samoa, Georgia, Jordan, Chad, Mali, Malta, Oman, Cuba", "IRL WSM GEO JOR TCD MLI MLT OMN CUB"),
    ("Austria and Australia, Slovakia and Slovenia, Mauritania and Mauritius", "AUT AUS SVK SVN MRT MUS"),
    ("Central African Republic, South Africa, Syrian Arab Republic", "CAF ZAF SYR"),
    ("Brunei Darussalam, Timor-Leste, Eswatini, Czechia, State of Palestine, Holy See", "BRN TLS SWZ CZE PSE VAT"),
    ("Egypt (on behalf of the Group of Arab States) and Cuba (on behalf of the Movement of Non-Aligned Countries)", "EGY ARB CUB NON-ALIGNED"),
    ("Uganda* (on behalf of the States Members of the United Nations that are members of the Group of 77 and China)", "UGA G77"),
    ("Jordan (Hashemite Kingdom of), Korea (Rep. of), Lao P.D.R., Dem. Rep. of the Congo", "JOR KOR LAO COD"),
    ("United Republic of Tanzania, United Arab Emirates, Republic of Moldova", "TZA ARE MDA"),
    ("The Gambia, The Bahamas, St. Lucia, St. Vincent and the Grenadines, Saint Lucia", "GMB BHS LCA VCT LCA"),
    ("GERMANY, SAUDI ARABIA, UNITED KINGDOM", "DEU SAU GBR"),
    ("Swaziland, Cape Verde, Burma, Czech Republic, Macedonia, Ivory Coast, East Timor", "SWZ CPV MMR CZE MKD CIV TLS"),
    ("United\u00a0States of\u00a0America; Sri\u00a0Lanka", "USA LKA"),
    ("the European Union and its Member States, the African Group and the Arab Group", "EU AFRICA ARB"),
    ("APT, ATU, CEPT, CITEL, RCC, GRULAC, AOSIS, CARICOM", "APT ATU CEPT CITEL RCC GRULAC AOSIS CARICOM"),
]  # fmt: skip
OTHER_LANGUAGES = [
    ("Allemagne, Brésil et l’Ukraine; la délégation d’Irlande", "DEU BRA UKR IRL"),
    ("Royaume-Uni de Grande-Bretagne et d’Irlande du Nord, Côte d’Ivoire, Pays-Bas (Royaume des)", "GBR CIV NLD"),
    ("Guinée équatoriale, Guinée-Bissau, Guinée, Papouasie-Nouvelle-Guinée", "GNQ GNB GIN PNG"),
    ("Reino Unido de Gran Bretaña e Irlanda del Norte, España, Côte d’Ivoire", "GBR ESP CIV"),
    ("República de Corea y República Popular Democrática de Corea", "KOR PRK"),
    ("Соединенное Королевство Великобритании и Северной Ирландии, Российская Федерация, Бразилия", "GBR RUS BRA"),
    ("Экваториальная Гвинея, Гвинея-Бисау, Гвинея", "GNQ GNB GIN"),
    ("巴西、中国和大不列颠及北爱尔兰联合王国", "BRA CHN GBR"),
    ("赤道几内亚、几内亚比绍、几内亚、巴布亚新几内亚", "GNQ GNB GIN PNG"),
    ("刚果、刚果民主共和国、大韩民国、朝鲜民主主义人民共和国", "COG COD KOR PRK"),
    ("البرازيل والأرجنتين والمملكة العربية السعودية", "BRA ARG SAU"),
    ("المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية", "GBR"),
    ("أنتيغوا و بربودا", "ATG"),
    ("غينيا الاستوائية وغينيا - بيساو وغينيا", "GNQ GNB GIN"),
]  # fmt: skip
WORDS = [
    ("D is the fourth letter, and B and F are others", ""),
    ("IT services for all; CAN, PER, AND, TO, IN, NO", ""),
    ("we roast a turkey on fine china", ""),
    ("Northern Ireland, American Samoa, New Jersey, Gulf of Guinea, New Mexico", ""),
    ("93 billion United States dollars or US dollars", ""),
    ("the SAMOA Pathway", ""),
    ("Mr. Michael Jordan and Ms. Georgia Lee met Dr. Chad Smith", ""),
    ("Mr. Smith (Jordan) and Mr. Silva of Brazil", "JOR BRA"),
    ("Romania and Oman, but not Romans nor Omani", "ROU OMN"),
    ("Indiana and Jordanian rivers, Malian and Nigerien plains, Chinatown", ""),
    ("The Indian Ocean and the Latin American region", ""),
    ("Taiwan, Province of China", ""),
    ("", ""),
]
DEMONYMS = [
    ("the Brazilian proposal", "BRA"),
    ("as the South African delegation said of the Swiss amendment", "ZAF CHE"),
    ("the North Korean and South Korean delegations", "KOR"),
    ("the US proposal and the UK wording", "USA GBR"),
    ("the French version and the English text", ""),
    ("a Latin American proposal and an American one", ""),
    ("the American proposal", "USA"),
    ("the Papua New Guinean amendment, the Equatorial Guinean amendment", "PNG GNQ"),
    ("Brazilian rivers", ""),
]


@pytest.mark.parametrize(("text", "expected"), SPONSORS + OTHER_LANGUAGES)
def test_sponsors_are_found_in_their_order(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words_are_no_states(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(("text", "expected"), DEMONYMS)
def test_a_demonym_names_a_state_before_what_it_says(text, expected):
    assert codes(text) == expected


def test_every_name_of_the_table_is_found_whole():
    missed = [
        (row["code"], row[column])
        for row in rows(DATA / "states.csv")
        for column in row
        if row["code"] and column not in {"code", "iso2", "itu", "also", "demonyms"}
        if codes(row[column] or row["en"]) != row["code"]
    ]
    assert missed == []


def test_a_mention_has_its_place_and_exact_words():
    text = "The  Lao People’s Democratic Republic, Côte d'Ivoire"
    lao, ivory = find_states(text)
    assert text[lao.start : lao.end] == lao.words == "Lao People’s Democratic Republic"
    assert text[ivory.start : ivory.end] == "Côte d'Ivoire"


def test_the_register_holds_all_members_and_observers():
    states = [one for one in all_states() if not one.is_group]
    assert len(states) == 193 + len({"VAT", "PSE", "COK", "NIU"})
    assert all(one.itu for one in states if one.code != "PSE")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("BRA", "BRA"), ("br", "BRA"), ("B", "BRA"), ("Brazil", "BRA"), ("brésil", "BRA"),
        ("MRT", "MRT"), ("MTN", "MRT"), ("NOR", "NOR"), ("ARS", "SAU"), ("NGR", "NER"),
        ("EUR", "CEPT"), ("PACP", "APT"), ("G77", "G77"), ("AU", "AUS"), ("Türkiye", "TUR"),
    ],
)  # fmt: skip
def test_codes_symbols_and_names_lead_to_a_state(given, code):
    assert state(given).code == code


def test_an_unknown_name_is_refused_with_the_nearest():
    assert not is_known("Brazill")
    with pytest.raises(UnknownState, match="Did you mean Brazil"):
        state("Brazill")


def test_martinique_is_not_mauritania():
    assert not is_known("Martinique")


@pytest.mark.parametrize(
    ("group", "count"),
    [("EU", 27), ("AFRICA", 54), ("ARB", 22), ("APT", 38), ("CEPT", 46), ("GRULAC", 33),
     ("G77", 134), ("AOSIS", 39)],
)  # fmt: skip
def test_groups_know_their_members(group, count):
    members = register().states[group].members
    assert len(set(members)) == len(members) == count
    assert all(not state(code).is_group for code in members)


def test_membership_has_its_dates():
    assert "GBR" in members_on("EU", "2019-06-01")
    assert "GBR" not in members_on("EU", "2020-01-31")
    assert "HRV" not in members_on("EU", "2013-06-30")
    assert len(members_on("EU", "2026-01-01")) == 27
    assert members_on("nobody", "2026-01-01") == ()
