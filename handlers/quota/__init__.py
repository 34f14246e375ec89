"""Quota: how many numbers the licences allow, and what is left of it."""

from handlers.kit.feature import Feature
from handlers.quota import requests, show
from handlers.quota.requests import ShowQuota
from handlers.quota.rules import Left, QuotaRefusal, left, quota, take, use
from handlers.quota.views import quota as in_words

__all__ = ["QUOTA", "Left", "QuotaRefusal", "in_words", "left", "quota", "take", "use"]

QUOTA = Feature(
    name="quota",
    commands={"quota": requests.read_quota},
    runs={ShowQuota: show.quota},
)
