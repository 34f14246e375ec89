"""`python -m bot`. Without a command the whole product runs on this machine, or beside Slack where a token is set."""

import gc
import sys
from collections.abc import Sequence

if __name__ == "__main__":
    gc.disable()  # what is imported is no garbage, and looking for some takes a tenth of the start

from sqlalchemy.exc import OperationalError, ProgrammingError

from bot import processes
from bot.logs import set_up_logs
from bot.settings import CannotStart, read_settings
from store.troubles import first_line

# Typer reads options with pydantic. Both weigh a quarter of the desk, and where there is no option they read nothing.
_WITHOUT_OPTIONS = {"socket": processes.socket, "web": processes.web, "worker": processes.worker}


def run(arguments: Sequence[str]) -> None:
    """Run a command. What keeps it from starting is said in words on standard error, and the exit code is 2."""
    try:
        match arguments:
            case [name] if start := _WITHOUT_OPTIONS.get(name):
                settings = read_settings()
                set_up_logs(settings.log_format)
                start(settings)
            case _:
                gc.enable()
                from bot.commands import cli

                cli(arguments)
    except CannotStart as why:
        _fail(str(why))
    except (OperationalError, ProgrammingError) as failure:
        _fail(f"The database cannot be used: {first_line(failure)}\nIs DATABASE_URL right?")


def _fail(why: str) -> None:
    sys.stderr.write(f"{why}\n")
    sys.exit(2)


if __name__ == "__main__":
    run(sys.argv[1:])
