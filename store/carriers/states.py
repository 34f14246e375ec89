"""The one table of what can become of a number at a carrier."""

from collections.abc import Mapping

from store.carriers.types import State

TRANSITIONS: Mapping[State, frozenset[State]] = {
    State.TO_HOLD: frozenset({State.HELD, State.GONE, State.DROPPING}),
    State.HELD: frozenset({State.TO_ORDER, State.DROPPING}),
    State.DROPPING: frozenset({State.ENDED}),
    State.TO_ORDER: frozenset({State.ASKED}),
    State.ASKED: frozenset({State.WAITING, State.PAPERS, State.OURS, State.FAILED, State.CANCELLED}),
    State.WAITING: frozenset({State.PAPERS, State.OURS, State.FAILED, State.CANCELLED}),
    State.PAPERS: frozenset({State.WAITING, State.OURS, State.FAILED, State.CANCELLED}),
    State.OURS: frozenset({State.GIVING_UP}),
    State.GIVING_UP: frozenset({State.GIVEN_UP, State.NOT_GIVEN_UP}),
    State.NOT_GIVEN_UP: frozenset({State.GIVEN_UP}),
}

FIRST = (State.TO_HOLD, State.HELD, State.OURS)  # held again within the carrier's time; adopted
RESERVED = (State.TO_HOLD, State.HELD)
ORDERED = (State.TO_ORDER, State.ASKED, State.WAITING, State.PAPERS)
NOT_GIVEN = (State.FAILED, State.CANCELLED)
LEAVING = (State.GIVING_UP, State.NOT_GIVEN_UP)
LIVE = (*RESERVED, *ORDERED, State.OURS, *LEAVING)  # a number is so for one workspace, once
OWNED = (State.OURS, *LEAVING, State.GIVEN_UP)


def before(state: State) -> list[State]:
    """The states from which a number can come into this one."""
    return [each for each, following in TRANSITIONS.items() if state in following]
