"""The use cases: the one room that composes the rest."""

from amendments.service.files import read_outline, redline
from amendments.service.looking import Looking
from amendments.service.saying import Saying

__all__ = ["Service", "read_outline", "redline"]


class Service(Looking, Saying):
    """One installation, and what people do with it."""
