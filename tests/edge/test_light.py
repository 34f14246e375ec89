"""A process starts light: what is heavy and seldom used is imported where it is used."""

import subprocess
import sys

import pytest

HEAVY = {"matplotlib", "numpy", "PIL", "fpdf", "fontTools", "holidays", "nicegui", "fastapi", "alembic", "cryptography"}
HEAVY |= {"pydantic", "rich", "pygments", "httpx", "babel", "fluent", "attr"}


def imported(modules: str) -> set[str]:
    """The packages that a new process has imported with these modules."""
    program = f"import {modules}, sys; print(*[name.partition('.')[0] for name, it in sys.modules.items() if it])"
    return set(
        subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout.split()
    )


@pytest.mark.parametrize(
    "of_process",
    [
        pytest.param("bot.build", id="any"),
        pytest.param("bot.build, bot.web, uvicorn", id="web"),
        pytest.param("bot.build, slack_bolt.adapter.socket_mode", id="socket"),
        pytest.param("bot.build, apscheduler.schedulers.background", id="worker"),
    ],
)
def test_nothing_heavy_is_imported_at_the_start(of_process: str) -> None:
    assert imported(f"bot.__main__, {of_process}") & HEAVY == set()


def test_who_does_not_keep_the_clock_does_without_a_scheduler() -> None:
    assert "apscheduler" not in imported("bot.__main__, bot.build, bot.web")


def test_what_is_imported_is_seen() -> None:
    assert {"matplotlib", "numpy"} <= imported("bot.build, matplotlib.figure")
