"""The command line: stock comes in and goes out."""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, Literal

import typer

if TYPE_CHECKING:
    from handlers.kit.table_stream import LongTable
    from handlers.stock import Job, RefusedLine, Tally

pool = typer.Typer(help="Take numbers out of the pool, or export it.")

_FROM_HERE = "-"
_USUAL = "US"  # where numbers are that do not say their country, if nobody does
_TOLD = 1_000  # lines of each reason

File = Annotated[str, typer.Argument(help="A CSV file with the numbers; - for standard input.")]
DatabaseUrl = Annotated[str | None, typer.Option(help="The database's URL; without it, what DATABASE_URL says.")]
Strict = Annotated[bool, typer.Option("--strict", help="End with exit code 1 where a line or column was refused.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would come of it, and change nothing.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask whether the file was understood.")]
As = Annotated[
    Literal["free", "acquired"], typer.Option("--as", help="Free numbers for the pool, or those in service already.")
]
Country = Annotated[
    str | None, typer.Option(help="Where numbers are that do not say their country's code (ISO 3166); else in the US.")
]
Owner = Annotated[str | None, typer.Option("--workspace", help="The workspace of numbers in service that name none.")]


def import_(
    context: typer.Context,
    file: File,
    strict: Strict = False,
    dry_run: DryRun = False,
    yes: Yes = False,
    as_: As = "free",
    country: Country = None,
    workspace: Owner = None,
    database: DatabaseUrl = None,
) -> None:
    """Bring numbers in from a CSV file.

    Its columns are number (or e164), country, region, city, kind, note, workspace; only the first is needed. Good lines
    are taken; of the others is told which they are and why.
    """
    from bot.operator import operating
    from bot.parallel import in_turn
    from handlers.stock import IN_SERVICE_COLUMNS, POOL_COLUMNS, Job, Tally, bring_in
    from store.types import WorkspaceId

    in_service = as_ == "acquired"
    with _table(file, country, IN_SERVICE_COLUMNS if in_service else POOL_COLUMNS) as (table, size):
        tally = Tally(on_refused=_teller())
        _show_understood(table, tally)
        with operating(context.obj, database) as (tools, by):
            if not dry_run and not yes:
                _ask(file)
            job = Job(
                tools=tools,
                by=by,
                source="standard input" if file == _FROM_HERE else Path(file).name,
                owner=WorkspaceId(workspace) if workspace else None,
                in_service=in_service,
                dry=dry_run,
            )
            with _progress(table, size):
                bring_in(job, table, tally, in_turn(size))
            _report(job, tally, "would come in" if dry_run else "came in")
            if in_service and not dry_run:
                _tell_quota(job)
    if strict and tally.refused:
        sys.exit(1)


@pool.command(epilog="Example: python -m bot pool remove old.csv --yes")
def remove(
    context: typer.Context,
    file: File,
    strict: Strict = False,
    yes: Yes = False,
    country: Country = None,
    database: DatabaseUrl = None,
) -> None:
    """Take numbers that nobody uses out of the pool; those in use are named and left."""
    from bot.operator import operating
    from handlers.stock import Job, Tally, take_out

    with _table(file, country, ()) as (table, size):
        tally = Tally(on_refused=_teller())
        _show_understood(table, Tally())
        with operating(context.obj, database) as (tools, by):
            if not yes:
                _ask(file)
            job = Job(tools=tools, by=by, source="standard input" if file == _FROM_HERE else Path(file).name)
            with _progress(table, size):
                take_out(job, table, tally)
            _report(job, tally, "removed")
    if strict and tally.refused:
        sys.exit(1)


@pool.command(epilog="Example: python -m bot pool export > pool.csv")
def export(context: typer.Context, database: DatabaseUrl = None) -> None:
    """Write all that is in the pool to standard output, as the CSV that import reads."""
    from bot.operator import operating
    from handlers.stock import Job, write

    with operating(context.obj, database) as (tools, by):
        write(Job(tools=tools, by=by, source=""), sys.stdout)


