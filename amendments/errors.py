"""What this package raises on purpose: one tree, and every message ends with the cure."""


class AmendmentsError(Exception):
    """The root of what this package raises on purpose."""


class DraftRefused(AmendmentsError):
    """The file is not a draft we can read; the message says what to do."""


class RequestRefused(AmendmentsError):
    """What was asked for cannot be done as asked; the message says how it can."""


class NotFound(RequestRefused):
    """What was asked for is not here."""


class UnknownState(RequestRefused):
    """A State or group that the register does not know."""


class RedlineNotProven(AmendmentsError):
    """A redline whose two readings are not the two texts: it is never handed out."""


class IndexBehind(AmendmentsError):
    """The search index does not hold what the store holds."""

    def __str__(self) -> str:
        return "The search index is older than the drafts. Run: amendments index rebuild"


class SettingsRefused(AmendmentsError):
    """One or more settings are wrong; the message lists them all."""
