"""The house stands as described: imports only go down, and only the edges know the world outside."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

from store.schema import TABLES, Base
from tests.table import table

ROOT = Path(__file__).parents[2]
FLOORS = ("store", "handlers", "bot")  # each may import itself and what stands before it
EDGES = {"apscheduler", "fastapi", "nicegui", "slack_bolt", "starlette", "structlog", "typer", "uvicorn"}
MODULES = sorted(path for floor in FLOORS for path in (ROOT / floor).rglob("*.py"))
TYPES = [path for path in MODULES if path.name == "types.py" and path.is_relative_to(ROOT / "store")]


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide where they go"
            yield node.module or ""


@table("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_only_go_down(path: Path) -> None:
    floor = path.relative_to(ROOT).parts[0]
    above = (*FLOORS[FLOORS.index(floor) + 1 :], "tests")
    up = [name for name in imports(path) if name.split(".")[0] in above]
    assert not up


@table("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_edges_know_the_world_outside(path: Path) -> None:
    if path.relative_to(ROOT).parts[0] == "bot":
        return
    known = {name.split(".")[0] for name in imports(path)} & EDGES
    clients = [
        name for name in imports(path) if name.startswith("slack_sdk") and not name.startswith("slack_sdk.models")
    ]
    assert not known
    assert not clients


def test_the_local_workspace_is_known_to_nobody_below_it() -> None:
    rooms = [path for path in MODULES if "workspace" not in path.parts and path.parent.name != "page"]
    knowing = [path.name for path in rooms if any(name.startswith("bot.workspace") for name in imports(path))]
    assert set(knowing) <= {"commands.py", "local.py"}


@table("path", TYPES, ids=lambda path: str(path.relative_to(ROOT)))
def test_types_know_types_alone(path: Path) -> None:
    ours = [name for name in imports(path) if name.split(".")[0] in FLOORS]
    assert all(name.startswith("store.") and name.endswith(".types") for name in ours)
    assert not [name for name in imports(path) if name.split(".")[0] == "sqlalchemy"]


def test_the_types_that_all_subjects_share_import_nothing_of_ours() -> None:
    assert not [name for name in imports(ROOT / "store" / "types.py") if name.split(".")[0] in FLOORS]


def test_no_subject_of_the_store_imports_itself_by_way_of_others() -> None:
    imported: dict[str, set[str]] = {}
    for path in (each for each in (ROOT / "store").rglob("*.py") if "migrations" not in each.parts):
        subject = path.relative_to(ROOT / "store").with_suffix("").parts[0]
        others = {name.split(".")[1] for name in imports(path) if name.startswith("store.")}
        imported.setdefault(subject, set()).update(others - {subject})
    TopologicalSorter(imported).prepare()  # raises where there is a circle


def test_all_tables_are_in_the_schema() -> None:
    assert {row.__tablename__ for row in TABLES} == Base.metadata.tables.keys()