def sample(context: typer.Context, database: DatabaseUrl = None) -> None:
    """Put the sample stock of fiction into the pool."""
    from itertools import islice

    from bot.operator import operating
    from handlers.stock import Job, add_sample
    from store.stock import sample_stock, sample_stock_size

    typer.echo(
        f"The sample stock: {sample_stock_size():,} numbers of ranges that regulators have set aside for fiction."
        " Nobody can be reached under them: they are for trying the desk out, not for an organisation that works."
    )
    with operating(context.obj, database) as (tools, by):
        job, numbers, done = Job(tools=tools, by=by, source="the sample stock"), sample_stock(), 0
        while part := list(islice(numbers, 5_000)):
            done += add_sample(job, part)
    typer.echo(f"{done:,} came in; {sample_stock_size() - done:,} were there already.")


@contextmanager
def _table(file: str, country: str | None, reads: "tuple[object, ...]") -> "Iterator[tuple[LongTable, int]]":
    """The table in a file, and how many bytes that has. A file that is none ends the command, with the reason."""
    from handlers.kit.file_faults import UnreadFile, in_words
    from handlers.kit.messages import for_terminal
    from handlers.kit.table_stream import open_table

    name = "standard input" if file == _FROM_HERE else Path(file).name
    try:
        with _opened(file) as content:
            home = (country or _USUAL).upper()
            table = open_table(content, home, reads, said_country=country is not None)  # type: ignore[arg-type] # a room's
            if table is None:
                raise typer.BadParameter(f"{name} has no numbers in it")
            yield table, content.seek(0, 2)
    except UnreadFile as unread:
        said = in_words("en", unread.unused.kept(), file=name, most=0)
        raise typer.BadParameter(for_terminal(said)) from None
    except OSError as failure:
        raise typer.BadParameter(f"{file}: {failure.strerror}") from None


@contextmanager
def _opened(file: str) -> Iterator[BinaryIO]:
    if file != _FROM_HERE:
        with Path(file).open("rb") as content:
            yield content
        return
    with tempfile.TemporaryFile() as content:  # on disk, so that it can be read twice and takes no memory
        shutil.copyfileobj(sys.stdin.buffer, content)
        yield content


def _show_understood(table: "LongTable", tally: "Tally") -> None:
    from handlers.kit.headings import named
    from handlers.kit.messages import for_terminal
    from handlers.kit.understood import in_words
    from handlers.stock import IN_SERVICE_COLUMNS, LineFault, RefusedLine

    typer.echo(for_terminal(in_words("en", table.understood.kept())), err=True)
    for column in map(str, table.understood.columns_unread):
        why = LineFault.COLUMN_IN_SERVICE if named(column) in IN_SERVICE_COLUMNS else LineFault.COLUMN
        tally.refuse(RefusedLine(line=0, said="", why=why, detail=column))


def _ask(file: str) -> None:
    if file == _FROM_HERE:
        raise typer.BadParameter("standard input is the file, so nothing can be asked: say --yes, or --dry-run to look")
    typer.confirm("Is that right?", abort=True, err=True)


def _teller() -> "Callable[[RefusedLine], None]":
    """What prints refused lines: of each reason the first, for there may be millions."""
    from collections import Counter

    from handlers.kit.messages import for_terminal
    from handlers.stock import line_in_words

    told: Counter[str] = Counter()

    def tell(line: "RefusedLine") -> None:
        told[line.why] += 1
        if told[line.why] <= _TOLD:
            typer.echo(for_terminal(line_in_words("en", line)))

    return tell


@contextmanager
def _progress(table: "LongTable", size: int) -> Iterator[None]:
    """Show how far the file is read, on a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from threading import Event, Thread

    from rich.console import Console
    from rich.progress import Progress

    done = Event()
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=size)

        def watch() -> None:
            while not done.wait(0.2):
                bar.update(task, completed=table.position())

        watching = Thread(target=watch, daemon=True)
        watching.start()
        try:
            yield
        finally:
            done.set()
            watching.join()


def _report(job: "Job", tally: "Tally", what: str) -> None:
    from handlers.kit.messages import for_terminal
    from handlers.stock import strangers_told, summary

    there = f"{tally.there:,} there already, " if tally.there else ""
    typer.echo(f"{job.source}: {tally.done:,} {what}, {there}{sum(tally.refused.values()):,} refused")
    for line in summary("en", tally):
        typer.echo(f"  {for_terminal(line)}")
    for line in strangers_told("en", tally):
        typer.echo(for_terminal(line))


def _tell_quota(job: "Job") -> None:
    from handlers.kit.messages import for_terminal
    from handlers.stock import quota_told

    for line in quota_told(job):
        typer.echo(for_terminal(line))
