"""Before a process starts, the database must be there, with tables and a record that are its own; else it says why."""

from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import make_url, text
from sqlalchemy.exc import OperationalError

from bot.__main__ import run
from bot.startup import make_sure
from store import migrate, revisions
from store.session import Database, connect
from tests.databases import Databases
from tests.desk import AUDIT_KEY, Desk, open_desk
from tests.store.sealing import DEED, url_of

ANOTHER = "a key that is not that of the record"
COMMANDS = [
    pytest.param(("socket",), id="socket"),
    pytest.param(("socket", "--no-worker"), id="socket alone"),
    pytest.param(("web", "--port", "1"), id="web"),
    pytest.param(("worker",), id="worker"),
    pytest.param(("migrate",), id="migrate"),
    pytest.param(("audit", "verify"), id="the record is verified"),
]


@pytest.fixture
def recorded(database: Database) -> Desk:
    desk = open_desk(database)
    desk.record(DEED)
    return desk


@pytest.fixture
def environment(database: Database, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Tells a command of the database, and of a key."""
    monkeypatch.setattr("bot.__main__.set_up_logs", lambda _format: None)
    monkeypatch.setattr("bot.commands.set_up_logs", lambda _format: None)
    monkeypatch.setenv("DATABASE_URL", url_of(database))
    for name, value in {"BOT_TOKEN": "xoxb-1", "APP_TOKEN": "xapp-1", "SIGNING_SECRET": "secret"}.items():
        monkeypatch.setenv(f"SLACK_{name}", value)
    return lambda key: monkeypatch.setenv("NUMBERDESK_AUDIT_KEY", key)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        run(arguments)
    assert ended.value.code == 2
    return capsys.readouterr().err


def how_it_is(desk: Desk) -> list[object]:
    with desk.database.reading() as db:
        tables = ("entries", "workspaces")
        return [db.execute(text(f"SELECT * FROM {name} ORDER BY 1, 2")).all() for name in tables]


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_goes_on_with_a_record_by_another_key(
    recorded: Desk, environment: Callable[[str], None], capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    before = how_it_is(recorded)
    environment(ANOTHER)
    assert "NUMBERDESK_AUDIT_KEY is not the key that the record of T1 is sealed with" in said(capsys, *command)
    assert how_it_is(recorded) == before


def test_nor_does_the_product_on_one_machine(
    recorded: Desk,
    environment: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    environment(ANOTHER)
    monkeypatch.delenv("SLACK_BOT_TOKEN")
    assert "is not the key" in said(capsys, "--no-page", "--port", "0", "--database", url_of(recorded.database))


@pytest.mark.parametrize("command", [("worker",), ("web", "--port", "1"), ("outbox",), ("audit", "verify")])
def test_tables_of_an_older_version_are_told_with_what_to_do(
    database: Database, environment: Callable[[str], None], capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    migrate.downgrade(database.engine, "0005")
    environment(AUDIT_KEY.decode())
    told = said(capsys, *command)
    assert f"an older version (0005; this one needs {revisions.of_code()})" in told
    assert "run `python -m bot migrate`" in told


def test_tables_of_a_newer_version_are_fine(recorded: Desk) -> None:
    with recorded.database.begin() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    make_sure(recorded.database, AUDIT_KEY)


def test_the_code_knows_its_last_migration_as_alembic_does() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrate.__file__).parent / "migrations"))
    assert revisions.of_code() == ScriptDirectory.from_config(config).get_current_head()


def test_a_database_that_is_away_is_waited_for_ever_less_often(databases: Databases, tmp_path: Path) -> None:
    url = make_url(databases.new("postgresql"))
    here, there = tmp_path / "socket", Path(str(url.query["host"]))
    database = connect(url.update_query_dict({"host": str(here)}).render_as_string(hide_password=False))
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 9:
            here.symlink_to(there)  # the server is where it was looked for

    make_sure(database, AUDIT_KEY, pause)
    assert pauses == [0.5, 1, 2, 4, 8, 15, 15, 15, 15]
    database.close()


def test_who_is_refused_for_good_does_not_wait(databases: Databases) -> None:
    database = connect(
        make_url(databases.new("postgresql")).set(database="nowhere").render_as_string(hide_password=False)
    )
    with pytest.raises(OperationalError, match="does not exist"):
        make_sure(database, AUDIT_KEY, lambda _seconds: pytest.fail("it waits"))
