"""A reservation as one would write it for the driver itself: the same reads and writes, and nothing around them."""

import hmac
import json
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import psycopg

from store.types import Place

HOLD_LASTS = timedelta(minutes=10)
WARNED_AFTER = timedelta(minutes=8)
ANSWERS_KEPT = timedelta(minutes=30)
AUDIT_KEY = b"a key of the same length as ours"

LOCK = "SELECT last_entry, last_seal, workspaces.* FROM workspaces WHERE id = ? {for_no_key_update}"
ANSWER = "SELECT reply FROM answers WHERE workspace = ? AND member = ? AND click = ? AND at > ?"
IN_USE = """
    SELECT kind, count(*), count(available_at) FROM (
        SELECT kind, available_at FROM numbers WHERE workspace = ? AND available_at > ?
        UNION ALL SELECT kind, available_at FROM numbers WHERE workspace = ? AND available_at IS NULL
    ) AS used GROUP BY kind"""
LAST = "SELECT max(id) FROM holds WHERE workspace = ?"
TAKE = """
    WITH free AS (
        SELECT e164 FROM numbers
        WHERE kind = 'toll' AND country = ? AND region = ? AND city = ? AND available_at <= ?
        ORDER BY available_at, e164 LIMIT ? {for_update_skip_locked}
    )
    UPDATE numbers SET status = 'held', available_at = ?, workspace = ?, hold = ?
    WHERE e164 IN (SELECT e164 FROM free) RETURNING e164"""
HOLD = """
    INSERT INTO holds (workspace, id, held_by, channel, country, region, city, kind, size, held_at, until, warn_at,
        version, acquired, note, extended_minutes)
    VALUES (?, ?, ?, ?, ?, ?, ?, 'toll', ?, ?, ?, ?, 1, 0, '', 0)"""
TOOK = "INSERT INTO hold_numbers (workspace, hold, e164) VALUES (?, ?, ?)"
RECORD = """
    INSERT INTO entries (workspace, number, at, who, name, action, subject, channel, before, after, seal)
    VALUES (?, ?, ?, ?, '', 'reserved', ?, ?, ?, ?, ?)"""
TIP = "UPDATE workspaces SET last_entry = ?, last_seal = ? WHERE id = ?"
HOMES = "SELECT member FROM homes WHERE workspace = ? AND member = ?"
OWE = """
    INSERT INTO outbox (workspace, kind, subject, item, detail, channel, lane, version, owed_at, due_at, tries)
    VALUES (?, 'card', ?, '', ?, ?, ?, 1, ?, ?, 0)
    ON CONFLICT (workspace, kind, subject, item) DO UPDATE SET detail = excluded.detail, channel = excluded.channel,
        lane = excluded.lane, version = outbox.version + 1, tries = 0, parked_at = NULL"""
KEEP = """
    INSERT INTO answers (workspace, member, click, at, reply) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (workspace, member, click) DO UPDATE SET at = excluded.at, reply = excluded.reply"""


@dataclass(frozen=True, kw_only=True)
class Driver:
    """What the two engines are told differently."""

    connect: Callable[[str], Any]
    begin: str
    time: Callable[[datetime], Any]
    mark: str
    for_no_key_update: str = ""
    for_update_skip_locked: str = ""

    def sql(self, statement: str) -> str:
        locks = {name: getattr(self, name) for name in ("for_no_key_update", "for_update_skip_locked")}
        return statement.format(**locks).replace("?", self.mark)


@dataclass(frozen=True, kw_only=True)
class Ask:
    """Who wants how many numbers where; `click` tells this from the next."""

    workspace: str
    member: str
    channel: str
    click: str
    place: Place
    quantity: int


class ByHand:
    """Reserves in one database; each thread has its own connection, until `close`."""

    def __init__(self, url: str, clock: Callable[[], datetime]) -> None:
        self._url, self._clock = url, clock
        self._driver = DRIVERS[url.partition(":")[0]]
        self._of_thread = threading.local()
        self._connections: list[Any] = []

    def close(self) -> None:
        for connection in self._connections:
            connection.close()

    def reserve(self, ask: Ask) -> str:
        """One transaction. Says which hold it made."""
        driver, cursor = self._driver, self._cursor()

        def run(statement: str, *values: Any) -> list[Any]:
            cursor.execute(driver.sql(statement), values)
            return list(cursor.fetchall()) if cursor.description else []

        run(driver.begin)
        (last, last_seal, *_), *_ = run(LOCK, ask.workspace)
        moment = self._clock()  # under the lock, as ours
        now, until, warn_at = map(driver.time, (moment, moment + HOLD_LASTS, moment + WARNED_AFTER))
        run(ANSWER, ask.workspace, ask.member, ask.click, driver.time(moment - ANSWERS_KEPT))
        run(IN_USE, ask.workspace, now, ask.workspace)
        hold = (run(LAST, ask.workspace)[0][0] or 0) + 1
        where = (ask.place.country, ask.place.region, ask.place.city)
        taken = [e164 for (e164,) in run(TAKE, *where, now, ask.quantity, until, ask.workspace, hold)]
        said = f"H-{hold}: {taken} until {until}"
        subject, of_channel = f"H-{hold}", f"posts {ask.channel}"
        after, reply = json.dumps({"numbers": taken, "until": str(until)}), json.dumps({"text": said, "blocks": []})
        run(HOLD, ask.workspace, hold, ask.member, ask.channel, *where, len(taken), now, until, warn_at)
        cursor.executemany(driver.sql(TOOK), [(ask.workspace, hold, e164) for e164 in taken])
        parts = [ask.workspace, last + 1, ask.member, subject, ask.channel, after]
        seal = sealed([last_seal, moment.isoformat(), *parts])
        run(RECORD, ask.workspace, last + 1, now, ask.member, subject, ask.channel, "{}", after, seal)
        run(TIP, last + 1, sealed(["tip", ask.workspace, last + 1, seal]), ask.workspace)
        run(OWE, ask.workspace, subject, json.dumps({"hold": hold}), ask.channel, of_channel, now, now)
        run(HOMES, ask.workspace, ask.member)
        run(KEEP, ask.workspace, ask.member, ask.click, now, reply)
        run("COMMIT")
        return said

    def _cursor(self) -> Any:
        if not hasattr(self._of_thread, "cursor"):
            connection = self._driver.connect(self._url)
            self._connections.append(connection)
            self._of_thread.cursor = connection.cursor()
        return self._of_thread.cursor


def sealed(parts: list[Any]) -> str:
    """The seal of an entry, or of the tip after it."""
    return hmac.digest(AUDIT_KEY, json.dumps(parts).encode(), "sha256").hex()


def _sqlite(url: str) -> sqlite3.Connection:
    # Closed by another thread than the one that used it. It waits for its turn as long as it takes.
    connection = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None, check_same_thread=False)
    for setting in ("busy_timeout = 60000", "journal_mode = WAL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {setting}")
    return connection


def _postgresql(url: str) -> Any:
    return psycopg.connect(url, autocommit=True)


DRIVERS = {
    "sqlite": Driver(
        connect=_sqlite, begin="BEGIN IMMEDIATE", time=lambda when: f"{when:%Y-%m-%d %H:%M:%S.%f}", mark="?"
    ),
    "postgresql": Driver(
        connect=_postgresql,
        begin="BEGIN",
        time=lambda when: when,
        mark="%s",
        for_no_key_update="FOR NO KEY UPDATE",
        for_update_skip_locked="FOR UPDATE SKIP LOCKED",
    ),
}
