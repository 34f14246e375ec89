"""What a process writes: lines of its own, warnings of libraries, and of a database that is away one a minute."""

import json
import logging
import subprocess
import sys
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.logs import _Outage

AWAY = """
import logging
import structlog
from bot.logs import set_up_logs
from store.session import connect

set_up_logs("json")
log, library = structlog.get_logger("bot.somewhere"), logging.getLogger("apscheduler.executors")
database = connect("postgresql://me:hunter2@127.0.0.1:1/desk")
for _ in range(20):
    try:
        with database.reading():
            pass
    except Exception:
        {first}.exception("could not look")
        {second}.exception("a job raised an exception")
"""
REST = """
import logging
import structlog
from bot.logs import set_up_logs

set_up_logs("json")
logging.getLogger("fontTools.subset").info("glyphs of a name")
logging.getLogger("a library of tomorrow").info("what is in a file")
logging.getLogger("fontTools.subset").warning("a font is odd")
structlog.get_logger("bot.somewhere").info("interaction", what="command \\u202eassign\\nforged")
try:
    1 / 0
except ZeroDivisionError:
    structlog.get_logger("handlers.somewhere").exception("failed")
"""


def written(program: str) -> list[dict[str, Any]]:
    """The lines that a program logs."""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    return [json.loads(line) for line in ended.stderr.splitlines() if line.startswith("{")]


@pytest.mark.parametrize(("first", "second"), [("log", "library"), ("library", "log")])
def test_of_a_database_that_is_away_one_line_is_written(first: str, second: str) -> None:
    (line,) = written(AWAY.format(first=first, second=second))
    assert "the database is away" in line["event"]
    assert "Connection refused" in str(line)
    assert "hunter2" not in str(line)
    assert "exception" not in line


def test_it_is_written_again_a_minute_later_with_how_often_it_was_met(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 0.0, 30.0, 59.9, 60.0, 60.0])
    monkeypatch.setattr("bot.logs.time", SimpleNamespace(monotonic=lambda: next(clock)))
    outage, told = _Outage(), []
    for _ in range(4):
        record = logging.LogRecord("x", logging.ERROR, "", 1, "failed", (), (PoolTimeout, PoolTimeout("full"), None))
        if outage.filter(record):
            told.append(record.getMessage())
    assert told == ["the database is away: full (1 times)", "the database is away: full (3 times)"]


def test_of_a_database_that_is_busy_it_is_said_without_a_traceback() -> None:
    busy = OperationalError("BEGIN", None, TimeoutError("other threads are writing"))
    record = logging.LogRecord("x", logging.ERROR, "", 1, "a timer failed", (), (OperationalError, busy, None))
    assert _Outage().filter(record)
    assert (record.getMessage(), record.exc_info) == ("the database is busy: other threads are writing", None)


def test_libraries_are_heard_when_they_warn_and_a_failure_keeps_its_traceback() -> None:
    lines = written(REST)
    assert [line["event"] for line in lines] == ["a font is odd", "interaction", "failed"]
    assert "ZeroDivisionError" in lines[-1]["exception"]
    assert lines[1]["what"] == "command assign forged"
