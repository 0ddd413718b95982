// ClaimGraph's custom elements: shortcuts, copying, the graph's keys, a run's progress, running a query.
// Every page works without them. They are elements because scripts inside pages do not run after enhanced navigation.
const find = (selector, root = document) => root.querySelector(selector);
const inField = e => e.composedPath().some(n => n.matches?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]"));
const setCookie = (name, value) => { document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`; };

// The visitor's zone, once; the settings page may set another.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !/(^|; )tz=/.test(document.cookie)) setCookie("tz", zone);

// Shortcuts: any link, button or field with data-key. Single keys act only outside fields and without modifiers.
customElements.define("cg-keys", class extends HTMLElement {
  connectedCallback() {
    this.waiting = "";
    this.listener = e => this.press(e);
    document.addEventListener("keydown", this.listener);
  }
  disconnectedCallback() { document.removeEventListener("keydown", this.listener); }
  press(e) {
    if (this.hasAttribute("off") || e.ctrlKey || e.altKey || e.metaKey || e.defaultPrevented || inField(e)) return;
    const key = e.key.length === 1 ? e.key.toLowerCase() : "";
    if (!key || key === " ") return;
    const pressed = this.waiting ? `${this.waiting} ${key}` : key;
    this.waiting = "";
    clearTimeout(this.timer);
    // What the page offers comes before what the frame does.
    const all = `[data-key="${CSS.escape(pressed)}"]`;
    const target = find(`main ${all}`) ?? find(all);
    if (target) { e.preventDefault(); this.act(target); return; }
    if (pressed === "j" || pressed === "n") { this.step(e, 1, pressed === "n"); return; }
    if (pressed === "k" || pressed === "p") { this.step(e, -1, pressed === "p"); return; }
    if (pressed === "f") { const fold = find(".fold"); if (fold) { fold.open = true; find("input, select", fold)?.focus(); e.preventDefault(); } return; }
    if (find(`[data-key^="${CSS.escape(pressed)} "]`)) { this.waiting = pressed; this.timer = setTimeout(() => { this.waiting = ""; }, 1500); }
  }
  act(target) {
    const field = target.dataset.needs && document.getElementById(target.dataset.needs);
    if (field && !field.value.trim()) { field.focus(); return; }
    if (target.matches("input, textarea, select")) { target.focus(); target.select?.(); } else target.click();
  }
  step(e, by, claims) {
    const items = [...document.querySelectorAll(claims ? "[data-claim]" : "[data-item]")];
    if (!items.length) return;
    const now = items.findIndex(i => i.contains(document.activeElement));
    const next = items[now < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(items.length - 1, Math.max(0, now + by))];
    (next.matches("a, button") ? next : find("a, button", next))?.focus();
    next.scrollIntoView({ block: "nearest" });
    e.preventDefault();
  }
});

// Copies the text of the element that it names.
customElements.define("cg-copy", class extends HTMLElement {
  connectedCallback() {
    const button = find("button", this);
    button.hidden = false;
    button.addEventListener("click", async () => {
      const source = document.getElementById(this.getAttribute("for"));
      await navigator.clipboard.writeText(source.value ?? source.textContent);
      this.setAttribute("done", "");
      const said = this.said ??= this.appendChild(Object.assign(document.createElement("span"), { role: "status", className: "meta" }));
      said.textContent = ` ${this.getAttribute("said") ?? "✓"}`;
    });
  }
});

// Arrow keys move to the nearest node in that direction; one tab stop for the whole picture.
customElements.define("cg-graph", class extends HTMLElement {
  connectedCallback() {
    this.nodes = [...this.querySelectorAll("svg a[data-node]")];
    const focus = find("a.focus", this) ?? this.nodes[0];
    for (const node of this.nodes) node.setAttribute("tabindex", node === focus ? "0" : "-1");
    this.addEventListener("keydown", e => this.press(e));
    this.addEventListener("focusin", e => {
      const node = e.target.closest?.("a[data-node]");
      if (!node) return;
      for (const n of this.nodes) n.setAttribute("tabindex", n === node ? "0" : "-1");
    });
  }
  press(e) {
    const at = e.target.closest?.("a[data-node]");
    if (!at || e.ctrlKey || e.altKey || e.metaKey) return;
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[e.key];
    if (way) { e.preventDefault(); this.nearest(at, way)?.focus(); return; }
    if (e.key === "f") { e.preventDefault(); e.stopPropagation(); location.assign(at.dataset.around); }
    if (e.key === "l") { e.preventDefault(); e.stopPropagation(); (find(`.links a[href="${CSS.escape(at.getAttribute("href"))}"]`) ?? find(".links a"))?.focus(); }
  }
  // Ahead counts once, aside counts twice; with nothing ahead, the next in order, so that every node is reached.
  nearest(at, [dx, dy]) {
    const place = n => ({ x: +n.dataset.x, y: +n.dataset.y });
    const from = place(at);
    let best = null, least = Infinity;
    for (const node of this.nodes) {
      if (node === at) continue;
      const to = place(node), ahead = (to.x - from.x) * dx + (to.y - from.y) * dy;
      if (ahead <= 0) continue;
      const far = ahead + 2 * Math.abs((to.x - from.x) * dy + (to.y - from.y) * dx);
      if (far < least) { least = far; best = node; }
    }
    if (best) return best;
    const i = this.nodes.indexOf(at) + (dx + dy > 0 ? 1 : -1);
    return this.nodes[(i + this.nodes.length) % this.nodes.length];
  }
});

// A run's progress: the page itself is asked again whenever the server says that something moved on.
customElements.define("cg-progress", class extends HTMLElement {
  connectedCallback() {
    this.events = new EventSource(this.getAttribute("src"));
    this.events.addEventListener("progress", () => this.refresh());
    this.events.addEventListener("done", () => { this.events.close(); this.refresh(); });
  }
  disconnectedCallback() { this.events.close(); }
  async refresh() {
    if (this.busy) { this.again = true; return; }
    this.busy = true;
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (answer.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("cg-progress");
      if (fresh) this.replaceChildren(...fresh.childNodes);
    }
    this.busy = false;
    if (this.again) { this.again = false; this.refresh(); }
  }
});

// Ctrl+Enter runs the query.
customElements.define("cg-run", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("keydown", e => {
      if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) { e.preventDefault(); find("[data-run]", this).click(); }
    });
  }
});

// After enhanced navigation the focus goes to the heading, or to what is wrong; a thin line shows when a page takes long.
const bar = document.body.appendChild(Object.assign(document.createElement("div"), { className: "loading", ariaHidden: "true" }));
bar.setAttribute("data-permanent", "");
const ready = () => {
  const wrong = find("[data-focus]");
  if (wrong) { wrong.focus(); return; }
  if (location.hash) return;
  const head = find("h1");
  head?.setAttribute("tabindex", "-1");
  head?.focus({ preventScroll: true });
};
find("[data-focus]")?.focus();
const start = () => {
  let last = location.href;
  Blazor.addEventListener("enhancednavigationstart", () => bar.classList.add("on"));
  Blazor.addEventListener("enhancedload", () => {
    bar.classList.remove("on");
    if (!bar.isConnected) document.body.append(bar);
    for (const menu of document.querySelectorAll(".menu[open]")) menu.open = false;
    if (location.href !== last || find("[data-focus]")) ready();
    last = location.href;
  });
};
if (window.Blazor) start(); else addEventListener("load", () => window.Blazor && start());
