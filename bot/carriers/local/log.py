"""Every call to a local carrier, as JSON lines with its keys masked."""

import json
from collections import deque
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

_KEPT = 20_000  # calls


@dataclass(slots=True, kw_only=True)
class Entry:
    """A call and its answer. `at`: the desk's time, in seconds since 1970; `status` None: not answered yet."""

    seq: int
    at: float
    method: str
    path: str
    query: str
    body: Any
    status: int | str | None = None
    response: Any = None


class CallLog:
    """The last calls. `secrets` are masked wherever they stand."""

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = [secret for secret in secrets if secret]
        self._entries: deque[Entry] = deque(maxlen=_KEPT)
        self._seq = 0

    def begin(self, at: float, method: str, path: str, query: str, body: object) -> Entry:
        """Note a call as it arrives."""
        self._seq += 1
        entry = Entry(
            seq=self._seq,
            at=at,
            method=method,
            path=self._masked(path),
            query=self._masked(query),
            body=self._masked(body),
        )
        self._entries.append(entry)
        return entry

    def end(self, entry: Entry, status: int | str, response: object) -> None:
        """Note how it was answered."""
        entry.status, entry.response = status, self._masked(response)

    def lines(self) -> str:
        """All of them, a JSON object a line."""
        return "".join(json.dumps(asdict(entry), ensure_ascii=False) + "\n" for entry in self._entries)

    def _masked(self, value: object) -> Any:
        # Through text and back: what is logged must not change when what it shows does later.
        text = json.dumps(value, ensure_ascii=False, default=str)
        for secret in self._secrets:
            text = text.replace(secret, "***")
        return json.loads(text)
