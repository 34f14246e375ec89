"""What a preview says is what comes of it: line by line, as long as nothing else happens between."""

from random import Random

import pytest

from handlers.batches import drafts
from handlers.desk import FEATURES
from handlers.inventory.rules import InventoryRefusal
from store import services, workspaces
from store.batches.types import DONE, Stage, Verb
from store.inventory import assigned_numbers
from store.types import E164, Kind
from store.workspaces.types import Credits
from tests.databases import ENGINES
from tests.desk import EVE, HOME, Desk
from tests.store.batching import (
    ASSIGN,
    EVERY_VERB,
    RELEASE,
    UNASSIGN,
    acquired,
    confirm,
    draft,
    fresh,
    is_done,
    lines,
    ours,
    to_the_end,
    toll_free,
)
from tests.store.serving import BRIDGE, QUEUE, assign, release

LISTS = pytest.mark.parametrize(
    "seed", [*range(3), *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(3, 10))]
)
NAMES = ("Contoso", "contoso", "Sales", "New", "Né", "ne", "x" * 61)
KINDS = ("bridge", "queue", "auto attendant")


def stand(desk: Desk, chance: Random) -> list[E164]:
    """Numbers that are assigned, rest, are of others, or serve nothing, as chance has it."""
    numbers = [*ours(desk, 12), *toll_free(desk, 3)]
    for number in numbers:
        match chance.randrange(5):
            case 0 | 1:
                name, kind = chance.choice([("Contoso", BRIDGE), ("Sales", QUEUE), ("New", BRIDGE)])
                assign(desk, number, name, kind, as_default=chance.random() < 0.2)
            case 2 if chance.random() < 0.5:
                release(desk, number)
    if chance.random() < 0.3:
        desk.set(credits=Credits())
    return [*numbers, *acquired(desk, 2, EVE), E164("+12065550199")]


def some_list(chance: Random, numbers: list[E164], verb: Verb) -> list[str]:
    said: list[str] = []
    for number in chance.choices(numbers, k=chance.randint(1, 24)):
        words = f" to {chance.choice(KINDS)} {chance.choice(NAMES)}{chance.choice(['', ' default'])}"
        goal = words if verb is ASSIGN and chance.random() < 0.7 else ""
        said.append(chance.choice([f"{number}{goal}"] * 9 + ["no number"]))
    return [*said, numbers[0]]


@EVERY_VERB
@LISTS
def test_what_a_preview_says_is_what_comes_of_it(desk: Desk, verb: Verb, seed: int, engine_name: str) -> None:
    chance = Random(2 * seed + ENGINES.index(engine_name))  # twenty lists in all, half of them on each engine
    numbers = stand(desk, chance)
    batch = draft(desk, verb, some_list(chance, numbers, verb))
    with desk.database.reading() as db:
        foreseen = drafts.foreseen(db, workspaces.find(db, HOME), FEATURES.verbs[verb], batch, desk.clock()).lines
    before = desk.everything()["numbers"]
    confirm(desk, batch)
    if DONE in {line.outcome for line in foreseen}:
        assert lines(desk, batch) == foreseen
    else:
        assert fresh(desk, batch).stage is Stage.DRAFT
        assert desk.everything()["numbers"] == before
    for line in foreseen:
        assert line.e164 is None or line.outcome != DONE or is_done(desk, verb, line.e164)
    for name in ("Contoso", "New"):
        with desk.database.reading() as db:
            known = services.named(db, HOME, name, BRIDGE)
            for there in assigned_numbers(db, known).values():
                tolls = [is_default for _, kind, is_default in there if kind is Kind.TOLL]
                assert sum(is_default for _, _, is_default in there) == sum(tolls) == bool(tolls)
    assert desk.verify().flaw is None


@EVERY_VERB
def test_lines_that_follow_a_hundred_others_come_to_what_was_foreseen(desk: Desk, verb: Verb) -> None:
    numbers = ours(desk, 230)
    chance = Random(verb)
    for number in numbers if verb is UNASSIGN else chance.sample(numbers, 40):
        assign(desk, number, chance.choice(["Contoso", "New"]))
    said = [f"{number} to bridge Contoso" for number in numbers] if verb is ASSIGN else numbers
    batch = draft(desk, verb, chance.sample(said, 220))
    with desk.database.reading() as db:
        foreseen = drafts.foreseen(db, workspaces.find(db, HOME), FEATURES.verbs[verb], batch, desk.clock()).lines
    confirm(desk, batch)
    to_the_end(desk, batch)
    assert lines(desk, batch) == foreseen


def test_a_preview_that_has_grown_old_is_not_what_is_done(desk: Desk) -> None:
    """What counts is how it stands when it is confirmed."""
    first, second = ours(desk, 2)
    batch = draft(desk, RELEASE, [first, second])
    assign(desk, second)
    confirm(desk, batch)
    assert [line.outcome for line in lines(desk, batch)] == [DONE, InventoryRefusal.IS_ASSIGNED]
