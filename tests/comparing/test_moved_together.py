"""A group that moves is one move with its members."""

from drafting.papers import read

from amendments.comparing import compare, moved_together

BLOCKS = {
    "recalling": "a) the Geneva Plan of Action;\nb) the Tunis Agenda for the Information Society;",
    "noting": "a) the work of the Sectors on bridging the divide;\nb) the reports of the Director;",
    "resolves": "1 to continue its efforts in the field;\n2 to report every year to the Council.",
}


def moved(first, second):
    old, new = (
        read("The Council,\n" + "\n".join(f"{call}\n{BLOCKS[call]}" for call in order))
        for order in (first, second)
    )
    groups = moved_together(compare(old, new).changes)
    return [[old.clauses[n].text for change in group for n in change.old] for group in groups]


def test_a_heading_and_its_clauses_move_as_one():
    (group,) = moved(["recalling", "noting", "resolves"], ["noting", "recalling", "resolves"])
    assert len(group) == 3
    assert group[0] in ("recalling", "noting")


def test_where_nothing_moved_there_is_no_group():
    assert moved(["recalling", "noting"], ["recalling", "noting"]) == []


def test_two_clauses_that_crossed_are_no_group():
    old = read("The Council,\nresolves\n1 to build roads;\n2 to plant trees;\n3 to sing songs;\n")
    new = read("The Council,\nresolves\n1 to sing songs;\n2 to plant trees;\n3 to build roads;\n")
    assert moved_together(compare(old, new).changes) == ()
