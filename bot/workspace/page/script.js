// Times in the reader's own zone, and the desk's clock. Offline and by themselves: no server knows the reader's zone.

const DAY = 86_400_000;
const SHAPES = {
  date_num: null,
  date_slash: { year: "numeric", month: "2-digit", day: "2-digit" },
  date: { year: "numeric", month: "long", day: "numeric" },
  date_short: { year: "numeric", month: "short", day: "numeric" },
  date_long: { weekday: "long", year: "numeric", month: "long", day: "numeric" },
  time: { hour: "numeric", minute: "2-digit" },
  time_secs: { hour: "numeric", minute: "2-digit", second: "2-digit" },
};

let deskOffset = 0; // seconds by which the desk's time is ahead

function deskNow() {
  return new Date(Date.now() + deskOffset * 1000);
}

function shown(when, word, language) {
  if (word === "ago") return ago(when, language);
  if (word.endsWith("_pretty")) return nearDay(when, language) ?? shown(when, word.slice(0, -7), language);
  if (word === "day_divider_pretty") return nearDay(when, language) ?? shown(when, "date_long", language);
  if (word === "date_num") return when.toLocaleDateString("sv-SE");
  if (!(word in SHAPES)) return `{${word}}`;
  return new Intl.DateTimeFormat(language, SHAPES[word]).format(when);
}

function nearDay(when, language) {
  const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());
  const days = Math.round((midnight(when) - midnight(deskNow())) / DAY);
  if (Math.abs(days) > 1) return null;
  return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(days, "day");
}

function ago(when, language) {
  const minutes = Math.round((when - deskNow()) / 60_000);
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  if (Math.abs(minutes) < 60) return words.format(minutes, "minute");
  if (Math.abs(minutes) < 1440) return words.format(Math.round(minutes / 60), "hour");
  return words.format(Math.round(minutes / 1440), "day");
}

// <desk-time epoch="1700000000" form="{date_short_pretty} {time}">what to show without this script</desk-time>
class DeskTime extends HTMLElement {
  static observedAttributes = ["epoch", "form"];
  connectedCallback() {
    this.show();
  }
  attributeChangedCallback() {
    if (this.isConnected) this.show();
  }
  show() {
    const when = new Date(Number(this.getAttribute("epoch")) * 1000);
    if (isNaN(when)) return;
    const language = this.closest("[lang]")?.lang || undefined;
    const form = this.getAttribute("form") || "{time}";
    this.textContent = form.replace(/\{(\w+)\}/g, (_, word) => shown(when, word, language));
    this.title = when.toLocaleString(language, { dateStyle: "full", timeStyle: "medium" });
  }
}

// <desk-clock offset="120"></desk-clock>
class DeskClock extends HTMLElement {
  static observedAttributes = ["offset"];
  connectedCallback() {
    this.show();
    this.ticking = setInterval(() => this.show(), 1000);
  }
  disconnectedCallback() {
    clearInterval(this.ticking);
  }
  attributeChangedCallback(_name, _old, offset) {
    deskOffset = Number(offset);
    this.show();
  }
  show() {
    this.textContent = shown(deskNow(), "time_secs", undefined);
  }
}

customElements.define("desk-time", DeskTime);
customElements.define("desk-clock", DeskClock);
