"""What is set for port orders beside what has a column of its own."""

from store.workspaces.kinds import WholeNumber
from store.workspaces.settings import Setting

SECRET_DAYS = Setting(
    name="port_secret_days",
    section="ports",
    kind=WholeNumber(most=365),
    default=30,
    label="settings-secret-days",
    hint="settings-secret-days-hint",
)
