"""The desk's time: real time, in local mode moved ahead by what the workspace's clock file says."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path


def real_now() -> datetime:
    """Now, in UTC: the time of leases, signatures and Slack's limits."""
    return datetime.now(UTC)


def desk_clock(file: Path | None) -> Callable[[], datetime]:
    """Return the desk's clock, in UTC: the time of holds and of the record.

    The file has the seconds that it is ahead, and is read at each look, so that all processes jump together.
    """
    if file is None:
        return real_now
    return lambda: real_now() + timedelta(seconds=_seconds(file))


def _seconds(file: Path) -> float:
    try:
        return float(file.read_text("ascii"))
    except FileNotFoundError:
        return 0.0  # nobody has moved the clock yet
