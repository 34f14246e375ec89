"""The command line: its commands and their options."""

import json
import sys
import tempfile
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from bot import carrier_commands, processes, stock_commands
from bot.logs import set_up_logs
from bot.settings import Settings, read_settings, require


def _example(arguments: str) -> str:
    return f"Example: python -m bot {arguments}"


def _carrier_keys(settings: Settings) -> dict[str, str]:
    """The keys that the environment has for local carriers; who has none is given one that is made."""
    return {account.name: account.key for account in settings.carriers}


# Each command imports what it needs itself, for the web of one is the weight of another.
cli = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
audit = typer.Typer(help="Read the record: every change, sealed.", epilog=_example("audit verify"))
cli.add_typer(audit, name="audit")
cli.add_typer(stock_commands.pool, name="pool", epilog=_example("pool export > pool.csv"))
cli.add_typer(carrier_commands.carrier, name="carrier", epilog=_example("carrier add telnyx < key.txt"))
cli.command("import", epilog=_example("import numbers.csv --dry-run"))(stock_commands.import_)
cli.command("sample", epilog=_example("sample"))(stock_commands.sample)

PORT = 4780
Port = Annotated[int, typer.Option(help="The local workspace's port on 127.0.0.1.")]
Page = Annotated[bool, typer.Option(help="Whether to show the page.")]
Empty = Annotated[bool, typer.Option("--empty", help="Start without settings.")]
KeptDatabase = Annotated[str | None, typer.Option(help="The URL of a database to keep; without it all starts fresh.")]
RateLimits = Annotated[bool, typer.Option(help="Whether the local workspace limits calls as Slack does.")]


class LocalCarrier(StrEnum):
    """A carrier that can be run beside the local workspace; an option that repeats takes no Literal."""

    TELNYX = "telnyx"
    ACS = "acs"


Delivery = Annotated[Literal["socket", "http"], typer.Option(help="How the local workspace reaches the bot.")]
SlackLog = Annotated[
    Path | None, typer.Option(dir_okay=False, help="A file to append every payload in and out to, as JSON lines.")
]
WebPort = Annotated[int | None, typer.Option(help="The port to listen on; without it, what PORT says, or 8000.")]
Host = Annotated[str, typer.Option(help="The address to listen on.")]
PublicUrl = Annotated[str | None, typer.Option(help="Where Slack reaches `web`; without it the app uses Socket Mode.")]
Worker = Annotated[bool, typer.Option(help="Whether this process also keeps the clock and sends what is owed.")]
Carriers = Annotated[
    list[LocalCarrier] | None,
    typer.Option("--carrier", help="A carrier to run beside the local workspace, with numbers of fiction; may repeat."),
]
BackupFile = Annotated[Path, typer.Argument(help="Where to; there may be no such file yet.")]
Retry = Annotated[bool, typer.Option("--retry", help="Make all that is parked due again.")]


@cli.callback(invoke_without_command=True, epilog=_example("--database sqlite:///desk.db"))
def main(
    context: typer.Context,
    port: Port = PORT,
    page: Page = True,
    empty: Empty = False,
    delivery: Delivery = "socket",
    database: KeptDatabase = None,
    rate_limits: RateLimits = True,
    slack_log: SlackLog = None,
    carrier: Carriers = None,
) -> None:
    """Numberdesk, a phone-number desk that lives in Slack. Without a command: all of it on this machine."""
    settings = read_settings()
    set_up_logs(settings.log_format)
    if context.invoked_subcommand is not None:
        context.obj = settings
    elif settings.has_slack:
        processes.socket(settings)
    else:
        from bot import local

        local.run(
            port=port,
            page=page,
            empty=empty,
            delivery=delivery,
            database=database,
            audit_key=settings.audit_key.get_secret_value(),
            vault_key=settings.vault_key,
            rate_limits=rate_limits,
            slack_waits=settings.slack_waits,
            slack_log=slack_log,
            carriers=tuple(dict.fromkeys(carrier or ())),
            carrier_keys=_carrier_keys(settings),
        )


