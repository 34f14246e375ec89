"""Log lines: readable in a terminal, JSON otherwise."""

import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from store.folding import kept
from store.troubles import Trouble, first_line, is_away, trouble_of

_EVERY = 60.0  # seconds between two lines of one kind


@contextmanager
def _without(name: str) -> Iterator[None]:
    """Meanwhile a package cannot be imported, unless it was already."""
    is_new = name not in sys.modules
    if is_new:
        sys.modules[name] = None  # type: ignore[assignment] # this is how Python is told that there is none
    try:
        yield
    finally:
        if is_new:
            del sys.modules[name]


# Where there is a rich, structlog imports it at once, for tracebacks that show the values of all variables: we want
# neither what it weighs nor secrets in our logs.
with _without("rich"):
    import structlog


def set_up_logs(log_format: str) -> None:
    """Send our lines and those of the libraries to standard error in one form; no secret is ever handed to them."""
    readable = sys.stderr.isatty() if log_format == "auto" else log_format == "console"
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _as_seen,
    ]
    shown: list[structlog.typing.Processor] = (
        [structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)]
        if readable
        else [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_Outage())
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *shown],
        )
    )
    # What libraries do all day is nobody's business, and some tell what is in a file: of them, warnings only.
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for told in ("bot", "handlers", "store", "uvicorn.error"):
        logging.getLogger(told).setLevel(logging.INFO)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def _as_seen(_: object, __: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Each value on one line, without what is not seen: nothing that was typed turns or forges a line."""
    return {key: kept(value) if isinstance(value, str) else value for key, value in event.items()}


class OnceAMinute:
    """Lets one line through a minute of those that many would write."""

    def __init__(self) -> None:
        self._told_at = float("-inf")
        self._times = 0

    def due(self) -> int:
        """How many times there would have been a line since the last, where one is to be written now; else 0."""
        self._times += 1
        if time.monotonic() - self._told_at < _EVERY:
            return 0
        times, self._times, self._told_at = self._times, 0, time.monotonic()
        return times


class _Outage(logging.Filter):
    """Puts all failures of a database that is away into one line a minute, whoever logs them.

    Everything asks it all the time, and each traceback would say the same. Where it is busy, what was not done then is
    done a moment later, and it is only said.
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines = OnceAMinute()

    def filter(self, record: logging.LogRecord) -> bool:
        failure = _failure(record)
        if failure is None:
            return True
        if not is_away(failure):
            if trouble_of(failure) is Trouble.BUSY:
                _put(record, f"the database is busy: {first_line(failure)}")
            return True
        times = self._lines.due()
        if not times:
            return False
        _put(record, f"the database is away: {first_line(failure)}", times=times)
        return True


def _put(record: logging.LogRecord, told: str, **beside: int) -> None:
    """Let a record say this alone, without a traceback."""
    record.args, record.exc_info = (), None
    if isinstance(record.msg, dict):
        ours = {key: record.msg[key] for key in ("level", "timestamp")}
        record.msg = {"event": told, **beside, **ours}
    else:
        record.msg = " ".join([told, *(f"({many} {what})" for what, many in beside.items())])


def _failure(record: logging.LogRecord) -> BaseException | None:
    """What a record tells of; ours has it among its values, and may mean what is just being handled."""
    said = record.msg.get("exc_info") if isinstance(record.msg, dict) else record.exc_info
    if isinstance(said, BaseException):
        return said
    return said[1] if isinstance(said, tuple) else sys.exc_info()[1] if said else None
