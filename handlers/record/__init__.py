"""Record: who did what and when, in words and as a file."""

from pathlib import Path

from handlers.kit.feature import Feature
from handlers.kit.topics import Group, Topic
from handlers.record import log, outbox, requests
from handlers.record.entries import ENTRIES, RecordAction
from handlers.record.owing import RecordOutbox
from handlers.record.requests import ExportLog, Log
from handlers.record.rules import RecordRefusal
from handlers.record.views import line as entry_line

__all__ = ["RECORD", "ExportLog", "RecordAction", "entry_line"]

RECORD = Feature(
    name="record",
    words=Path(__file__).parent,
    commands={"log": requests.read_log},
    runs={Log: log.log, ExportLog: log.export},
    anywhere=frozenset({ExportLog}),
    messages={RecordOutbox.EXPORT: outbox.put_export},
    entries=ENTRIES,
    help=(Topic(word="log", group=Group.DESK, short="help-short-log", full="help-log"),),
    by_slacks_word=frozenset({RecordRefusal.ADMINS_ONLY}),
)
