"""Records for the tests of the index: short to write, and random ones in six languages."""

from dataclasses import replace

from amendments.search import SearchRecord

WORDS = {
    "en": "developing countries request connectivity the report reports Member States' digital access",
    "fr": "développement pays demande l'Union connectivité rapport rapports des États accès numérique",
    "es": "desarrollo países solicita conectividad informe informes Estados acceso digital niños",
    "ru": "развитие стран просит учёт доклад доклады Государства доступ цифровой развивающихся",
    "ar": "التنمية تقرير التقرير البلدان النامية والدول الأعضاء إلى على وصول",
    "zh": "发展 中国 国家 报告 秘书长 请 的 数字 访问 发",
}
STATES = ("BRA", "USA", "KEN", "EU")
CHANGES = ("added", "modified", "deleted", "moved", "")
EDITS = ("weaker", "numbers", "qualified")
STATUSES = ("proposed", "adopted in part", "not agreed", "")


def record(name, language="en", text="", *, inserted="", deleted="", **more):
    edits = (("kept", text), ("deleted", deleted), ("added", inserted))
    plain = SearchRecord(
        id=name, resolution="wsis", draft="draft-1", draft_order=1, clause="c1",
        address="considering a)", kind="clause", states=(), change="", status="",
        date="2024-05-06", language=language, text=text, url="/r/wsis/",
        pieces=tuple(piece for piece in edits if piece[1]) if inserted or deleted else (),
    )  # fmt: skip
    return replace(plain, **more)


def random_text(chance, language, most):
    words = WORDS[language].split() + WORDS["en"].split()[:3] + ["71/243", "2030", "Café"]
    joint = "" if language == "zh" else " "
    chosen = (chance.choice(words) for _ in range(chance.randint(0, most)))
    return joint.join(word + chance.choice(["", "", "", ",", " "]) for word in chosen)


def random_record(chance, name):
    language = chance.choice(sorted(WORDS))
    draft = chance.randint(1, 3)
    return record(
        name, language, random_text(chance, language, 30),
        resolution=chance.choice(["wsis", "roadmap"]), draft=f"draft-{draft}", draft_order=draft,
        states=tuple(chance.sample(STATES, chance.randint(0, 2))), change=chance.choice(CHANGES),
        status=chance.choice(STATUSES), date=chance.choice(["", "2024-05-06", "2025-01-02"]),
        kind=chance.choice(["clause", "proposal"]),
        inserted=random_text(chance, language, 4), deleted=random_text(chance, language, 4),
        edits=tuple(chance.sample(EDITS, chance.randint(0, 2))),
    )  # fmt: skip


def random_word(chance):
    words = WORDS[chance.choice(sorted(WORDS))].split()
    kind = chance.randint(0, 7)
    word = chance.choice(words)
    if kind == 0:
        return f'"{word} {chance.choice(words)}"'
    if kind == 1:
        return word[: chance.randint(1, 4)] + "*"
    if kind == 2:
        facets = [
            "state:bra",
            "change:added",
            "edit:Weaker",
            "kind:proposal",
            "draft:draft-2",
            'status:"not agreed"',
        ]
        return chance.choice(facets)
    if kind == 3:
        return chance.choice(["inserted:", "deleted:", "text:"]) + word
    if kind == 4:
        return word + chance.choice(words)
    return word


def random_query(chance):
    parts = []
    for _ in range(chance.randint(1, 3)):
        parts.append(chance.choice(["", "", "", "", "-"]) + random_word(chance))
        if chance.random() < 0.3:
            parts.append("OR")
    return " ".join(parts)
