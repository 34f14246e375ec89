"""What a worker asks of the database while nothing is due: every statement that reaches it, as the engine counts."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event, text

from bot.build import Desk, build
from bot.settings import Secret, Settings
from store.session import Database
from tests.bench.measure import Measure
from tests.bench.scene import Scene
from tests.bench.slack import AUDIT_KEY, KEYS

MOST = 130.0  # statements a minute
_WARM_UP = 3.0  # seconds
_NOWHERE = "http://127.0.0.1:1/"  # nothing is owed, so nobody is called

Count = Callable[[], int]


def measures(scene: Scene) -> Iterator[Measure]:
    seconds = scene.much(60, 10)
    settings = Settings(
        database_url=scene.databases.new(scene.engine),
        slack_bot_token=Secret(KEYS.bot_token),
        audit_key=AUDIT_KEY,
        slack_api_url=_NOWHERE,
    )
    desk = build(settings)
    with (_sqlite if scene.engine == "sqlite" else _postgresql)(desk, scene) as count:
        desk.scheduler.start()
        time.sleep(_WARM_UP)
        before = count()
        time.sleep(seconds)
        asked = count() - before
        desk.stop()
    yield Measure(
        name="idle, statements that a worker asks",
        engine=scene.engine,
        unit="statements a minute, BEGIN, COMMIT and pings among them",
        ours=asked * 60 / seconds,
        ours_bound=("most", MOST),
    )


@contextmanager
def _sqlite(desk: Desk, _scene: Scene) -> Iterator[Count]:
    """SQLite tells each connection's statements as it runs them."""
    told: list[str] = []

    def trace(dbapi: Any, *_: object) -> None:
        dbapi.set_trace_callback(told.append)

    for engine in _engines(desk.database):
        event.listen(engine, "connect", trace)
        engine.dispose()  # those that are open already are not traced
    yield lambda: len(told)


@contextmanager
def _postgresql(desk: Desk, scene: Scene) -> Iterator[Count]:
    """PostgreSQL logs each statement when it receives it."""
    with desk.database.begin() as db:
        name = db.scalar(text("SELECT current_database()"))
        db.execute(text(f"ALTER DATABASE {name} SET log_statement = 'all'"))
    for engine in _engines(desk.database):
        engine.dispose()  # those that are open already are not logged
    log = scene.databases.folder / "postgresql" / "log"
    yield lambda: _logged(log)


def _engines(database: Database) -> tuple[Engine, ...]:
    return (database.engine, database.reader, database.looker)


def _logged(log: Path) -> int:
    lines = log.read_text("utf-8", errors="replace").splitlines()
    return sum(" LOG:  statement: " in line or " LOG:  execute " in line for line in lines)
