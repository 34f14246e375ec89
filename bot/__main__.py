"""The commands. Without one, the whole product runs on this machine, or beside Slack where a token is set."""

import json
import signal
import sys
import tempfile
from pathlib import Path
from threading import Event
from typing import Annotated, Literal

import typer
from sqlalchemy.exc import OperationalError, ProgrammingError

from bot.logs import set_up_logs
from bot.settings import BadSettings, Settings, read_settings, require

# Each command imports what it needs itself, for the web of one is the weight of another.
cli = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
audit = typer.Typer(help="The record: every change, sealed.")
cli.add_typer(audit, name="audit")

PORT = 4780
Port = Annotated[int, typer.Option(help="The local workspace's port on 127.0.0.1.")]
Page = Annotated[bool, typer.Option(help="Whether to show the page.")]
Empty = Annotated[bool, typer.Option("--empty", help="Start without the sample workspace's settings.")]
KeptDatabase = Annotated[str | None, typer.Option(help="The URL of a database to keep; without it all starts fresh.")]
RateLimits = Annotated[bool, typer.Option(help="Whether the local workspace limits calls as Slack does.")]
Delivery = Annotated[Literal["socket", "http"], typer.Option(help="How the local workspace reaches the bot.")]
SlackLog = Annotated[
    Path | None, typer.Option(dir_okay=False, help="A file to append every payload in and out to, as JSON lines.")
]
WebPort = Annotated[int, typer.Option(envvar="PORT", help="The port to listen on.")]
Host = Annotated[str, typer.Option(help="The address to listen on.")]
PublicUrl = Annotated[str | None, typer.Option(help="Where Slack reaches `web`; without it the app uses Socket Mode.")]
Worker = Annotated[bool, typer.Option(help="Whether this process also keeps the clock and sends what is owed.")]
Retry = Annotated[bool, typer.Option("--retry", help="Make all that is parked due again.")]


@cli.callback(invoke_without_command=True)
def main(
    context: typer.Context,
    port: Port = PORT,
    page: Page = True,
    empty: Empty = False,
    delivery: Delivery = "socket",
    database: KeptDatabase = None,
    rate_limits: RateLimits = True,
    slack_log: SlackLog = None,
) -> None:
    """Numberdesk, a phone-number desk that lives in Slack. Without a command: all of it on this machine."""
    settings = read_settings()
    set_up_logs(settings.log_format)
    if context.invoked_subcommand is not None:
        context.obj = settings
    elif settings.has_slack:
        _listen(settings, worker=True)
    else:
        from bot import local

        local.run(
            port=port,
            page=page,
            empty=empty,
            delivery=delivery,
            database=database,
            audit_key=settings.audit_key.get_secret_value(),
            rate_limits=rate_limits,
            slack_log=slack_log,
        )


@cli.command()
def workspace(
    context: typer.Context,
    port: Port = PORT,
    page: Page = True,
    rate_limits: RateLimits = True,
    slack_log: SlackLog = None,
) -> None:
    """Run the local workspace alone, for a bot that is started elsewhere with the same clock file."""
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
            log_file=slack_log,
            scopes=frozenset(SCOPES),
            events=frozenset(EVENTS),
        )
        asyncio.run(serve(options))


@cli.command()
def socket(context: typer.Context, worker: Worker = True) -> None:
    """Listen to Slack over Socket Mode; and, unless told not to, do a worker's work too."""
    _listen(context.obj, worker=worker)


@cli.command()
def web(context: typer.Context, port: WebPort = 8000, host: Host = "0.0.0.0", worker: Worker = False) -> None:  # noqa: S104 (behind a proxy, on a machine of its own)
    """Listen to Slack over HTTP; do a worker's work too where told to."""
    import uvicorn

    from bot.build import build
    from bot.web import web as application

    require(context.obj, "slack_bot_token", "slack_signing_secret", "audit_key")
    desk = build(context.obj, sends=worker)
    if worker:
        desk.scheduler.start()
    uvicorn.run(application(desk), host=host, port=port, log_config=None, access_log=False)
    desk.stop()


@cli.command()
def worker(context: typer.Context) -> None:
    """Keep the clock and send what is owed."""
    from bot.build import build

    require(context.obj, "slack_bot_token", "audit_key")
    desk = build(context.obj)
    desk.scheduler.start()
    _until_told_to_stop()
    desk.stop()


@cli.command()
def migrate(context: typer.Context) -> None:
    """Bring the database's tables up to date."""
    from store import migrate as migrations
    from store.session import connect

    require(context.obj, "audit_key")
    migrations.upgrade(connect(context.obj.database_url).engine, context.obj.audit_key.get_secret_value().encode())


@cli.command()
def manifest(url: PublicUrl = None) -> None:
    """Print the manifest that makes the Slack app."""
    from bot.manifest import manifest as made

    typer.echo(json.dumps(made(url), indent=2))


@cli.command()
def outbox(context: typer.Context, retry: Retry = False) -> None:
    """List what could not be sent to Slack and is parked."""
    from bot.clock import real_now
    from store import outbox as owed
    from store.session import connect

    with connect(context.obj.database_url).begin() as db:
        for debt, error in owed.parked(db):
            typer.echo(f"{debt.id}\t{debt.owing.workspace}\t{debt.owing.kind}\t{debt.owing.subject}\t{error}")
        if retry:
            typer.echo(f"{owed.retry_parked(db, real_now())} to be tried again")


@audit.command()
def verify(context: typer.Context) -> None:
    """Read the record of each workspace from end to end, and name the first entry that is not as it was written."""
    from bot import keys
    from store import audit as record
    from store.session import connect

    key = context.obj.audit_key.get_secret_value().encode() or keys.kept(context.obj.database_url)
    if not key:
        require(context.obj, "audit_key")
    with connect(context.obj.database_url).reading() as db:
        found = [record.verify(db, workspace, key) for workspace in record.workspaces(db)]
    for finding in found:
        flaw = f"entry {finding.at} is {finding.flaw}" if finding.flaw else "sound"
        typer.echo(f"{finding.workspace}\t{finding.sound} entries\t{flaw}")
    if any(finding.flaw for finding in found):
        sys.exit(1)


def _listen(settings: Settings, *, worker: bool) -> None:
    from slack_bolt.adapter.socket_mode import SocketModeHandler

    from bot.build import build

    require(settings, "slack_bot_token", "slack_app_token", "audit_key")
    desk = build(settings, sends=worker)
    handler = SocketModeHandler(desk.app, settings.slack_app_token.get_secret_value())
    handler.connect()  # type: ignore[no-untyped-call] # Bolt gives it no types
    if worker:
        desk.scheduler.start()
    _until_told_to_stop()
    handler.close()  # type: ignore[no-untyped-call] # Bolt gives it no types
    desk.stop()


def _until_told_to_stop() -> None:
    told = Event()
    for signum in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signum, lambda *_: told.set())
    told.wait()


def run() -> None:
    """Run a command; what stops it from starting is said in words."""
    try:
        cli()
    except BadSettings as bad:
        typer.echo(str(bad), err=True)
        sys.exit(2)
    except (OperationalError, ProgrammingError) as failure:
        first, *_ = str(failure.orig).splitlines() or [""]
        typer.echo(f"The database cannot be used: {first}", err=True)
        typer.echo("Is DATABASE_URL right, and was `python -m bot migrate` run?", err=True)
        sys.exit(2)


if __name__ == "__main__":
    run()
