"""Bring a database's tables up to date."""

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine


def upgrade(engine: Engine) -> None:
    """Apply the migrations that the database does not have yet, all in one transaction."""
    _run(engine, lambda config: command.upgrade(config, "head"))


def check(engine: Engine) -> None:
    """Raise where the tables differ from their definitions."""
    _run(engine, command.check)


def _run(engine: Engine, step: Callable[[Config], None]) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        step(config)
