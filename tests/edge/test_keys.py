"""A key that nobody gave is made once, and kept beside the database it is for."""

from pathlib import Path

import pytest

from bot import keys
from bot.settings import BadSettings

POSTGRESQL = "postgresql://me:hunter2@db:5432/desk"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("url", "file"),
    [
        pytest.param("sqlite:///{here}/data/desk.db", "data/desk.key", id="beside a file"),
        pytest.param("sqlite:///data/desk.db", "data/desk.key", id="beside a file in a folder below"),
        pytest.param("sqlite:///numberdesk.db", "numberdesk.key", id="beside the usual file"),
        pytest.param("sqlite:///data/desk", "data/desk.key", id="beside a file without an ending"),
        pytest.param("sqlite:///data/desk.db?timeout=5", "data/desk.key", id="beside a file with options"),
        pytest.param("sqlite:///:memory:", "numberdesk.key", id="here, for there is no file"),
        pytest.param(POSTGRESQL, "numberdesk.key", id="here for a server"),
        pytest.param("postgres://db/desk", "numberdesk.key", id="here for a server by its short name"),
    ],
)
def test_a_key_is_kept(tmp_path: Path, url: str, file: str) -> None:
    url = url.format(here=tmp_path)
    made = keys.made_once(url)
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == [tmp_path / file]
    assert (tmp_path / file).read_text() == made
    assert (tmp_path / file).stat().st_mode & 0o777 == 0o600
    assert keys.kept(url) == made.encode()


def test_a_key_is_made_once_for_each_database() -> None:
    made = [
        keys.made_once(url)
        for _ in range(2)
        for url in ("sqlite:///data/desk.db", "sqlite:///data/other.db", POSTGRESQL)
    ]
    assert made[:3] == made[3:]
    assert len(set(made)) == 3
    assert all(len(key) == 64 for key in made)


def test_no_key_is_kept_where_none_was_made() -> None:
    assert keys.kept("sqlite:///data/desk.db") == b""
    assert list(Path("data").iterdir()) == []


def test_a_key_that_cannot_be_kept_is_told_with_its_file() -> None:
    with pytest.raises(BadSettings, match=r"cannot be kept in nowhere/desk\.key: No such file or directory"):
        keys.made_once("sqlite:///nowhere/desk.db")
