"""Quota: how many numbers the licences allow, and what is left of it."""

from pathlib import Path

from handlers.kit.feature import Feature
from handlers.kit.settings import Section
from handlers.kit.topics import Group, Topic
from handlers.quota import requests, show
from handlers.quota.ownership import ADOPTED, POOL, PORTED, RESTORED, admit
from handlers.quota.requests import ShowQuota
from handlers.quota.rules import Left, QuotaRefusal, left, quota, take, use
from handlers.quota.views import quota as in_words
from store.workspaces import columns

__all__ = [
    "ADOPTED",
    "POOL",
    "PORTED",
    "QUOTA",
    "RESTORED",
    "Left",
    "QuotaRefusal",
    "admit",
    "in_words",
    "left",
    "quota",
    "take",
    "use",
]

QUOTA = Feature(
    name="quota",
    words=Path(__file__).parent,
    commands={"quota": requests.read_quota},
    runs={ShowQuota: show.quota},
    settings=(
        columns.ENTERPRISE_E5,
        columns.PHONE_SYSTEM,
        columns.AUDIO_CONFERENCING,
        columns.CREDITS_SET_UP,
        columns.CREDITS_AUTO_RECHARGE,
        columns.CREDITS_BALANCE,
    ),
    sections=(Section(name="licences", title="settings-section-licences", typed="settings-typed-licences", order=10),),
    help=(Topic(word="quota", group=Group.FIND, short="help-short-quota", full="help-quota"),),
)
