"""The throwaway workspace's fixed ids, and the people and channels it starts with."""

from bot.workspace.state import Channel, Member, State, Usergroup

TEAM_ID = "T0LOCAL01"
TEAM_DOMAIN = "numberdesk-local"
PARTNER_TEAM_ID = "T0PARTNER"
APP_ID = "A0DESK001"
BOT_ID = "B0DESK001"
BOT_USER_ID = "U0DESK001"
BOT_NAME = "numberdesk"
VERIFICATION_TOKEN = "local-verification"  # noqa: S105 - Slack sends one still; nobody checks it


def sample_state() -> State:
    """A new copy of what every workspace starts with: five people, four channels, one user group, nothing said yet.

    Ada is an admin, Chloé reads French, Dev is a guest, and Eve is from another workspace.
    """
    members = [*_people(), _desk()]
    return State(
        members={member.id: member for member in members},
        channels={channel.id: channel for channel in [*_channels(), *_direct_messages()]},
        usergroups={"S0TELEPH1": Usergroup(id="S0TELEPH1", handle="telephony", users=("U0ADA0001", "U0BEN0001"))},
    )


def _people() -> list[Member]:
    return [
        Member(id="U0ADA0001", name="ada", real_name="Ada Ek", team_id=TEAM_ID, is_admin=True),
        Member(id="U0BEN0001", name="ben", real_name="Ben Okafor", team_id=TEAM_ID),
        Member(id="U0CHLOE01", name="chloe", real_name="Chloé Martin", team_id=TEAM_ID, locale="fr-FR"),
        Member(id="U0DEV0001", name="dev", real_name="Dev Rao", team_id=TEAM_ID, is_restricted=True),
        Member(id="U0EVE0001", name="eve", real_name="Eve Lindqvist", team_id=PARTNER_TEAM_ID),
    ]


def _desk() -> Member:
    return Member(id=BOT_USER_ID, name=BOT_NAME, real_name="Numberdesk", team_id=TEAM_ID, is_bot=True)


def _channels() -> list[Channel]:
    staff = {"U0ADA0001", "U0BEN0001", "U0CHLOE01", "U0DEV0001", BOT_USER_ID}
    return [
        Channel(id="C0PHONES1", name="phone-numbers", members=set(staff)),
        Channel(id="C0GENERAL", name="general", members=set(staff)),
        Channel(
            id="C0PARTNER",
            name="shared-partner",
            members={"U0EVE0001", "U0ADA0001", BOT_USER_ID},
            is_ext_shared=True,
        ),
        Channel(id="C0PRIVOPS", name="private-ops", members={"U0ADA0001", "U0BEN0001"}, is_private=True),
    ]


def _direct_messages() -> list[Channel]:
    return [
        Channel(
            id="D" + person.id.removeprefix("U"),
            name=person.id,
            members={person.id, BOT_USER_ID},
            is_private=True,
            user=person.id,
        )
        for person in _people()
    ]
