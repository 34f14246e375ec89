"""The secret that the environment does not have: local mode makes its own, kept beside the database it is for."""

import secrets
from contextlib import suppress
from pathlib import Path

from sqlalchemy import make_url

from bot.settings import BadSettings


def made() -> str:
    """A key that nobody keeps, for a database that nobody keeps."""
    return secrets.token_hex(32)


def kept(database_url: str) -> bytes:
    """The key that is kept for a database; nothing where there is none."""
    file = file_of(database_url)
    return file.read_bytes() if file.exists() else b""


def made_once(database_url: str) -> str:
    """The key that is kept for a database, made where there is none yet. Raises BadSettings where it cannot be kept."""
    file = file_of(database_url)
    try:
        with suppress(FileExistsError):
            file.touch(0o600, exist_ok=False)
            file.write_text(made(), "ascii")
        return file.read_text("ascii")
    except OSError as failure:
        raise BadSettings(f"The database's key cannot be kept in {file}: {failure.strerror}") from None


def file_of(database_url: str) -> Path:
    """Beside a SQLite file: desk.key for desk.db; else where the desk is started."""
    url = make_url(database_url)
    beside = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
    database = Path(url.database or "") if beside else Path("numberdesk.db")
    return database.with_suffix(".key")
