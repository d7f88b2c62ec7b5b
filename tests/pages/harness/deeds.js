// What a person does, done by a script in the page: it sets fields and fires the events that hands would cause, many
// times faster than a driver's keyboard. Each deed resolves once the page has taken it.
window.deeds = (() => {
  "use strict";
  const PREFIX = "heatgrid/1/r/";
  const one = (selector, inside = document) => inside.querySelector(selector);
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const pick = (list, chance) => list[Math.floor(chance() * list.length)];

  /** Lets the page go on. Unlike a timer, this is not slowed down in a tab that is not in front. */
  const turn = () =>
    new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(null);
    });

  const until = async (what, look) => {
    for (const start = Date.now(); Date.now() < start + 60000; await turn()) {
      const found = look();
      if (found) return found;
    }
    throw new Error(`waited in vain for ${what}; the page says: ${one("main")?.innerText.slice(0, 300)}`);
  };

  const press = (it, key, more = {}) =>
    it.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));

  const type = (field, text) => {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const leave = (field) => field.dispatchEvent(new Event("change", { bubbles: true }));

  const button = (name, inside = document) =>
    all("button", inside).find((it) => (it.getAttribute("aria-label") ?? it.textContent.trim()) === name && !it.disabled);

  /** Shows a view of the open register, by its word in the address and what is there then. */
  const view = async (word, selector) => {
    const to = `${location.hash.split("/").slice(0, 3).join("/")}/${word}`;
    if (!location.hash.startsWith(to)) location.hash = to;
    return until(`the view ${word}`, () => one(selector));
  };
  const grid = () => view("grid", "main [role=grid][aria-label=Risks]");
  const card = () => view("card", "main .card-view article");

  const rows = (it) => all("[role=row][aria-rowindex]", it).filter((row) => row.ariaRowIndex > 2);

  /** The cell of a row, from 0, under a heading; a score's under that of its group. */
  const cell = (it, row, heading) => {
    const words = (head) => [...head.children].map((child) => child.textContent).join("").replace(/[ ↑↓]+$/, "");
    const groups = all("[role=columnheader][aria-colspan]", it).flatMap((head) =>
      Array(Number(head.getAttribute("aria-colspan"))).fill(words(head)),
    );
    const headings = all("[role=columnheader][aria-colindex]", it).map((head, place) =>
      words(head) === "Score" ? groups[place] : words(head),
    );
    const there = rows(it).sort((a, b) => a.ariaRowIndex - b.ariaRowIndex)[row];
    return one(`[aria-colindex="${headings.indexOf(heading) + 1}"]`, there);
  };

  const editor = () => one(".editor :is(input, textarea, select)");

  /** Opens the editor of a cell. While the grid is being drawn, it does not hear the key. */
  const begin = async (row, heading) => {
    const it = await grid();
    let turns = 0;
    return until(`the editor of ${heading}`, () => {
      if (!editor() && turns++ % 50 === 0) {
        const there = cell(it.isConnected ? it : one("main [role=grid]"), row, heading);
        there?.focus();
        if (there) press(there, "Enter");
      }
      return editor();
    });
  };

  const edit = async (row, heading, text) => {
    const field = await begin(row, heading);
    type(field, text);
    press(field, "Enter");
    await until(`${heading} to take ${text}`, () => !editor());
  };

  /** What was stored after each change of a deed that makes several. */
  const passed = [];

  const add = async (title) => {
    await grid();
    (button("Add risk") ?? button("Add the first risk")).click();
    passed.push(state());
    // While the grid is being drawn, the editor may go with what was drawn before.
    for (let turns = 0; turns < 500 && !editor(); turns += 1) await turn();
    const field = editor() ?? (await begin(rows(await grid()).length - 1, "Risk"));
    type(field, title);
    press(field, "Enter");
    await until("the title to be taken", () => !editor());
  };

  /** Uses a button for the row with the cursor: `Delete`, `Duplicate`, `Move up`, `Move down`. */
  const use = async (row, name) => {
    const it = await grid();
    const there = await until(`the button ${name}`, () => {
      cell(it.isConnected ? it : one("main [role=grid]"), row, "Risk")?.focus();
      return button(name, one(".row-bar"));
    });
    there.click();
  };

  /** A field on the card that says what it is for, e.g. `Notes`. */
  const write = async (label, text) => {
    const sheet = await card();
    const field = await until(label, () => one(`[aria-label="${label}"]`, sheet));
    type(field, text);
    leave(field);
  };

  /** Adds an entry to a list of the card: `control`, `action`, `trigger`. */
  const list = async (entry, text) => {
    const sheet = await card();
    const count = () => all("[data-item]", sheet).length;
    const before = count();
    (await until(`Add ${entry}`, () => button(`Add ${entry}`, sheet))).click();
    passed.push(state());
    await until(`the new ${entry}`, () => count() > before);
    const field = await until("its field", () => {
      const it = document.activeElement;
      return it?.closest("[data-item]") && it.matches("textarea, input") && it;
    });
    type(field, text);
    leave(field);
  };

  const level = async (label, text) => {
    const page = await view("criteria", "main .criteria");
    const field = await until(label, () => one(`[aria-label="${label}"]`, page));
    type(field, text);
    leave(field);
  };

  const make = async (title) => {
    location.hash = "#/";
    (await until("New register", () => button("New register"))).click();
    const form = await until("the question for a title", () => one("dialog[open] form"));
    type(one("input", form), title);
    form.requestSubmit();
    await until("its grid", () => location.hash.startsWith("#/r/") && one("main .grid-view"));
  };

  const step = async (name) => {
    button(name, one("header"))?.click();
    await turn();
  };

  /** Any edit, as chance will have it; says which. */
  const any = async (chance) => {
    const text = `Text ${Math.floor(chance() * 1e9).toString(36)}`;
    const count = rows(await grid()).length;
    const row = Math.floor(chance() * count);
    const kinds = [
      ["a title", () => edit(row, "Risk", text)],
      ["an owner", () => edit(row, "Owner", text)],
      ["notes", () => edit(row, "Notes", text)],
      ["a score", () => edit(row, "Residual", `${1 + Math.floor(chance() * 5)}x${1 + Math.floor(chance() * 5)}`)],
      ["a copy", () => use(row, "Duplicate")],
      ["a move", () => use(row, pick(["Move up", "Move down"], chance))],
      ["a description", () => write("Description", text)],
      ["a control", () => list("control", text)],
      ["an action", () => list("action", text)],
      ["a level", () => level(`Label of ${pick(["likelihood", "impact"], chance)} level ${1 + Math.floor(chance() * 5)}`, text)],
      ["undo", () => step("Undo")],
      ["redo", () => step("Redo")],
      ["a removal", () => use(row, "Delete")],
      ["a risk", () => add(text)],
    ];
    const [name, deed] = count < 3 ? kinds.at(-1) : count > 12 ? kinds.at(-2) : pick(kinds, chance);
    await deed();
    return name;
  };

  /** A source of chance that a seed decides. */
  const chances = (seed) => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let it = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    it = (it + Math.imul(it ^ (it >>> 7), 61 | it)) ^ it;
    return ((it ^ (it >>> 14)) >>> 0) / 4294967296;
  };

  /** Waits until the bar says that all is saved. */
  const saved = () =>
    until("“Saved” in the bar", () => one("header .saved")?.textContent.startsWith("Saved"));

  /** What is stored of all registers, but for what says how far the storing is: that differs after a stop. */
  const state = () => {
    const found = {};
    for (const key of Object.keys(localStorage)) {
      const [, part] = key.startsWith(PREFIX) ? key.slice(PREFIX.length).split("/") : [];
      if (part === "head" || part === "risk") {
        const { seen, ...value } = JSON.parse(localStorage.getItem(key));
        found[key] = JSON.stringify(value);
      } else if (part === "log") {
        found[key] = localStorage.getItem(key);
      }
    }
    return found;
  };

  /** Does any edit and says after which states it may be cut short: those before, in between and after it. */
  const cut = async (chance) => {
    passed.splice(0, passed.length, state());
    await any(chance);
    return [...passed, state()];
  };

  /**
   * How many risks the open register has, and the titles of those in sight: as the grid shows them, and as they are stored.
   * Notices above the grid may leave little of it.
   */
  const titles = async () => {
    const it = await grid();
    const places = rows(it).map((row) => row.ariaRowIndex - 3).sort((a, b) => a - b);
    const shown = places.map((_, row) => one(".text", cell(it, row, "Risk"))?.textContent.trim() ?? "");
    const base = `${PREFIX}${location.hash.split("/")[2]}/risk/`;
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(base));
    const risks = keys.map((key) => JSON.parse(localStorage.getItem(key)));
    const before = (a, b) => a.rank < b.rank || (a.rank === b.rank && a.risk.id < b.risk.id);
    const stored = risks.sort((a, b) => (before(a, b) ? -1 : 1)).map(({ risk }) => risk.title ?? "");
    return [[it.ariaRowCount - 2, ...shown], [stored.length, ...places.map((place) => stored[place])]];
  };

  /** Types into a field of the open register and waits until the text is kept on the disk. */
  const leaveTyped = async (row, text) => {
    type(await begin(row, "Risk"), text);
    const kept = (key) => key.includes("/draft/") && localStorage.getItem(key).includes(text);
    await until("the text to be kept", () => Object.keys(localStorage).some(kept));
    await heatgridJournal.settled();
    return state();
  };

  return {
    any, add, all, begin, button, card, cell, chances, cut, edit, grid, leaveTyped, level, list, make, one, press, saved, state, step,
    titles, turn, type, until, use, view, write,
  };
})();
