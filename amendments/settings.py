"""What an installation can be told, read once from the environment."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from amendments.errors import SettingsRefused

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting of one installation; each is the environment variable AMENDMENTS_<NAME>."""

    home: Path = Path("instance")
    """The folder that holds everything: database, index, files."""
    max_file_bytes: int = 20 * MEBIBYTE
    """The largest Word file taken in. The largest of 456 real drafts we met has 3 MB."""
    read_memory_bytes: int = 1024 * MEBIBYTE
    """What the child process that reads a Word file may use."""
    read_seconds: int = 60
    """How long the child process that reads a Word file may take."""
    database_url: str = ""
    """An SQLAlchemy URL; "" is the SQLite file in the home folder."""

    @property
    def url(self) -> str:
        """Where the database is."""
        return self.database_url or f"sqlite:///{self.home.resolve() / 'amendments.db'}"

    @property
    def index_folder(self) -> Path:
        """Where the search index is; it can be thrown away at any time."""
        return self.home / "index"


def from_environment(environment: Mapping[str, str]) -> Settings:
    """The settings; raises SettingsRefused with every fault at once."""
    values: dict[str, str | int | Path] = {}
    faults: list[str] = []
    known = {f"AMENDMENTS_{field.name.upper()}": field for field in fields(Settings)}
    for name, words in environment.items():
        if not name.startswith("AMENDMENTS_"):
            continue
        field = known.get(name)
        if field is None:
            faults.append(f"{name} is no setting; the settings are {', '.join(sorted(known))}.")
        elif field.type is Path:
            values[field.name] = Path(words)
        elif field.type is int:
            if words.isdecimal() and int(words) > 0:
                values[field.name] = int(words)
            else:
                faults.append(f"{name} is {words!r}; give a whole number above 0.")
        else:
            values[field.name] = words
    if faults:
        raise SettingsRefused(" ".join(faults))
    return Settings(**values)  # type: ignore[arg-type]
