"""The processes of the desk: what each starts, and in which order it stops."""

import gc
import signal
from threading import Event
from typing import Any

from bot.settings import Settings, require

HOST = "0.0.0.0"  # noqa: S104 (behind a proxy, on a machine of its own)


def socket(settings: Settings, *, worker: bool = True) -> None:
    """Listen over Socket Mode until told to stop. Raises BadSettings."""
    from bot.arrival import Wakefulness, note_arrivals
    from bot.build import build
    from bot.socket_mode import Handler

    require(settings, "slack_bot_token", "slack_app_token", "audit_key")
    desk = build(settings, sends=worker)
    _let_garbage_be_collected()
    told_to_stop = _stop_signal()
    handler = Handler(desk.app, settings.slack_app_token.get_secret_value())
    note_arrivals(handler.client, Wakefulness())
    handler.connect()  # type: ignore[no-untyped-call] # Bolt gives it no types
    if worker:
        desk.scheduler.start()
    told_to_stop.wait()
    handler.close()
    desk.stop()


def web(settings: Settings, *, port: int | None = None, host: str = HOST, worker: bool = False) -> None:
    """Listen over HTTP until told to stop; without a `port`, at that of the settings. Raises BadSettings."""
    import uvicorn

    from bot.build import build
    from bot.http_server import PatientProtocol
    from bot.web import web as application

    require(settings, "slack_bot_token", "slack_signing_secret", "audit_key")
    desk = build(settings, sends=worker)
    _let_garbage_be_collected()
    _stop_signal()  # uvicorn raises the signal again when it has answered everybody; there is more to finish then
    if worker:
        desk.scheduler.start()
    app = application(desk, settings.slack_signing_secret.get_secret_value())
    # What is left out would only weigh: nobody speaks WebSocket here, and threads do the work, not the loop.
    how: dict[str, Any] = {"http": PatientProtocol, "ws": "none", "loop": "asyncio", "lifespan": "off"}
    uvicorn.run(app, host=host, port=port or settings.port, log_config=None, access_log=False, **how)
    desk.stop()


def worker(settings: Settings) -> None:
    """Keep the clock and send what is owed, until told to stop. Raises BadSettings."""
    from bot.build import build

    require(settings, "slack_bot_token", "audit_key")
    desk = build(settings)
    _let_garbage_be_collected()
    told_to_stop = _stop_signal()
    desk.scheduler.start()
    told_to_stop.wait()
    desk.stop()


def _let_garbage_be_collected() -> None:
    """From now on; of what is there already nothing ever is garbage."""
    gc.freeze()
    gc.enable()


def _stop_signal() -> Event:
    """Set once somebody tells the process to stop; from now on that ends nothing by itself."""
    told = Event()
    for signum in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signum, lambda *_: told.set())
    return told
