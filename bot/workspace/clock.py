"""The desk's time: real time plus an offset, kept in a small file that the bot reads too."""

import time
from pathlib import Path


class Clock:
    """The desk's clock. All is in seconds, counted since 1970 in UTC where it is a time.

    The file gets the offset at each change, as text with six decimals. Raises OSError where it cannot be written.
    """

    def __init__(self, offset_file: Path) -> None:
        self._file = offset_file
        self.reset()

    def reset(self) -> None:
        """Back to real time; a `ts` that was given before may lie ahead of those that follow."""
        self._last_ts = 0
        self._set_offset(0.0)

    def now(self) -> float:
        """The desk's time, in seconds since 1970 (UTC)."""
        return time.time() + self._offset

    def advance(self, seconds: float) -> float:
        """Skip so many seconds, and say what time it is then."""
        self._set_offset(self._offset + seconds)
        return self.now()

    def new_ts(self) -> str:
        """A message's ts: greater than any before, though two are made in one microsecond."""
        self._last_ts = max(int(self.now() * 1_000_000), self._last_ts + 1)
        return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06}"

    def _set_offset(self, seconds: float) -> None:
        self._offset = seconds
        # The bot may look at any instant, so it must never see half a number.
        draft = self._file.with_suffix(".new")
        draft.write_text(f"{seconds:.6f}", encoding="ascii")
        draft.replace(self._file)