@cli.command(epilog=_example("workspace --port 4780 --no-page"))
def workspace(
    context: typer.Context,
    port: Port = PORT,
    page: Page = True,
    rate_limits: RateLimits = True,
    slack_log: SlackLog = None,
    carrier: Carriers = None,
) -> None:
    """Run the local workspace alone, for a bot started elsewhere."""
    import asyncio

    from bot.manifest import EVENTS, SCOPES
    from bot.workspace.server import Options, serve

    with tempfile.TemporaryDirectory(prefix="numberdesk-") as folder:
        clock = context.obj.clock_file or Path(folder) / "clock"
        options = Options(
            clock_file=clock,
            port=port,
            page=page,
            rate_limits=rate_limits,
            waits=context.obj.slack_waits,
            log_file=slack_log,
            scopes=frozenset(SCOPES),
            events=frozenset(EVENTS),
            carriers=tuple(dict.fromkeys(carrier or ())),
            carrier_keys=_carrier_keys(context.obj),
        )
        asyncio.run(serve(options))


@cli.command(epilog=_example("socket --no-worker"))
def socket(context: typer.Context, worker: Worker = True) -> None:
    """Listen to Slack over Socket Mode, and do a worker's work too."""
    processes.socket(context.obj, worker=worker)


@cli.command(epilog=_example("web --port 8080 --worker"))
def web(context: typer.Context, port: WebPort = None, host: Host = processes.HOST, worker: Worker = False) -> None:
    """Listen to Slack over HTTP."""
    processes.web(context.obj, port=port, host=host, worker=worker)


@cli.command(epilog=_example("worker"))
def worker(context: typer.Context) -> None:
    """Keep the clock and send what is owed."""
    processes.worker(context.obj)


@cli.command(epilog=_example("migrate"))
def migrate(context: typer.Context) -> None:
    """Bring the database's tables up to date."""
    from bot.startup import make_sure, wait_for
    from store import migrate as migrations
    from store.session import connect

    require(context.obj, "audit_key")
    key = context.obj.audit_key.get_secret_value().encode()
    with closing(connect(context.obj.database_url)) as database:
        wait_for(database)
        migrations.upgrade(database.engine, key, vault_key=context.obj.vault_key)
        make_sure(database, key)


@cli.command(epilog=_example("backup desk-2026-11-28.db"))
def backup(context: typer.Context, file: BackupFile) -> None:
    """Copy an SQLite database while it is in use."""
    from bot.backup import back_up

    typer.echo(back_up(context.obj.database_url, file))


@cli.command(epilog=_example("manifest --url https://desk.example.com"))
def manifest(url: PublicUrl = None) -> None:
    """Print the manifest that makes the Slack app."""
    from bot.manifest import manifest as made

    typer.echo(json.dumps(made(url), indent=2))


@cli.command(epilog=_example("outbox --retry"))
def outbox(context: typer.Context, retry: Retry = False) -> None:
    """List what is parked, and workspaces that cannot be reached."""
    from bot.clock import real_now
    from bot.startup import check_tables
    from store import outbox as owed
    from store.outbox import outages
    from store.session import connect

    with closing(connect(context.obj.database_url)) as database, database.begin() as db:
        check_tables(db)
        for outage in outages.asleep(db):
            typer.echo(f"{outage.workspace}\tasleep since {outage.since.isoformat()}\t{outage.error}")
        for debt, error in owed.parked(db):
            typer.echo(f"{debt.id}\t{debt.owing.workspace}\t{debt.owing.kind}\t{debt.owing.subject}\t{error}")
        if retry:
            typer.echo(f"{owed.retry_parked(db, real_now())} to be tried again")


@audit.command(epilog=_example("audit verify"))
def verify(context: typer.Context) -> None:
    """Name the first entry that is not as it was written, if any; then exit code 1, and 2 if the key is another."""
    from bot import keys
    from bot.startup import check_key, check_tables
    from store import audit as record
    from store.session import connect

    key = context.obj.audit_key.get_secret_value().encode() or keys.kept(context.obj.database_url)
    if not key:
        require(context.obj, "audit_key")
    with closing(connect(context.obj.database_url)) as database, database.reading() as db:
        check_tables(db)
        check_key(db, key)
        found = [record.verify(db, workspace, key) for workspace in record.workspaces(db)]
    for finding in found:
        flaw = f"entry {finding.at} is {finding.flaw}" if finding.flaw else "sound"
        typer.echo(f"{finding.workspace}\t{finding.sound} entries\t{flaw}")
    if any(finding.flaw for finding in found):
        sys.exit(1)
