"""`audit verify`: the record of each workspace is read from end to end, and what is found is said in words."""

import os
import subprocess
import sys
from pathlib import Path

from sqlalchemy import delete

from store.session import Database
from store.workspaces.table import WorkspaceRow
from tests.desk import AUDIT_KEY, AWAY, HOME, Desk
from tests.store.sealing import change, url_of
from tests.tampering import unchecked, unguarded

ROOT = Path(__file__).parents[2]


def test_the_command_says_of_each_workspace_that_its_record_is_sound(recorded: Desk, tmp_path: Path) -> None:
    done = _verify(recorded.database, tmp_path, AUDIT_KEY.decode())
    assert done.stdout.splitlines() == [f"{HOME}\t5 entries\tsound", f"{AWAY}\t1 entries\tsound"]
    assert (done.stderr, done.returncode) == ("", 0)


def test_the_command_names_the_first_bad_entry_and_fails(recorded: Desk, tmp_path: Path) -> None:
    with recorded.database.begin() as db, unguarded(db):
        change("name", "ada")(db)
    done = _verify(recorded.database, tmp_path, AUDIT_KEY.decode())
    assert done.stdout.splitlines() == [f"{HOME}\t2 entries\tentry 3 is changed", f"{AWAY}\t1 entries\tsound"]
    assert done.returncode == 1


def test_the_command_is_refused_in_words_without_a_key(recorded: Desk, tmp_path: Path) -> None:
    done = _verify(recorded.database, tmp_path, "")
    assert (done.stdout, done.returncode) == ("", 2)
    assert done.stderr.startswith("NUMBERDESK_AUDIT_KEY must be a secret")


def test_the_command_finds_the_key_that_is_kept_for_the_database(recorded: Desk, tmp_path: Path) -> None:
    url = recorded.database.engine.url
    kept = Path(url.database or "").with_suffix(".key") if url.drivername == "sqlite" else tmp_path / "numberdesk.key"
    kept.write_bytes(AUDIT_KEY)
    done = _verify(recorded.database, tmp_path, "")
    assert done.stdout.splitlines() == [f"{HOME}\t5 entries\tsound", f"{AWAY}\t1 entries\tsound"]


def test_the_command_tells_of_each_workspace_whatever_there_is_in_one(recorded: Desk, tmp_path: Path) -> None:
    with unchecked(recorded.database) as db:
        change("seal", "é")(db)
        db.execute(delete(WorkspaceRow).where(WorkspaceRow.id == AWAY))
    done = _verify(recorded.database, tmp_path, AUDIT_KEY.decode())
    assert done.stdout.splitlines() == [
        f"{HOME}\t2 entries\tentry 3 is changed",
        f"{AWAY}\t1 entries\tentry 2 is unknown: the workspace's row, which tells the end, is missing or changed",
    ]
    assert (done.stderr, done.returncode) == ("", 1)


def _verify(database: Database, folder: Path, key: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder of its own, where no key is kept."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("NUMBERDESK_", "SLACK_"))}
    ours = {"DATABASE_URL": url_of(database), "NUMBERDESK_AUDIT_KEY": key, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "bot", "audit", "verify"]
    return subprocess.run(command, env=clean | ours, cwd=folder, capture_output=True, text=True, check=False)
