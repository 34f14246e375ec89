"""The desk's time: real time plus an offset, kept in a small file that the bot reads too."""

import time
from pathlib import Path


class Clock:
    def __init__(self, offset_file: Path) -> None:
        self._file = offset_file
        self.reset()

    def reset(self) -> None:
        self._last_ts = 0
        self._set_offset(0.0)

    def now(self) -> float:
        return time.time() + self._offset

    def advance(self, seconds: float) -> float:
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
