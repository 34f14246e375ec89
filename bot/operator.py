"""The desk as whoever runs it has it at the command line: its database and clocks, and no Slack."""

import getpass
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from bot import keys
from bot.clock import desk_clock, real_now
from bot.settings import Settings, require
from bot.startup import check_key, check_tables
from handlers.desk import FEATURES
from handlers.kit.carriers import NoCarriers
from handlers.kit.member import Group, Member, Standing
from handlers.kit.tools import SlackSilent, Tools
from handlers.stock import OPERATOR
from store.session import connect
from store.types import ChannelId, GroupId, UserId, WorkspaceId
from store.vault import Vault

_NOWHERE = WorkspaceId("")


class _NoSlack:
    """Nobody can be asked for here."""

    def member(self, _workspace: WorkspaceId, _user: UserId) -> Member:
        raise SlackSilent

    def groups(self, _workspace: WorkspaceId) -> Mapping[GroupId, Group]:
        raise SlackSilent

    def admins(self, _workspace: WorkspaceId) -> Iterable[UserId]:
        raise SlackSilent

    def members_of(self, _workspace: WorkspaceId, _channel: ChannelId) -> Iterable[UserId]:
        raise SlackSilent

    def is_in(self, _workspace: WorkspaceId, _channel: ChannelId, _user: UserId) -> bool:
        raise SlackSilent


@contextmanager
def operating(settings: Settings, database_url: str | None) -> Iterator[tuple[Tools, Member]]:
    """The desk's tools for work at the command line, and who does it. Raises BadSettings."""
    url = database_url or settings.database_url
    key = settings.audit_key.get_secret_value().encode() or keys.kept(url)
    if not key:
        require(settings, "audit_key")
    database = connect(url)
    with database.reading() as db:
        check_tables(db)
        check_key(db, key)
    tools = Tools(
        begin=database.begin,
        reading=database.reading,
        now=desk_clock(settings.clock_file),
        real_now=real_now,
        can_post=lambda _workspace, _channel: False,
        people=_NoSlack(),
        audit_key=key,
        vault=Vault(key=settings.vault_key or key),
        features=FEATURES,
        carriers=NoCarriers(),
    )
    try:
        yield (
            tools,
            Member(
                workspace=_NOWHERE, user=OPERATOR, standing=Standing.ADMIN, locale="en", name=f"operator {_account()}"
            ),
        )
    finally:
        database.close()


def _account() -> str:
    """The account at this machine."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # in a container it may have no name
        return ""
