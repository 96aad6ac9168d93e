"""A redline that was saved as plain text is recognised by its seams."""

import pytest
from negotiating import BASE, document, draft

from amendments.attributing import attribute

SEAMS = [
    (10, "by 2030,", "by 20302035,", True),
    (10, "by 2030,", "by 2030BUSAN, 2035,", True),
    (10, "all Member", "allMember", True),
    (12, "the available budget", "the availableExisting budget", True),
    (12, "to provide the necessary", "to provide the an necessary", True),
    (13, "the next session", "the next a session", False),
    (10, "all Member States", "all interested Member States", False),
    (10, "report", "reports", False),
    (10, "by 2030", "by 2035", False),
    (10, "Council", "YouTube Council", False),
]


@pytest.mark.parametrize(("number", "old", "new", "is_flattened"), SEAMS)
def test_glued_words_are_told(number, old, new, is_flattened):
    assert old in BASE[number]
    lines = [*BASE[:number], BASE[number].replace(old, new), *BASE[number + 1 :]]
    codes = [n.code for n in attribute(draft(BASE), document(lines)).notices]
    assert ("flattened-redline" in codes) == is_flattened


def test_the_known_case_of_a_title():
    base = ["RESOLUTION 1 (GUADALAJARA, 2010)", *BASE[1:]]
    lines = ["RESOLUTION 1 (GUADALAJARA, 2010BUSAN, 2014)", *BASE[1:]]
    notices = attribute(draft(base), document(lines)).notices
    assert "flattened-redline" in [n.code for n in notices]
