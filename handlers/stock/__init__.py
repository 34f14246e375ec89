"""Stock: the pool's own numbers come in, are counted and go out."""

from pathlib import Path

from handlers.kit.feature import Feature
from handlers.kit.settings import Section
from handlers.kit.topics import Group, Topic
from handlers.stock import files, low_stock, requests, show
from handlers.stock.entries import ENTRIES
from handlers.stock.incoming import add_sample, bring_in
from handlers.stock.job import OPERATOR, Job, Tally
from handlers.stock.judging import IN_SERVICE_COLUMNS, POOL_COLUMNS
from handlers.stock.low_stock import StockOutbox
from handlers.stock.outgoing import take_out, write
from handlers.stock.refusals import LineFault, RefusedLine
from handlers.stock.requests import ImportStock, ShowPool
from handlers.stock.rules import StockRefusal
from handlers.stock.telling import line_in_words, quota_told, strangers_told, summary
from handlers.stock.views import modals
from store.workspaces.columns import LOW_STOCK

__all__ = [
    "IN_SERVICE_COLUMNS",
    "OPERATOR",
    "POOL_COLUMNS",
    "STOCK",
    "Job",
    "LineFault",
    "RefusedLine",
    "Tally",
    "add_sample",
    "bring_in",
    "line_in_words",
    "quota_told",
    "strangers_told",
    "summary",
    "take_out",
    "write",
]

STOCK = Feature(
    name="stock",
    words=Path(__file__).parent,
    commands={"pool": requests.read_pool},
    runs={ShowPool: show.show, ImportStock: files.ask},
    submissions={modals.FORM: files.look, modals.CONFIRM: files.confirm},
    messages={
        StockOutbox.LOW: low_stock.put,
        StockOutbox.FILE: files.put_file,
        StockOutbox.SHOWN: files.put_shown,
    },
    timers=low_stock.TIMERS,
    settings=(LOW_STOCK,),
    sections=(Section(name="stock", title="settings-section-stock", typed="settings-typed-stock", order=45),),
    entries=ENTRIES,
    help=(Topic(word="pool", group=Group.DESK, full="help-pool", also=("stock", "import"), takes_place=True),),
    by_slacks_word=frozenset({StockRefusal.ADMINS_ONLY}),
)
