"""The command line sets carriers up: a key is tried before it is kept, and shown nowhere."""

import io
import os
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta

import pytest

from bot.__main__ import run
from bot.carriers.registry import REMEMBERED
from bot.clock import real_now
from store import numbers, workspaces
from store.carriers import comparisons, lines
from store.carriers.types import Line, State
from store.numbers.types import PoolNumber
from store.session import connect
from store.types import E164
from tests.carriers.conftest import Side
from tests.databases import Databases
from tests.desk import HOME, SEATTLE, START, TOLL

LETTER_KEY = "NUMBERDESK_LETTER_KEY"
Say = Callable[..., tuple[int, str]]


@pytest.fixture
def say(databases: Databases, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Say:
    """Runs `python -m bot carrier …`, with what it reads; hands back its exit code and all that it said."""
    monkeypatch.setattr("bot.commands.set_up_logs", lambda _format: None)
    monkeypatch.setenv("DATABASE_URL", databases.new("sqlite"))
    monkeypatch.setenv("NUMBERDESK_AUDIT_KEY", "a secret that only the tests know of")

    def said(*arguments: str, reads: str = "") -> tuple[int, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(reads))
        with pytest.raises(SystemExit) as ended:
            run(["carrier", *arguments])
        told = capsys.readouterr()
        return int(ended.value.code or 0), told.out + told.err

    return said


def add(say: Say, side: Side, key: str, *more: str) -> tuple[int, str]:
    return say("add", side.name, "--url", side.account.url, *more, reads=f"{key}\n")


def test_a_key_is_tried_kept_checked_replaced_and_forgotten(side: Side, say: Say) -> None:
    key, title = side.account.key, side.client.rules.title
    code, told = add(say, side, key)
    assert (code, f"{title} at {side.account.url} takes the key" in told) == (0, True)
    assert add(say, side, key, "--workspace", "T1")[0] == 0
    code, listed = say("list")
    assert code == 0
    assert [line.split("\t")[:3] for line in listed.splitlines()] == [
        [side.name, "every workspace", side.account.url],
        [side.name, "workspace T1", side.account.url],
    ]
    code, checked = say("check")
    assert (code, checked.count("takes the key")) == (0, 2)
    assert add(say, side, key)[0] == 0
    assert [say("remove", side.name, "--workspace", "T1")[0] for _ in range(2)] == [0, 1]
    assert len(say("list")[1].splitlines()) == 1
    assert key not in told + listed + checked


def test_what_a_new_account_bills_is_compared_once_every_process_knows_of_it(side: Side, say: Say) -> None:
    with closing(connect(os.environ["DATABASE_URL"])) as database:
        with database.begin() as db:
            workspaces.lock(db, HOME)
        for more in ((), ("--workspace", HOME)):
            since = real_now()
            assert add(say, side, side.account.key, *more)[0] == 0
            with database.begin() as db:
                due = db.scalar(comparisons.next_due())
                assert due
                assert since + timedelta(seconds=REMEMBERED) < due < real_now() + timedelta(minutes=5)
                comparisons.look_again(db, HOME, since + timedelta(days=1))  # it was compared


def test_the_key_may_come_from_the_environment(side: Side, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUMBERDESK_CARRIER_KEY", side.account.key)
    assert say("add", side.name, "--url", side.account.url)[0] == 0


def test_a_key_that_the_carrier_refuses_is_not_kept(side: Side, say: Say) -> None:
    wrong = side.account.key[:-4] + "AAAA"
    code, told = add(say, side, wrong)
    assert code == 1
    assert f"{side.client.rules.title} at {side.account.url} refuses the key (" in told
    assert wrong not in told
    assert "No carrier is set up" in say("list")[1]


def test_a_carrier_that_cannot_be_asked_is_told_so(side: Side, say: Say) -> None:
    code, told = say("add", side.name, "--url", "http://127.0.0.1:9", reads=side.account.key)
    assert (code, "cannot be asked now (unreachable)" in told, "Nothing was kept" in told) == (1, True, True)


def test_another_secret_of_the_vault_is_told_in_words(side: Side, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    assert add(say, side, side.account.key)[0] == 0
    monkeypatch.setenv(LETTER_KEY, "another secret that the tests know of")
    code, told = say("check", side.name)
    assert (code, f"The key to {side.name} was encrypted with another {LETTER_KEY}" in told) == (1, True)
    assert f"another {LETTER_KEY}" in say("list")[1]


def test_a_key_that_numbers_need_is_forgotten_only_on_demand(side: Side, say: Say) -> None:
    assert add(say, side, side.account.key)[0] == 0
    with closing(connect(os.environ["DATABASE_URL"])) as database, database.begin() as db:
        workspaces.lock(db, HOME)
        numbers.add(db, [PoolNumber(e164=E164("+12065550199"), place=SEATTLE, kind=TOLL.kind)], START)
        owned = Line(
            id=0,
            workspace=HOME,
            hold=None,
            e164=E164("+12065550199"),
            carrier=side.name,
            title=side.client.rules.title,
            reference=None,
            held_under=None,
            state=State.OURS,
            changed_at=START,
        )
        lines.write(db, [owned])
    code, told = say("remove", side.name)
    assert (code, "Held, ordered or owned there: 1." in told) == (1, True)
    assert len(say("list")[1].splitlines()) == 1
    assert say("remove", side.name, "--yes")[0] == 0


def test_what_is_no_carrier_and_what_is_no_key_is_refused(side: Side, say: Say) -> None:
    assert say("add", "quantum", reads="x")[0] == 2
    assert say("add", side.name, "--url", side.account.url)[0] == 2
    assert say("check", side.name)[0] == 1
