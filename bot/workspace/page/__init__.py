"""The page on which a person tries the desk as if in Slack. Served whole from this machine."""

from pathlib import Path
from typing import Annotated

from fastapi import FastAPI, Query
from nicegui import Client, ui

from bot.workspace.page.tab import Tab
from bot.workspace.page.unread import Read
from bot.workspace.workspace import Workspace

_HERE = Path(__file__).parent


def mount(app: FastAPI, workspace: Workspace) -> None:
    """Serve the page at `/`: after all other routes, because it takes what they leave."""
    read = Read()
    style = (_HERE / "style.css").read_text(encoding="utf-8")
    script = (_HERE / "script.js").read_text(encoding="utf-8")

    @ui.page("/", title="Numberdesk")
    def page(client: Client, user: Annotated[str, Query(alias="as")] = "ada", channel: str = "phone-numbers") -> None:
        ui.add_css(style)
        ui.add_head_html(f"<script>{script}</script>")
        Tab(workspace, read, client, user=user, where=channel)

    ui.run_with(app, favicon="☎️", dark=None, language="en-US", tailwind=False, show_welcome_message=False)
