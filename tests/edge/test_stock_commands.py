"""The command line brings stock in: what a file was taken for, which lines were refused, and with which exit code."""

import io
import sys
from collections.abc import Callable

import pytest

from bot.__main__ import run
from tests.databases import Databases

GOOD = "number,country,note,service_kind\n+12065550199,US,Fox & <Co>,queue\n+442079460123,GB,*new*,\n"
Said = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def said(databases: Databases, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Said:
    """Runs `python -m bot …`, with what it reads; hands back its exit code, and what it reported and said beside."""
    monkeypatch.setattr("bot.commands.set_up_logs", lambda _format: None)
    monkeypatch.setenv("DATABASE_URL", databases.new("sqlite"))
    monkeypatch.setenv("NUMBERDESK_AUDIT_KEY", "a secret that only the tests know of")

    def run_it(*arguments: str, reads: str = "") -> tuple[int, list[str], str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(reads.encode())))
        with pytest.raises(SystemExit) as ended:
            run(arguments)
        told = capsys.readouterr()
        return int(ended.value.code or 0), told.out.splitlines(), told.err

    return run_it


def test_a_file_given_again_is_no_fault_but_what_it_says_otherwise_is(said: Said) -> None:
    column = "Column service_kind was not read: it tells of numbers in service, which come in with --as acquired."
    code, told, beside = said("import", "-", "--yes", reads=GOOD)
    assert (code, told[:2]) == (0, [column, "standard input: 2 came in, 1 refused"])
    assert "Not read: “service_kind”" in beside, "as it is written"
    again = GOOD.replace(",service_kind", "").replace(",queue", "").replace("new*,", "new*")
    assert said("import", "-", "--yes", "--strict", reads=again)[:2] == (
        0,
        [
            "Line 2: +12065550199: it is there already",
            "Line 3: +442079460123: it is there already",
            "standard input: 0 came in, 2 there already, 0 refused",
            "  2 \N{MULTIPLICATION SIGN} it is there already",
        ],
    )
    assert said("import", "-", "--yes", "--strict", reads=again.replace("*new*", "old"))[0] == 1


def test_lines_are_told_in_their_order_as_they_are_written(said: Said) -> None:
    code, told, _ = said("import", "-", "--dry-run", reads=f"{GOOD}n_o*x,,,\n+12065550199,,,\nA <B> C,US,,\n")
    lines = [line.partition(": ")[0] for line in told if line.startswith("Line")]
    assert (code, lines) == (0, ["Line 4", "Line 5", "Line 6"])
    assert "Line 4: n_o*x: this is not a number" in told
    assert "Line 6: A <B> C: this is not a number" in told
    assert said("import", "-", reads=GOOD)[0] == 2, "nothing can be asked"


def test_what_was_exported_comes_in_again(said: Said) -> None:
    said("import", "-", "--yes", reads=GOOD)
    _, exported, _ = said("pool", "export")
    assert exported[1:] == ["+12065550199,US,Washington,,toll,Fox & <Co>,", "+442079460123,GB,,London,toll,*new*,"]
    assert said("pool", "remove", "-", "--yes", reads="\n".join(exported))[1] == [
        "standard input: 2 removed, 0 refused"
    ]
    assert said("import", "-", "--yes", reads="\n".join(exported))[1] == ["standard input: 2 came in, 0 refused"]
    assert said("pool", "export")[1] == exported


@pytest.mark.parametrize("as_", ["free", "acquired"])
def test_a_workspace_that_the_desk_does_not_know_is_named(said: Said, as_: str) -> None:
    unknown = "T0TYPO1 is not known to the desk yet. Where that is no typing mistake, its numbers wait until it is."
    listed = "number,country,workspace\n+12065550199,US,T0TYPO1\n+12065550198,US,T0TYPO1\n"
    assert said("import", "-", "--dry-run", "--as", as_, reads=listed)[1] == [
        "standard input: 2 would come in, 0 refused",
        unknown,
    ]
    assert unknown in said("import", "-", "--yes", "--as", as_, reads=listed)[1]
