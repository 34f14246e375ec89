"""What a newcomer starts: one command, everything there, fresh each time."""

from pathlib import Path

import pytest

from tests.databases import Databases
from tests.flow.member import Member
from tests.flow.product import product
from tests.flow.slack import PHONES


@pytest.mark.slow
def test_one_command_starts_everything_and_starts_it_fresh(tmp_path: Path, databases: Databases) -> None:
    for proxy in ({}, dict.fromkeys(("HTTPS_PROXY", "HTTP_PROXY"), "http://127.0.0.1:9")):  # where nobody answers
        with product(tmp_path, databases.new("sqlite")) as made:
            made.start("--no-page", "--port", made.port, **proxy)
            made.wait_until_up()
            ada = Member.of(made.desk, "ada")
            assert "*H-1*" in ada.types("reserve 3 US Washington Seattle").text
            assert "17 of 20 left" in ada.types("quota").words
            made.desk.card("H-1")


@pytest.mark.slow
def test_an_empty_desk_has_no_licences_until_an_admin_enters_them(tmp_path: Path, databases: Databases) -> None:
    with product(tmp_path, databases.new("sqlite")) as made:
        made.start_all("--empty")
        ada, ben = Member.of(made.desk, "ada"), Member.of(made.desk, "ben")
        assert "no licence for service numbers" in ben.types("reserve 3 US Washington Seattle").text
        first_steps = ada.opens("reserve 3 US Washington Seattle")
        ada.submits(first_steps, audio_conferencing="1", notices=PHONES)
        ada.closes(ada.modal())
        assert "You hold *3 toll numbers*" in ben.types("reserve 3 US Washington Seattle").text


@pytest.mark.slow
def test_a_burst_of_holds_is_told_without_ever_meeting_slacks_limits(databases: Databases, tmp_path: Path) -> None:
    with product(tmp_path, databases.new("sqlite", stocked=True)) as made:
        made.start_all()
        ada, desk = Member.of(made.desk, "ada"), made.desk
        for _ in range(8):
            ada.types("reserve 1 GB London")
        for hold in range(1, 9):
            ada.types(f"release H-{hold}")
        desk.settle()
        assert [entry for entry in desk.log() if entry["status"] == 429] == []
        assert len(desk.messages()) == 16
