"""Secrets that the environment does not have: local mode makes its own, each kept beside the database it is for."""

import secrets
from contextlib import suppress
from pathlib import Path

from sqlalchemy import make_url

from bot.settings import BadSettings

RECORD = ""  # the key that seals the record has no name


def made() -> str:
    """A key that nobody keeps, for a database that nobody keeps."""
    return secrets.token_hex(32)


def kept(database_url: str, name: str = RECORD) -> bytes:
    """The key of this name that is kept for a database; nothing where there is none."""
    file = _file(database_url, name)
    return file.read_bytes() if file.exists() else b""


def made_once(database_url: str, name: str = RECORD) -> str:
    """The key of this name that is kept for a database, made where there is none yet."""
    file = _file(database_url, name)
    try:
        with suppress(FileExistsError):
            file.touch(0o600, exist_ok=False)
            file.write_text(made(), "ascii")
        return file.read_text("ascii")
    except OSError as failure:
        raise BadSettings(f"The database's key cannot be kept in {file}: {failure.strerror}") from None


def _file(database_url: str, name: str) -> Path:
    """Beside a SQLite file: desk.key for desk.db, and desk.NAME.key; else where the desk is started."""
    url = make_url(database_url)
    beside = url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:")
    database = Path(url.database or "") if beside else Path("numberdesk.db")
    return database.with_suffix(f".{name}.key" if name else ".key")
