"""`python -m tests.bench [NAME ...]`: one JSON line for each measure; fails where one is not within its bound."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import structlog
import typer

from tests.bench import ack, carrier, expiry, idle, importing, reserve, search, start
from tests.bench.measure import Measure
from tests.bench.scene import Scene
from tests.databases import ENGINES, open_databases


class Name(StrEnum):
    ACK = "ack"
    RESERVE = "reserve"
    EXPIRY = "expiry"
    START = "start"
    IDLE = "idle"
    IMPORT = "import"
    SEARCH = "search"
    CARRIER = "carrier"


class Engine(StrEnum):
    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


MEASURES: dict[Name, Callable[[Scene], Iterator[Measure]]] = {
    Name.ACK: ack.measures,
    Name.RESERVE: reserve.measures,
    Name.EXPIRY: expiry.measures,
    Name.START: start.measures,
    Name.IDLE: idle.measures,
    Name.IMPORT: importing.measures,
    Name.SEARCH: search.measures,
    Name.CARRIER: carrier.measures,
}


cli = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@cli.command()
def main(
    names: Annotated[list[Name] | None, typer.Argument(help="What to measure; everything if not said.")] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Less of everything: to see that it runs.")] = False,
    engine: Annotated[Engine | None, typer.Option(help="On this engine alone.")] = None,
) -> None:
    """Measure the desk against the same work written by hand, in turn, in the same run."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))  # the report is all there is to read
    all_within = True
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, open_databases(Path(folder)) as databases:
        for on in [engine] if engine else ENGINES:
            scene = Scene(engine=on, databases=databases, quick=quick)
            for name in names or Name:
                for measure in MEASURES[name](scene):
                    print(measure.line(quick=quick), flush=True)  # noqa: T201
                    all_within &= measure.is_within
    sys.exit(not all_within)


if __name__ == "__main__":
    cli()
