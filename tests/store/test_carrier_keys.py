"""Keys to carriers: kept encrypted, opened where they were given for, and found by who may use them."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from structlog.testing import capture_logs

from bot.carriers.accounts import Account
from bot.carriers.kept import Kept, unopened
from bot.carriers.registry import REMEMBERED, Clients
from handlers.kit.carriers import CarrierName
from store.carriers import keys
from store.carriers.keys import CarrierKeyRow, SealedKey
from store.types import WorkspaceId
from store.vault import Vault, WrongKey
from tests.desk import AWAY, HOME, START, Desk
from tests.table import table

KEY, URL = "KEY-that-nobody-may-read", "https://carrier.example.com/v2"
OTHER_VAULT = Vault(key=b"another secret that the tests know of")


def sealed(desk: Desk, workspace: WorkspaceId = keys.EVERY, key: str = KEY, url: str = URL) -> SealedKey:
    seal = keys.seal(desk.tools.vault, workspace, "telnyx", url, key)
    return SealedKey(workspace=workspace, carrier="telnyx", url=url, sealed=seal, public_key="", added_at=START)


def keep(desk: Desk, *kept: SealedKey) -> None:
    with desk.tools.begin() as db:
        for each in kept:
            keys.keep(db, each)


def found(desk: Desk) -> list[tuple[WorkspaceId | None, str]]:
    return [(each.workspace, each.key) for each in Kept(desk.tools.reading, desk.tools.vault)()]


def test_a_key_is_found_again_and_stands_nowhere(desk: Desk) -> None:
    keep(desk, sealed(desk))
    assert found(desk) == [(None, KEY)]
    assert KEY not in repr(desk.everything())
    assert KEY not in repr(Kept(desk.tools.reading, desk.tools.vault)())


def test_a_key_replaces_the_one_before_of_the_same_workspace(desk: Desk) -> None:
    keep(desk, sealed(desk), sealed(desk, HOME), sealed(desk, key="a newer one"))
    assert found(desk) == [(None, "a newer one"), (HOME, KEY)]


def test_a_key_is_forgotten_once(desk: Desk) -> None:
    keep(desk, sealed(desk), sealed(desk, HOME))
    with desk.tools.begin() as db:
        assert [keys.remove(db, HOME, "telnyx") for _ in range(2)] == [True, False]
    assert found(desk) == [(None, KEY)]


@table(
    "moved",
    [
        pytest.param(lambda kept: replace(kept, workspace=AWAY), id="to another workspace"),
        pytest.param(lambda kept: replace(kept, carrier="acs"), id="to another carrier"),
        pytest.param(lambda kept: replace(kept, url="https://thief.example.com"), id="to another address"),
    ],
)
def test_a_key_that_was_moved_in_the_database_does_not_open(
    desk: Desk, moved: Callable[[SealedKey], SealedKey]
) -> None:
    with pytest.raises(WrongKey):
        keys.open_key(desk.tools.vault, moved(sealed(desk, HOME)))


def test_a_key_of_another_vault_is_told_in_words_and_the_others_are_used(desk: Desk) -> None:
    strange = keys.seal(OTHER_VAULT, HOME, "telnyx", URL, KEY)
    keep(desk, replace(sealed(desk, HOME), sealed=strange), sealed(desk))
    with capture_logs() as logs:
        assert found(desk) == [(None, KEY)]
    assert [(entry["event"], entry["workspace"]) for entry in logs] == [(unopened("telnyx"), HOME)]
    assert "NUMBERDESK_LETTER_KEY" in unopened("telnyx")


@table("wrong", [{"carrier": ""}, {"url": "ftp://carrier.example.com"}, {"sealed": b"\0" * 28}], ids=str)
def test_what_cannot_be_an_account_is_refused(desk: Desk, wrong: dict[str, object]) -> None:
    keep(desk, sealed(desk))
    with pytest.raises(IntegrityError), desk.tools.begin() as db:
        db.execute(update(CarrierKeyRow).values(wrong))


def account(key: str, workspace: WorkspaceId | None = None) -> Account:
    return Account(name=CarrierName("telnyx"), url=URL, key=key, workspace=workspace)


def of(clients: Clients, workspace: WorkspaceId) -> list[str]:
    """The keys that a workspace's carriers are asked with."""
    made = {client: each.key for each, client in clients._made.items()}  # after they were asked for
    return [made[client] for client in clients.of(workspace)]  # type: ignore[index] # a client is a carrier


def test_a_workspace_has_its_own_account_before_that_of_all() -> None:
    added = [account("of all"), account("of home", HOME)]
    clients = Clients([account("of the settings")], lambda: START, lambda: added)
    clients.of(HOME), clients.of(AWAY)
    assert (of(clients, HOME), of(clients, AWAY)) == (["of home"], ["of all"])
    assert len(clients.named(CarrierName("telnyx"))) == 3
    clients.close()


def test_what_was_added_is_seen_within_seconds_and_clients_are_kept() -> None:
    ticks, looks = [0.0], []

    def added() -> list[Account]:
        looks.append(ticks[0])
        return [account("first"), account("second", HOME)][: len(looks)]

    clients = Clients([], lambda: START, added, lambda: ticks[0])
    first = clients.of(HOME)
    for ticks[0] in (1.0, REMEMBERED):
        assert clients.of(HOME) == first
    ticks[0] = later = REMEMBERED + 0.1
    assert clients.of(HOME) != first
    assert clients.of(AWAY) == first
    assert looks == [0.0, later]
    clients.close()


def test_a_carrier_that_this_version_does_not_know_is_left() -> None:
    strange = replace(account("of another version"), name=CarrierName("quantum"))
    assert Clients([], lambda: START, lambda: [strange]).of(HOME) == []
