"""One scribe who signs each change for all those who ask for it."""

from dataclasses import dataclass, field

from amendments.word.redlining.hands.sheets import Authors
from amendments.word.redlining.marks import Scribe
from amendments.word.revisions import LONGEST_AUTHOR

BETWEEN = "; "


@dataclass(slots=True)
class Pen:
    """Writes under the names of one or of several authors; numbers go on through all."""

    scribe: Scribe
    signed: dict[str, Authors] = field(default_factory=dict)
    """Who stands behind each name that was written."""

    def by(self, authors: Authors) -> Scribe:
        """The scribe, signing for these authors until the next call."""
        self.scribe.author = self._name(authors)
        return self.scribe

    def _name(self, authors: Authors) -> str:
        """The names joined; as many as a tracked change holds, and how many more there are."""
        shown = len(authors)
        name = BETWEEN.join(authors)
        while len(name) > LONGEST_AUTHOR and shown > 1:
            shown -= 1
            name = _cut_short(authors, shown)
        plain, count = name, 1
        while self.signed.setdefault(name, authors) != authors:
            count += 1
            name = f"{plain[: LONGEST_AUTHOR - 5]} ({count})"
        return name


def _cut_short(authors: Authors, shown: int) -> str:
    return BETWEEN.join([*authors[:shown], f"{len(authors) - shown} more"])
