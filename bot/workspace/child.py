"""The bot as a child process: started again when it dies, ended with the workspace."""

import asyncio
import ctypes
import os
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import Callable, Mapping, Sequence

import structlog

RESTART_AFTER = 0.5  # seconds
ENDS_WITHIN = 5.0  # seconds after SIGTERM, before it is killed
_PR_SET_PDEATHSIG = 1

log = structlog.get_logger()


class Child:
    """Runs `argv` with our environment and `environment`, tells its pid, and None when it is gone."""

    def __init__(
        self,
        argv: Sequence[str],
        environment: Mapping[str, str],
        tell_pid: Callable[[int | None], None],
    ) -> None:
        self._argv = argv
        self._environment = {**os.environ, **environment}
        self._tell_pid = tell_pid
        self._process: Process | None = None
        self._keeping: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Start it, and again RESTART_AFTER seconds after each end; returns at once. Needs a running event loop."""
        self._keeping = asyncio.create_task(self._keep_running())

    async def stop(self) -> None:
        """End it for good: by SIGTERM, and ENDS_WITHIN seconds later by SIGKILL. Returns once it is gone."""
        if self._keeping:
            self._keeping.cancel()
        if self._process and self._process.returncode is None:
            await _end(self._process)
        self._tell_pid(None)

    async def _keep_running(self) -> None:
        while True:
            self._process = await asyncio.create_subprocess_exec(
                *self._argv, env=self._environment, preexec_fn=_end_with_parent
            )
            self._tell_pid(self._process.pid)
            log.info("bot started", pid=self._process.pid)
            code = await self._process.wait()
            self._tell_pid(None)
            log.warning("bot ended, starting it again", code=code)
            await asyncio.sleep(RESTART_AFTER)


async def _end(process: Process) -> None:
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), ENDS_WITHIN)
    except TimeoutError:
        process.kill()
        await process.wait()


def _end_with_parent() -> None:
    # Even a workspace killed with -9 must not leave a bot behind. The kernel sees to that with one call;
    # a pipe to be watched would need the bot's help, and the bot is to be the one that production runs.
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
