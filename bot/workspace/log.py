"""Every call in either direction, as JSON lines with the tokens masked; in a file too where one is asked for."""

import json
import os
import re
import time
from collections import deque
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

KEPT = 20_000  # calls; an evening of clicking makes some hundred
_ANY_TOKEN = re.compile(r"\b(xox[a-z]|xapp)-[\w.-]+")

Direction = Literal["to_slack", "to_bot"]


@dataclass(slots=True, kw_only=True)
class Entry:
    """A call in one direction, with tokens masked.

    `seq` counts from 1 since the start or a reset; `at` is real time, in seconds since 1970 (UTC). `status` is that
    of HTTP, or a word: "dropped", "noted", or the error of a delivery; None until the call is answered.
    """

    seq: int
    at: float
    direction: Direction
    method: str
    arguments: Any
    response: Any = None
    status: int | str | None = None


class CallLog:
    """The newest KEPT calls. `secrets` are masked wherever they stand, as is whatever has the form of a Slack token.

    `file` gets each call when it is answered; None: the file that NUMBERDESK_SLACK_LOG names, if it does. Raises
    OSError where it cannot be written.
    """

    def __init__(self, *, secrets: Iterable[str], file: Path | None) -> None:
        self._secrets = [secret for secret in secrets if secret]
        self._file = file or _file_asked_for()
        if self._file:
            _append(self._file, "")  # one that cannot be written is better known at the start
        self.reset()

    def reset(self) -> None:
        """Forget all calls, and count from 1 again. What stands in the file stays."""
        self._entries: deque[Entry] = deque(maxlen=KEPT)
        self._seq = 0

    def begin(self, direction: Direction, method: str, arguments: object) -> Entry:
        """Note a call as it arrives, so that what it causes comes after it."""
        self._seq += 1
        entry = Entry(
            seq=self._seq,
            at=time.time(),
            direction=direction,
            method=method,
            arguments=self._masked(arguments),
        )
        self._entries.append(entry)
        return entry

    def end(self, entry: Entry, response: object, status: int | str = 200) -> None:
        """Note what a call was answered with. Raises TypeError where that is no JSON."""
        entry.response, entry.status = self._masked(response), status
        if self._file:
            _append(self._file, _line(entry))

    def note(self, direction: Direction, method: str, arguments: object) -> None:
        """Something worth knowing that is not a call of its own."""
        self.end(self.begin(direction, method, arguments), None, "noted")

    def lines(self) -> str:
        """All calls that are kept, oldest first, each as a line of JSON."""
        return "".join(_line(entry) for entry in self._entries)

    def _masked(self, value: object) -> Any:
        # Through text and back: what is logged must not change when the message it shows is edited later.
        text = json.dumps(value, ensure_ascii=False)
        for secret in self._secrets:
            text = text.replace(secret, "***")
        return json.loads(_ANY_TOKEN.sub(r"\1-***", text))


def _file_asked_for() -> Path | None:
    """Many processes may be told of one file, through the environment that they inherit."""
    asked = os.environ.get("NUMBERDESK_SLACK_LOG")
    return Path(asked) if asked else None


def _append(file: Path, lines: str) -> None:
    # One write without a buffer, so that the lines of several processes never mix.
    with file.open("ab", buffering=0) as end:
        end.write(lines.encode())


def _line(entry: Entry) -> str:
    return json.dumps(asdict(entry), ensure_ascii=False) + "\n"
