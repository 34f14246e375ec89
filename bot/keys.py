"""The key that seals the record, where the environment has none: local mode makes its own."""

import secrets
from contextlib import suppress
from pathlib import Path

FILE = Path("numberdesk.key")  # in the folder where the desk is started, as the database is unless told otherwise


def made() -> str:
    """A key that nobody keeps, for a record that nobody keeps."""
    return secrets.token_hex(32)


def kept() -> bytes:
    """The key beside a local database that is kept; nothing where there is none."""
    return FILE.read_bytes() if FILE.exists() else b""


def made_once() -> str:
    """The key beside a local database that is kept, made where there is none yet."""
    with suppress(FileExistsError):
        FILE.touch(0o600, exist_ok=False)
        FILE.write_text(made(), "ascii")
    return FILE.read_text("ascii")
