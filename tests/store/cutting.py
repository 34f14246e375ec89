"""A way to PostgreSQL that can be cut, or fall silent, at any moment: what lies between two machines."""

import re
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from threading import Event, Thread

from sqlalchemy import make_url

_COMMIT = b"COMMIT\0"
_CHUNK = 65_536
_PROCESS = re.compile(rb"(?<=K\0\0\0\x0c).{4}", re.DOTALL)  # BackendKeyData, of the protocol 3.0
_MADE_UP = b"\0\0\0\x01"


class Cut(Enum):
    """What becomes of the next COMMIT."""

    ON_THE_WAY = auto()  # it does not get there
    ON_THE_WAY_BACK = auto()  # it is done, and the answer lost
    FOR_GOOD = auto()  # as before, and from now on nobody gets there


@dataclass(slots=True)
class Line:
    """The way: `url` leads over it. `cut` says what becomes of the next COMMIT; while `silent` nothing gets through.

    Where it `pools`, it makes up which process of the server answers, as a pooler does.
    """

    url: str
    cut: Cut | None = None
    silent: Event = field(default_factory=Event)
    closed: bool = False
    pools: bool = False
    _sockets: list[socket.socket] = field(default_factory=list)

    def carry(self, client: socket.socket, server: socket.socket) -> None:
        """Let the two talk."""
        self._sockets += [client, server]
        for source, sink, see in ((client, server, self._to_server), (server, client, self._to_client)):
            Thread(target=self._pump, args=(source, sink, see), daemon=True).start()

    def hang_up(self) -> None:
        for end in self._sockets:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _pump(self, source: socket.socket, sink: socket.socket, see: Callable[[bytes], bool]) -> None:
        with suppress(OSError):
            while said := source.recv(_CHUNK):
                if self.silent.is_set():
                    continue
                if not see(said):
                    break
                sink.sendall(_PROCESS.sub(_MADE_UP, said) if self.pools else said)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _to_server(self, said: bytes) -> bool:
        if _COMMIT in said and self.cut is Cut.ON_THE_WAY:
            self.cut = None
            return False
        return True

    def _to_client(self, said: bytes) -> bool:
        if _COMMIT in said and self.cut in (Cut.ON_THE_WAY_BACK, Cut.FOR_GOOD):
            self.closed = self.cut is Cut.FOR_GOOD
            self.cut = None
            return False
        return True


@contextmanager
def line_to(url: str) -> Iterator[Line]:
    """A way to the PostgreSQL at a URL that names the folder of its socket."""
    parsed = make_url(url)
    path = str(Path(str(parsed.query["host"])) / ".s.PGSQL.5432")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        over = parsed.set(host="127.0.0.1", port=port).difference_update_query(["host"])
        line = Line(over.render_as_string(hide_password=False))

        def accept() -> None:
            with suppress(OSError):
                while True:
                    client, _ = listener.accept()
                    if line.closed:
                        client.close()
                        continue
                    server = socket.socket(socket.AF_UNIX)
                    server.connect(path)
                    line.carry(client, server)

        Thread(target=accept, daemon=True).start()
        yield line
        listener.shutdown(socket.SHUT_RDWR)
        line.hang_up()
