"""One small resolution in six languages: the same tree in each."""

import pytest
from drafting.in_six_languages import ASSEMBLY, HEALTH_ASSEMBLY, PLENIPOTENTIARY, SECTIONS
from drafting.papers import read

from amendments.drafting.labels import typed_label

PAPERS = {
    "en": """
The Council,
considering
a)\tthat broadband is growing in all the countries of the region;
b)\tthat the gap remains,
noting
the report of the Secretary-General,
resolves
that the group shall continue,
instructs the Secretary-General
1\tto report to the Council;
2\tto support the group,
invites Member States
to contribute to the work.
""",
    "fr": """
Le Conseil,
considérant
a)\tque le large bande se développe dans tous les pays de la région;
b)\tque l'écart demeure,
notant
le rapport du Secrétaire général,
décide
que le groupe poursuit ses travaux,
charge le Secrétaire général
1\tde faire rapport au Conseil;
2\td'appuyer le groupe,
invite les États Membres
à contribuer aux travaux.
""",
    "es": """
El Consejo,
considerando
a)\tque la banda ancha crece en todos los países de la región;
b)\tque la brecha persiste,
observando
el informe del Secretario General,
resuelve
que el grupo continúe su labor,
encarga al Secretario General
1\tque informe al Consejo;
2\tque apoye al grupo,
invita a los Estados Miembros
a que contribuyan a la labor.
""",
    "ru": """
Совет,
учитывая,
а)\tчто широкополосная связь развивается во всех странах;
б)\tчто разрыв сохраняется,
отмечая
отчет Генерального секретаря,
решает,
что группа продолжит работу,
поручает Генеральному секретарю
1\tпредставить отчет Совету;
2\tоказывать поддержку группе,
предлагает Государствам-Членам
вносить вклад в эту работу.
""",
    "ar": """
إن المجلس،
إذ يضع في اعتباره
أ )\tأن النطاق العريض ينمو في جميع البلدان؛
ب)\tأن الفجوة لا تزال قائمة،
وإذ يلاحظ
تقرير الأمين العام،
يقرر
أن يواصل الفريق عمله،
يكلف الأمين العام
1\tبأن يقدم تقريراً إلى المجلس؛
2\tبأن يدعم الفريق،
يدعو الدول الأعضاء
إلى المساهمة في هذا العمل.
""",
    "zh": """
理事会，
考虑到
a)\t宽带正在所有国家发展；
b)\t差距依然存在，
注意到
秘书长的报告，
做出决议
该工作组应继续其工作，
责成秘书长
1\t向理事会提交报告；
2\t支持该工作组，
请成员国
为这项工作做出贡献。
""",
}


def tree(draft):
    return [(str(c.kind), str(c.part), c.level) for c in draft.clauses]


@pytest.mark.parametrize("language", PAPERS)
def test_the_language_is_found(language):
    assert read(PAPERS[language]).language == language


@pytest.mark.parametrize("language", PAPERS)
def test_every_language_gives_the_same_tree(language):
    assert tree(read(PAPERS[language])) == tree(read(PAPERS["en"]))


def test_the_assembly_speaks_french_spanish_and_russian_too():
    for text in (
        "L’Assemblée générale,\nRappelant sa résolution 70/1,\n1. Décide de continuer;",
        "La Asamblea General,\nRecordando su resolución 70/1,\n1. Decide continuar;",
        "Генеральная Ассамблея,\nссылаясь на свою резолюцию 70/1,\n1. постановляет продолжать;",
    ):
        draft = read(text)
        assert [c.address for c in draft.clauses] == ["body", "PP1", "OP1"]


TREES = {
    "sections": (
        SECTIONS,
        """
        body preamble 0, clause preamble 1, clause preamble 1, clause preamble 2,
        clause preamble 2, heading operative 0, heading operative 0, clause operative 1,
        clause operative 1, clause operative 2, heading operative 0, heading operative 0,
        clause operative 1
    """,
    ),
    "assembly": (ASSEMBLY, """
        title front 0, body preamble 0, clause preamble 1, clause preamble 1, clause preamble 1,
        clause preamble 1, clause operative 1, clause operative 1, clause operative 2,
        clause operative 2, clause operative 3, clause operative 3, clause operative 1,
        clause operative 1, heading annex 0, title annex 0, clause annex 1, clause annex 1
    """),
    "plenipotentiary": (PLENIPOTENTIARY, """
        other front 0, title front 0, body preamble 0, heading preamble 0, clause preamble 1,
        clause preamble 1, heading preamble 0, clause preamble 1, heading preamble 0,
        clause preamble 1, clause preamble 1, clause preamble 2, clause preamble 2,
        heading operative 0, clause operative 1, clause operative 1, heading operative 0,
        clause operative 1, clause operative 1, heading operative 0, clause operative 1,
        heading operative 0, clause operative 1
    """),
    "health assembly": (HEALTH_ASSEMBLY, """
        body preamble 0, clause preamble 1, clause preamble 1, clause preamble 1,
        clause operative 1, clause operative 1, clause operative 2, clause operative 2,
        clause operative 1
    """),
}  # fmt: skip


@pytest.mark.parametrize("language", PAPERS)
@pytest.mark.parametrize("body", TREES)
def test_the_bodies_give_the_tree_written_down_by_hand_in_each_language(body, language):
    papers, by_hand = TREES[body]
    draft = read(papers[language])
    assert [" ".join(map(str, node)) for node in tree(draft)] == [
        node.strip() for node in by_hand.split(",")
    ]
    assert draft.language == language


def test_numbers_in_one_sign_or_in_quotes_are_labels():
    labels = [typed_label(f"{sign} text").ranks[0].path for sign in ("㈡", "⑵", "②", "⒉", "’2‘")]
    assert labels == [(2,)] * 5
    assert typed_label("’20‘s were golden") is None


def test_a_call_ends_with_those_who_are_to_help():
    draft = read("""
El Consejo,
resuelve
1 actuar;
2 ayudar,
encarga al Secretario General, en colaboración con los Directores de las Oficinas,
1 que informe.
""")
    assert draft.clauses[-1].address == (
        "encarga al Secretario General, en colaboración con los Directores de las Oficinas 1"
    )
