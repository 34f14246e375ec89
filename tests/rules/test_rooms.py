"""One room for each thing the desk does: the kit knows none of them, and they know of each other what is offered."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from handlers import desk
from handlers.kit.feature import Claimed, Feature, join
from tests.rules.test_house import MODULES, ROOT
from tests.table import table

HANDLERS = ROOT / "handlers"
ROOMS = sorted(path.parent.name for path in HANDLERS.glob("*/__init__.py") if path.parent.name != "kit")
LONGEST_FILE = 300  # lines


@cache
def imported(path: Path) -> list[tuple[str, str, bool]]:
    """The rooms that a module imports from, each with the name it takes, and whether it goes past the room's door."""
    return list(_imported(path))


def _imported(path: Path) -> Iterator[tuple[str, str, bool]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.ImportFrom) or not (node.module or "").startswith("handlers"):
            continue
        _, *within = (node.module or "").split(".")
        for alias in node.names:
            room, *inner = [*within, alias.name]
            if room in ROOMS:
                yield room, alias.name, len(inner) > 1


def modules(room: str) -> list[Path]:
    return [path for path in MODULES if path.is_relative_to(HANDLERS / room)]


def test_the_kit_knows_no_feature() -> None:
    assert not [(path.name, room) for path in modules("kit") for room, _, _ in imported(path)]


def test_rooms_know_of_each_other_what_is_offered_at_the_door() -> None:
    beyond = [
        (str(path.relative_to(ROOT)), room, name)
        for own in ROOMS
        for path in modules(own)
        for room, name, is_inside in imported(path)
        if room != own and is_inside
    ]
    assert not beyond


@table("room", ROOMS)
def test_what_others_take_from_a_room_is_in_its_offer(room: str) -> None:
    door = ast.parse((HANDLERS / room / "__init__.py").read_text("utf-8"))
    offers = next(
        ast.literal_eval(node.value)
        for node in door.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    )
    taken = {
        name
        for path in [HANDLERS / "desk.py", *(path for own in ROOMS if own != room for path in modules(own))]
        for of, name, _ in imported(path)
        if of == room and name != room
    }
    assert taken <= set(offers)


def test_no_room_imports_itself_by_way_of_others() -> None:
    known = {own: {room for path in modules(own) for room, _, _ in imported(path)} - {own} for own in ROOMS}
    TopologicalSorter(known).prepare()  # raises where there is a circle


@table("room", [*ROOMS, "kit"])
def test_a_room_opens_with_one_sentence_on_what_it_is_for(room: str) -> None:
    said = ast.get_docstring(ast.parse((HANDLERS / room / "__init__.py").read_text("utf-8"))) or ""
    first, *_ = said.split("\n\n")
    assert first.endswith(".")
    assert ". " not in first


def test_each_room_offers_one_feature_of_its_name() -> None:
    assert sorted(feature.name for feature in desk.ALL if feature.name != "cards") == ROOMS


def test_no_file_holds_two_things() -> None:
    long = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert not {path: lines for path, lines in long.items() if lines > LONGEST_FILE and "versions" not in path}


def twins() -> Iterator[tuple[str, Feature]]:
    """For each table that features fill: a feature that claims what another has claimed there."""
    for claimed_in in ("commands", "runs", "actions", "submissions", "options", "messages", "entries", "approvables"):
        claimed = next(getattr(each, claimed_in) for each in desk.ALL if getattr(each, claimed_in))
        yield claimed_in, Feature(name="twin", **{claimed_in: claimed})
    for claimed_in in ("subjects", "verbs", "timers"):
        claimed = next(getattr(each, claimed_in) for each in desk.ALL if getattr(each, claimed_in))
        yield claimed_in, Feature(name="twin", **{claimed_in: claimed})
    yield "name", replace(Feature(name="twin"), name=desk.ALL[-1].name)


@table("twin", [pytest.param(feature, id=table) for table, feature in twins()])
def test_what_two_features_claim_is_refused(twin: Feature) -> None:
    join(desk.ALL)
    with pytest.raises(Claimed):
        join([*desk.ALL, twin])
