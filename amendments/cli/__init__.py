"""The command line: data to standard output, words to standard error.

Exit 0 done, 1 refused with a message that ends with the cure, 2 wrong usage.
"""

import os
import sys

import click

from amendments.cli import files, history, running
from amendments.cli.frame import commands
from amendments.errors import AmendmentsError

__all__ = ["files", "history", "main", "running"]


def main() -> None:
    """Run the command; a fault of the user's is one sentence and exit code 1."""
    try:
        commands.main(standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.Abort:
        sys.exit(130)
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(2)
    except AmendmentsError as refused:
        click.echo(f"amendments: {refused}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our output has gone ("| head"): nothing is wrong.
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115
        sys.exit(0)
