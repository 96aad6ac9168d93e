"""Names in the text itself: who proposes, opposes, supports and reserves, in every notation.

The expected side is written as `CODES verb “words”`, one entry for each bracket in reading
order, several verbs of one bracket joined by `;` and what stands inside another indented by `>`.
"""

import pytest

from amendments.drafting.notations import (
    Bracket,
    parse_brackets,
    proposal_line,
    read_claims,
    words_to_delete,
)


def told(bracket: Bracket, depth: int = 0) -> list[str]:
    """A bracket and those inside it as the table writes them."""
    claims = "; ".join(f"{' '.join(c.states) or '?'} {c.verb}" for c in bracket.claims)
    own = f"{'>' * depth}{claims} “{bracket.words.strip()}”"
    return [own, *(line for inner in bracket.inner for line in told(inner, depth + 1))]


def read(text: str) -> list[str]:
    return [line for bracket in parse_brackets(text) for line in told(bracket)]


BRACKETS = [
    # --- codes and a verb
    ("[US propose: shall]", ["USA propose “shall”"]),
    ("[US/JP propose: in good faith]", ["USA JPN propose “in good faith”"]),
    ("[US/JP proposes: in good faith]", ["USA JPN propose “in good faith”"]),
    ("[US / JP propose : in good faith]", ["USA JPN propose “in good faith”"]),
    ("[US, JP propose: in good faith]", ["USA JPN propose “in good faith”"]),
    ("[US and JP propose: in good faith]", ["USA JPN propose “in good faith”"]),
    ("[US & JP propose: in good faith]", ["USA JPN propose “in good faith”"]),
    ("[US-JP propose: in good faith]", ["USA JPN propose “in good faith”"]),
    ("[CL/NZ/PE/VN/BN/MY/SG/CA/MX propose: Objectives]", ["CHL NZL PER VNM BRN MYS SGP CAN MEX propose “Objectives”"]),
    ("[US/NZ/PE/CL/BN/AU/ MX/SG/CA propose: Objectives]", ["USA NZL PER CHL BRN AUS MEX SGP CAN propose “Objectives”"]),
    ("[USA/JPN propose: alpha-3 codes]", ["USA JPN propose “alpha-3 codes”"]),
    ("[US oppose: shall]", ["USA oppose “shall”"]),
    ("[US/JP opposes: shall]", ["USA JPN oppose “shall”"]),
    ("[VN object: shall]", ["VNM oppose “shall”"]),
    ("[EU suggests: as appropriate]", ["EU propose “as appropriate”"]),
    ("[CH prefers: may]", ["CHE propose “may”"]),
    # --- several verbs, in either order, comma or semicolon
    ("[NZ/CL/PE propose; US oppose: public domain]", ["NZL CHL PER propose; USA oppose “public domain”"]),
    ("[NZ/CL/PE propose, US/JP oppose: public domain]", ["NZL CHL PER propose; USA JPN oppose “public domain”"]),
    ("[US/JP oppose; NZ/CL propose: public domain]", ["USA JPN oppose; NZL CHL propose “public domain”"]),
    ("[AU/NZ oppose, US propose: term]", ["AUS NZL oppose; USA propose “term”"]),
    ("[US propose; AU support; CL oppose: term]", ["USA propose; AUS support; CHL oppose “term”"]),
    ("[US propose, supported by AU: term]", ["USA propose; AUS support “term”"]),
    ("[US propose, supported by AU and NZ, opposed by CL: term]", ["USA propose; AUS NZL support; CHL oppose “term”"]),
    ("[proposed by US, opposed by CL: term]", ["USA propose; CHL oppose “term”"]),
    ("[proposed by Brazil: term]", ["BRA propose “term”"]),
    ("[US propose; JP reserves its position: term]", ["USA propose; JPN reserve “term”"]),
    ("[US propose; JP reserve: term]", ["USA propose; JPN reserve “term”"]),
    # --- names without a verb
    ("[PE: generation,]", ["PER propose “generation,”"]),
    ("[US: shall ensure]", ["USA propose “shall ensure”"]),
    ("[US/AU: shall ensure]", ["USA AUS propose “shall ensure”"]),
    ("[Brazil: in accordance with national law]", ["BRA propose “in accordance with national law”"]),
    ("[Brazil, Argentina: in accordance with national law]", ["BRA ARG propose “in accordance with national law”"]),
    ("[EU: where applicable]", ["EU propose “where applicable”"]),
    ("[G77 and China: new and additional]", ["G77 propose “new and additional”"]),
    ("[African Group: new and additional]", ["AFRICA propose “new and additional”"]),
    ("[Arab Group: new and additional]", ["ARB propose “new and additional”"]),
    ("[RCC: new and additional]", ["RCC propose “new and additional”"]),
    ("[AOSIS: 1.5 degrees]", ["AOSIS propose “1.5 degrees”"]),
    # --- names in full
    ("[Brazil/Argentina propose: , landlocked developing countries]", ["BRA ARG propose “, landlocked developing countries”"]),
    ("[Brazil and Argentina propose: landlocked]", ["BRA ARG propose “landlocked”"]),
    ("[Germany propose; Saudi Arabia oppose: voluntary]", ["DEU propose; SAU oppose “voluntary”"]),
    ("[Bosnia and Herzegovina and Croatia propose: voluntary]", ["BIH HRV propose “voluntary”"]),
    ("[Iran (Islamic Republic of) propose: unilateral]", ["IRN propose “unilateral”"]),
    ("[Venezuela (Bolivarian Republic of), Cuba propose: unilateral]", ["VEN CUB propose “unilateral”"]),
    ("[United Kingdom of Great Britain and Northern Ireland proposes: unilateral]", ["GBR propose “unilateral”"]),
    ("[The Russian Federation proposes: unilateral]", ["RUS propose “unilateral”"]),
    ("[South Africa on behalf of the African Group proposes: debt]", ["ZAF AFRICA propose “debt”"]),
    ("[Türkiye: rivers]", ["TUR propose “rivers”"]),
    ("[Turkey proposes: rivers]", ["TUR propose “rivers”"]),
    ("[Côte d’Ivoire propose: cocoa]", ["CIV propose “cocoa”"]),
    ("[EU and its Member States propose: cocoa]", ["EU propose “cocoa”"]),
    # --- glued footnotes and mistypings
    ("[CA5/MX6 propose20: term]", ["CAN MEX propose “term”"]),
    ("[CA5/MX6 propose20; US oppose: term]", ["CAN MEX propose; USA oppose “term”"]),
    ("[US propose; AU7 oppose8: term]", ["USA propose; AUS oppose “term”"]),
    ("[BM/US propose: term]", ["USA propose “term”"]),
    ("[XX propose: term]", ["? propose “term”"]),
    ("[US propose: term", ["USA propose “term”"]),
    ("[US propose: [CA oppose: term", ["USA propose “[CA oppose: term”", ">CAN oppose “term”"]),
    ("[US/AU/MX/CLpropose: For the purposes]", ["USA AUS MEX CHL propose “For the purposes”"]),
    ("[US/SG propose; CL/MY/PE//VN/MX 15 oppose: 6. Each Party]", ["USA SGP propose; CHL MYS PER VNM MEX oppose “6. Each Party”"]),
    ("[US/NZ/MX14 propose: 5. Each Party]", ["USA NZL MEX propose “5. Each Party”"]),
    ("[G-77/China: shall]", ["G77 propose “shall”"]),
    ("[LDCs propose: shall]", ["LDC propose “shall”"]),
    ("[B: shall] [D: may]", []),
    ("[B/F propose: shall]", ["BRA FRA propose “shall”"]),
    ("[Option 2: US/JP propose: shall]", ["USA JPN propose “shall”"]),
    # --- several in one line
    ("Each Party [US propose: shall][CA propose: may] provide", ["USA propose “shall”", "CAN propose “may”"]),
    ("[VN propose: Subject to paragraph 4,] Each Party [US: shall]", ["VNM propose “Subject to paragraph 4,”", "USA propose “shall”"]),
    ("[US propose: a] / [AU propose: b] // [NZ: c]", ["USA propose “a”", "AUS propose “b”", "NZL propose “c”"]),
    # --- nested
    ("[US propose: each [CA oppose: and every] Party]", ["USA propose “each [CA oppose: and every] Party”", ">CAN oppose “and every”"]),
    (
        "[US propose: a [AU propose: b [NZ oppose: c] d] e]",
        ["USA propose “a [AU propose: b [NZ oppose: c] d] e”", ">AUS propose “b [NZ oppose: c] d”", ">>NZL oppose “c”"],
    ),
    ("[The [US propose: sole] authority]", ["USA propose “sole”"]),
    ("[[US propose: sole] [JP: main]] authority", ["USA propose “sole”", "JPN propose “main”"]),
    ("[US propose: the [national] authority]", ["USA propose “the [national] authority”"]),
    # --- alternatives
    ("[NZ/CA/SG/CL/MY propose: ALT 3. Each Party may]", ["NZL CAN SGP CHL MYS propose “ALT 3. Each Party may”"]),
    ("ALT 1: [US propose: shall]", ["USA propose “shall”"]),
    ("Alt. 3: [US/SG: shall]", ["USA SGP propose “shall”"]),
    ("Option 2: [Norway: may]", ["NOR propose “may”"]),
    ("[US propose ALT 1: shall]", ["USA propose “shall”"]),
    ("[ALT 1 (US): shall]", ["USA propose “shall”"]),
    ("[Option 2 (Norway, Chile): shall]", ["NOR CHL propose “shall”"]),
    ("[Alt 2 - US/JP propose: shall]", ["USA JPN propose “shall”"]),
    # --- deletions
    ("[Brazil: delete]", ["BRA delete “delete”"]),
    ("[Canada: delete]", ["CAN delete “delete”"]),
    ("[Brazil: delete this paragraph]", ["BRA delete “delete this paragraph”"]),
    ("[US, EU: Delete.]", ["USA EU delete “Delete.”"]),
    ("[US: delete “voluntary”]", ["USA delete “delete “voluntary””"]),
    ("[Brazil proposes to delete: voluntary]", ["BRA delete “voluntary”"]),
    ("[Brazil to delete]", ["BRA delete “”"]),
    ("[delete – Brazil]", ["BRA delete “”"]),
    # --- credits in parentheses
    ("[shall] (EU, supported by Canada)", ["EU propose; CAN support “shall”"]),
    ("[shall] (US/JP)", ["USA JPN propose “shall”"]),
    ("[shall] (Brazil)", ["BRA propose “shall”"]),
    ("[shall] (proposed by Brazil)", ["BRA propose “shall”"]),
    ("[shall] (Brazil, opposed by India)", ["BRA propose; IND oppose “shall”"]),
    ("urges all (EU, supported by Canada)", ["EU propose; CAN support “”"]),
    ("urges all (proposed by Japan)", ["JPN propose “”"]),
    ("urges all (EU, supported by Canada and Norway, opposed by India)", ["EU propose; CAN NOR support; IND oppose “”"]),
    # --- a second round of cases
    ("[Mexico proposes: shall]", ["MEX propose “shall”"]),
    ("[MEXICO: shall]", ["MEX propose “shall”"]),
    ("[USA+CAN: shall]", ["USA CAN propose “shall”"]),
    ("[EU/Norway/Switzerland: shall]", ["EU NOR CHE propose “shall”"]),
    ("[Supported by: EU; opposed by: US]", ["EU support; USA oppose “”"]),
    ("[AOSIS/LDCs propose: shall]", ["AOSIS LDC propose “shall”"]),
    ("[proposed by G77 and China: shall]", ["G77 propose “shall”"]),
    ("[Russia/Belarus/Kazakhstan propose; EU/US/UK oppose: shall]", ["RUS BLR KAZ propose; EU USA GBR oppose “shall”"]),
    ("[Proposal by Egypt: shall]", ["EGY propose “shall”"]),
    ("[Egypt’s proposal: shall]", ["EGY propose “shall”"]),
    ("[Alternative proposed by Kenya: shall]", ["KEN propose “shall”"]),
    ("[Reservation by India]", ["IND reserve “”"]),
    ("[India: reservation]", ["IND reserve “”"]),
    ("[India: reserves its position]", ["IND reserve “”"]),
    ("[EU: supports]", ["EU support “”"]),
    ("[US: oppose]", ["USA oppose “”"]),
    ("[shall (EU)] [should (US)]", ["EU propose “shall”", "USA propose “should”"]),
    ("[Option 1 – US, EU: shall]", ["USA EU propose “shall”"]),
    ("[US alt 2: shall]", ["USA propose “shall”"]),
    ("[OP5 alt – EU: shall]", ["EU propose “shall”"]),
    ("[New para by Colombia: shall]", ["COL propose “shall”"]),
    ("[US (supported by AU): shall]", ["USA propose; AUS support “shall”"]),
    ("[US, AU (oppose): shall]", ["USA AUS oppose “shall”"]),
    ("[US and EU oppose; rest propose: shall]", ["USA EU oppose “shall”"]),
    ("[Brésil propose : doit]", ["BRA propose “doit”"]),
    ("[Brasil propone: deberá]", ["BRA propose “deberá”"]),
    ("[France s’oppose: doit]", ["FRA oppose “doit”"]),
    ("[México se opone: deberá]", ["MEX oppose “deberá”"]),
    ("[Российская Федерация предлагает: следует]", ["RUS propose “следует”"]),
    ("[Бразилия возражает: следует]", ["BRA oppose “следует”"]),
    ("[巴西提议：应]", ["BRA propose “应”"]),
    ("[巴西、中国：应]", ["BRA CHN propose “应”"]),
    ("[البرازيل تقترح: ينبغي]", ["BRA propose “ينبغي”"]),
    ("[Guinea-Bissau and Guinea propose: shall]", ["GNB GIN propose “shall”"]),
    ("[Korea propose; DPRK oppose: shall]", ["KOR propose; PRK oppose “shall”"]),
    # --- a third round of cases
    ("[Uruguay and Paraguay: and the region]", ["URY PRY propose “and the region”"]),
    ("[UK/US propose: in good faith]", ["GBR USA propose “in good faith”"]),
    ("[CHN/RUS: sovereign equality]", ["CHN RUS propose “sovereign equality”"]),
    ("[CARICOM proposes: SIDS]", ["CARICOM propose “SIDS”"]),
    ("[Arab Group opposes: sexual rights]", ["ARB oppose “sexual rights”"]),
    ("[Holy See reserves on: gender]", ["VAT reserve “gender”"]),
    ("[NL/BE/LU propose; FR object: x]", ["NLD BEL LUX propose; FRA oppose “x”"]),
    ("[US/CA/AU propose; NZ oppose; JP considering: x]", ["USA CAN AUS propose; NZL oppose “x”"]),
    ("[JP propose8: x]", ["JPN propose “x”"]),
    ("[MY12/VN propose: x]", ["MYS VNM propose “x”"]),
    ("[Kenya suggests adding: and youth]", ["KEN propose “and youth”"]),
    ("[Egypt requests deletion]", ["EGY delete “”"]),
    ("[Egypt requests the deletion of this paragraph]", ["EGY delete “”"]),
    ("[Colombia: DELETE]", ["COL delete “DELETE”"]),
    ("[Fiji, on behalf of PIF: oceans]", ["FJI PIF propose “oceans”"]),
    ("[the United States: voluntary]", ["USA propose “voluntary”"]),
    ("[Singapore - propose: x]", ["SGP propose “x”"]),
    ("[EU proposal: x]", ["EU propose “x”"]),
    ("[EU text: x]", ["EU propose “x”"]),
    ("[Swiss proposal: x]", ["CHE propose “x”"]),
    ("[LMDC: equity]", ["LMDC propose “equity”"]),
    ("[EU: [AOSIS: 1.5] degrees]", ["EU propose “[AOSIS: 1.5] degrees”", ">AOSIS propose “1.5”"]),
    # --- nobody's
    ("[Party A: x]", []),
    ("[Member States: x]", []),
    ("[Developing countries: x]", []),
    ("[Target 5: x]", []),
    ("[AI: definition]", []),
    ("[HIV: prevention]", []),
    ("[UN: system]", []),
    ("[GDP: share]", []),
    ("[See EU: policy]", []),
    ("[The Chair: shall]", []),
    ("[Secretariat: check reference]", []),
    ("[Article 5: General]", []),
    ("[Note: Brazil is a Party]", []),
    ("[in the case of Brazil: 2030]", []),
    ("[NOTE 1: see below]", []),
    ("[WTO/TRIPS: see Article 7]", []),
    ("[TBD: date]", []),
    ("[A: x][B: y][C: z]", []),
    ("[1: x]", []),
    ("[ICT: definition]", []),
    ("[SDG 5: gender]", []),
    ("[shall][should][may]", []),
    ("[^2]", []),
    ("[placeholder for a decision]", []),
    ("[Option 1: no text]", []),
    ("[No text]", []),
    ("[X]40-[Y]70%", []),
    ("[Note: to be discussed]", []),
    ("[the States propose: x]", []),
    ("[to be completed by 2030: see Annex]", []),
    ("[decides: to convene]", []),
    ("[IN ACCORDANCE WITH: the Charter]", []),
    ("[http://example.org/US: x]", []),
    ("developing countries (Brazil) and others", []),
    ("Geneva (Switzerland)", []),
    ("[in consultation with Brazil]", []),
    ("[held in Brazil: 2012]", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BRACKETS, ids=[b[0][:40] for b in BRACKETS])
def test_a_bracket_says_who_and_what(text, expected):
    assert read(text) == expected


NOTES = [
    ("[Negotiators’ Note: AU supports this article ad referendum.]", [("AUS", "reserve")]),
    ("[JP reserves its position pending the outcome on term.]", [("JPN", "reserve")]),
    ("[JP/US reserve their position.]", [("JPN", "reserve"), ("USA", "reserve")]),
    ("[South Africa wishes its reservation on the original text in brackets to be recorded: shall]", [("ZAF", "reserve")]),
    ("[India reserves]", [("IND", "reserve")]),
    ("[US opposes]", [("USA", "oppose")]),
    ("[Chile supports]", [("CHL", "support")]),
    ("[Negotiators' Note: MY/BN do not object in principle subject to further consultations]", [("MYS", "reserve"), ("BRN", "reserve")]),
    ("[Negotiators' Note: SG/CL has no substantive objection to this paragraph.]", [("SGP", "support"), ("CHL", "support")]),
    ("[Negotiators' Note: AU considering drafting of this provision.]", [("AUS", "reserve")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NOTES)
def test_a_note_in_a_bracket_takes_a_position(text, expected):
    found = [(s, c.verb) for b in parse_brackets(text) for c in b.claims for s in c.states]
    assert found == expected


LINES = [
    # --- the sign first
    ("MOD ARB/79A3/1", ("MOD", "ARB/79A3/1", ["ARB"], "")),
    ("MOD\tUSA/5/1", ("MOD", "USA/5/1", ["USA"], "")),
    ("ADD  RCC/62A1/5", ("ADD", "RCC/62A1/5", ["RCC"], "")),
    ("SUP B/12/3", ("SUP", "B/12/3", ["BRA"], "")),
    ("NOC F/9/2", ("NOC", "F/9/2", ["FRA"], "")),
    ("(MOD) D/7/1", ("(MOD)", "D/7/1", ["DEU"], "")),
    ("ADD* G/14/2", ("ADD*", "G/14/2", ["GBR"], "")),
    ("SUP* G/14/1", ("SUP*", "G/14/1", ["GBR"], "")),
    ("MOD – ACP/12/1", ("MOD", "ACP/12/1", ["APT"], "")),
    ("MOD IAP/20/4", ("MOD", "IAP/20/4", ["CITEL"], "")),
    ("MOD IAP-1/20/4", ("MOD", "IAP-1/20/4", ["CITEL"], "")),
    ("MOD EUR/44/6", ("MOD", "EUR/44/6", ["CEPT"], "")),
    ("MOD ECP/44/6", ("MOD", "ECP/44/6", ["CEPT"], "")),
    ("MOD AFCP/55/2", ("MOD", "AFCP/55/2", ["ATU"], "")),
    ("MOD PACP/12/1", ("MOD", "PACP/12/1", ["APT"], "")),
    ("MOD SEN/56/1", ("MOD", "SEN/56/1", ["SEN"], "")),
    ("MOD B/ARG/12/3", ("MOD", "B/ARG/12/3", ["BRA", "ARG"], "")),
    ("MOD USA/CAN/MEX/12/3", ("MOD", "USA/CAN/MEX/12/3", ["USA", "CAN", "MEX"], "")),
    ("MOD ARS/UAE/EGY/31/2", ("MOD", "ARS/UAE/EGY/31/2", ["SAU", "ARE", "EGY"], "")),
    ("MOD KOR/63(Rev.1)/2", ("MOD", "KOR/63(Rev.1)/2", ["KOR"], "")),
    ("MOD CHN/28A24/7", ("MOD", "CHN/28A24/7", ["CHN"], "")),
    ("MOD RCC/62(Add.1)/5", ("MOD", "RCC/62(Add.1)/5", ["RCC"], "")),
    ("MOD HOL/7/1", ("MOD", "HOL/7/1", ["NLD"], "")),
    ("MOD SUI/7/1", ("MOD", "SUI/7/1", ["CHE"], "")),
    ("MOD AFS/7/1", ("MOD", "AFS/7/1", ["ZAF"], "")),
    ("MOD NGR/7/1", ("MOD", "NGR/7/1", ["NER"], "")),
    ("MOD NIG/7/1", ("MOD", "NIG/7/1", ["NGA"], "")),
    ("MOD KRE/7/1", ("MOD", "KRE/7/1", ["PRK"], "")),
    ("MOD MTN/7/1", ("MOD", "MTN/7/1", ["MRT"], "")),
    ("MOD CLN/7/1", ("MOD", "CLN/7/1", ["LKA"], "")),
    ("MOD E/7/1", ("MOD", "E/7/1", ["ESP"], "")),
    ("MOD I/7/1", ("MOD", "I/7/1", ["ITA"], "")),
    ("MOD J/7/1", ("MOD", "J/7/1", ["JPN"], "")),
    ("MOD S/7/1", ("MOD", "S/7/1", ["SWE"], "")),
    ("MOD XYZ/7/1", ("MOD", "XYZ/7/1", [], "")),
    # --- the symbol first
    ("USA/16/47 NOC", ("NOC", "USA/16/47", ["USA"], "")),
    ("ARB/14/26 MOD", ("MOD", "ARB/14/26", ["ARB"], "")),
    ("SEN/56/1 ADD", ("ADD", "SEN/56/1", ["SEN"], "")),
    ("ARB/79A3/1\tSUP", ("SUP", "ARB/79A3/1", ["ARB"], "")),
    ("G/14/1 SUP*", ("SUP*", "G/14/1", ["GBR"], "")),
    ("F/B/14/1 (MOD)", ("(MOD)", "F/B/14/1", ["FRA", "BRA"], "")),
    # --- with the thing
    ("ACP/12/01 – MOD CV 468", ("MOD", "ACP/12/01", ["APT"], "CV 468")),
    ("MOD USA/5/1 considering c)", ("MOD", "USA/5/1", ["USA"], "considering c)")),
    ("ADD SEN/56/1 DRAFT RESOLUTION [SEN-1]", ("ADD", "SEN/56/1", ["SEN"], "DRAFT RESOLUTION [SEN-1]")),
    ("MOD\u00a0ARB/79A3/1", ("MOD", "ARB/79A3/1", ["ARB"], "")),
    ("  MOD ARB/79A3/1  ", ("MOD", "ARB/79A3/1", ["ARB"], "")),
    ("MOD", ("MOD", "", [], "")),
    ("NOC", ("NOC", "", [], "")),
    ("\u200fMOD ARB/79A3/1\u200e", ("MOD", "ARB/79A3/1", ["ARB"], "")),
    ("MOD 3 PP-98", ("MOD", "", [], "3 PP-98")),
    # --- a second round of cases
    ("ADD\tEUR/16A9/3", ("ADD", "EUR/16A9/3", ["CEPT"], "")),
    ("USA/16A1/2\tADD", ("ADD", "USA/16A1/2", ["USA"], "")),
    ("MOD\tUSA/27A1/1#49979", ("MOD", "USA/27A1/1", ["USA"], "")),
    ("ADD\tEUR/44A2/1#49974", ("ADD", "EUR/44A2/1", ["CEPT"], "")),
    ("MOD CAN/15(Rev.2)/7", ("MOD", "CAN/15(Rev.2)/7", ["CAN"], "")),
    ("SUP\tAFCP/87A1A2/3", ("SUP", "AFCP/87A1A2/3", ["ATU"], "")),
    ("MOD\tB/CAN/USA/45/1", ("MOD", "B/CAN/USA/45/1", ["BRA", "CAN", "USA"], "")),
    ("NOC\tIAP/11A1/5", ("NOC", "IAP/11A1/5", ["CITEL"], "")),
    ("ADD ACP/24A3/1", ("ADD", "ACP/24A3/1", ["APT"], "")),
    ("MOD RUS/7/12", ("MOD", "RUS/7/12", ["RUS"], "")),
    ("MOD HRV/7/12", ("MOD", "HRV/7/12", ["HRV"], "")),
    ("ADD", ("ADD", "", [], "")),
    # --- a third round of cases
    ("MOD\tAUS/NZL/9/3", ("MOD", "AUS/NZL/9/3", ["AUS", "NZL"], "")),
    ("ADD USA/CAN/1A2/3 ", ("ADD", "USA/CAN/1A2/3", ["USA", "CAN"], "")),
    ("J/9/1 SUP", ("SUP", "J/9/1", ["JPN"], "")),
    ("IRN/21/5 – ADD", ("ADD", "IRN/21/5", ["IRN"], "")),
    # --- no lines of the form
    ("NOC/USA/1", None),
    ("MOD COM4/23/1", None),
    ("ADD value to the outcome", None),
    ("MOD/12/3", None),
    ("See USA/16/47", None),
    ("MODIFY the text", None),
    ("ADD the following sentence to the paragraph on the review of the Strategic Plan", None),
    ("NOC of the Union", None),
    ("Additional text", None),
    ("A/RES/70/125", None),
    ("The USA/16/47 proposal was discussed", None),
    ("SUPPORT USA/5/1", None),
    ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LINES, ids=[line[0][:40] for line in LINES])
def test_a_line_in_itu_form_says_whose_it_is(text, expected):
    line = proposal_line(text)
    found = line and (line.sign, line.symbol, list(line.states), line.thing)
    assert found == expected


def test_an_unknown_symbol_is_told_and_not_guessed():
    line = proposal_line("MOD XYZ/7/1")
    assert line is not None
    assert line.unknown == ("XYZ",)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("[XX propose: term]", ["bracket-unknown-name"]),
        ("[BM/US propose: term]", ["bracket-unknown-name"]),
        ("[US propose: term", ["bracket-unclosed"]),
        ("[US propose: term]", []),
    ],
)
def test_a_doubtful_bracket_is_told(text, codes):
    (bracket,) = parse_brackets(text)
    assert [notice.code for notice in bracket.notices] == codes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[Brazil: delete]", ""),
        ("[US: delete “voluntary”]", "voluntary"),
        ("[Brazil proposes to delete: voluntary]", "voluntary"),
        ("[Brazil: delete this paragraph]", ""),
    ],
)
def test_a_deletion_says_of_which_words(text, words):
    (bracket,) = parse_brackets(text)
    assert words_to_delete(bracket) == words


@pytest.mark.parametrize("text", ["[US propose: term]", "x [US propose: a [CA: b] c] y [z]"])
def test_a_bracket_knows_its_place(text):
    (bracket,) = parse_brackets(text)
    whole = text[bracket.start : bracket.end]
    assert whole.startswith("[US")
    assert whole.endswith(f"{bracket.words}]")
    assert text[bracket.words_start :].startswith(bracket.words)


@pytest.mark.parametrize("head", ["", "the parties", "see below", "Annex II", "2030"])
def test_a_head_without_states_claims_nothing(head):
    assert read_claims(head) == ()
