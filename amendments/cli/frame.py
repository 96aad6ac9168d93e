"""What every command shares: the group they belong to, their options, how they speak."""

import json
import os
from pathlib import Path
from typing import Any

import click

from amendments.model import Reading
from amendments.service import Service
from amendments.settings import Settings, from_environment

WORD_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
READING = click.Choice([str(reading) for reading in Reading])
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="amendments")
def commands() -> None:
    """Follow a resolution from first draft to adoption.

    \b
    Take drafts in, see what became of every clause, who asked for it, and what became of that:
      amendments ingest draft-1.docx draft-2.docx --resolution wsis
      amendments search roadmap
      amendments serve
    """  # noqa: D301 - click looks for the character itself


def settings() -> Settings:
    """What the environment says."""
    return from_environment(os.environ)


def service() -> Service:
    """The installation, its index brought up to date where it is not."""
    opened = Service(settings())
    if not opened.index_is_current():
        opened.rebuild_index()
    return opened


def say(words: str) -> None:
    """Words for a person, never mixed with the data."""
    click.echo(words, err=True)


def print_json(value: Any) -> None:
    """One object on one line."""
    click.echo(json.dumps(value, ensure_ascii=False))
