"""Bots that are there at once: forked from a process that has imported all of it, so that many can be killed."""

import os
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from tests.flow.product import Product

_FORKS = get_context("forkserver")
_WHEN_IT_IS_NEEDED = [
    "bot.commands",
    "slack_bolt.adapter.socket_mode",
    "apscheduler.schedulers.background",
    "babel.dates",
    "cryptography.hazmat.primitives.ciphers.aead",
]  # what a bot imports later than when it starts
_FORKS.set_forkserver_preload([__name__, "pytest", "bot.__main__", *_WHEN_IT_IS_NEEDED, "tests.flow.warm"])


def start_bot(product: Product, *arguments: str) -> ForkServerProcess:
    """Run `python -m bot …` beside the workspace."""
    process = _FORKS.Process(target=_run, args=(arguments, product.bot_environment, product.log), daemon=True)
    process.start()
    product.ends_with_all(process)
    return process


def _run(arguments: tuple[str, ...], environment: dict[str, str], log: Path) -> None:
    os.environ.update(environment)
    with log.open("ab") as file:
        for stream in (1, 2):
            os.dup2(file.fileno(), stream)
    from bot.__main__ import run  # reads the environment

    run(arguments)
