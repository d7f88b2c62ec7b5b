// Shows a register in every place where a text of it stands, and looks what that has done.
const [hash, reason] = given;
const { all, begin, button, card, grid, one, press, turn, type, until } = deeds;
const found = [];
let places = 0;

/** Unfolds what is folded and looks once the page has drawn it. */
const look = async (where) => {
  for (const it of all("main details")) it.open = true;
  for (let turns = 0; turns < 3; turns += 1) await turn();
  places += 1;
  if (one(".rescue")) throw new Error(`the page has stopped at ${where}`);
  found.push(...trap.look(where));
};
const escape = async () => {
  press(document.activeElement, "Escape");
  await turn();
  for (const it of all("dialog[open]")) it.close();
  await turn();
};
const show = async (word, selector) => {
  location.hash = `${hash.split("/").slice(0, 3).join("/")}/${word}`;
  await until(word, () => one("nav [aria-current=page]")?.getAttribute("href").includes(`/${word}`) && one(`main ${selector}`));
  // A person looks before going on.
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
};

await show("grid", ".grid-view [role=gridcell]");
await look("grid");
for (const heading of ["Owner", "Category", "Response", "Risk"]) {
  await begin(0, heading);
  await look(`the editor of ${heading}`);
  await escape();
}
for (const name of ["Close…", "Set a field…"]) {
  one("[role=gridcell]", await grid()).focus();
  const open = await until(name, () => button(name, one(".row-bar")) ?? button("Reopen", one(".row-bar")));
  if (open.textContent === "Reopen") continue;
  open.click();
  await until("a dialog", () => one("dialog[open]"));
  await look(name);
  await escape();
}
for (const name of ["+ Filter", "Sort", "My filters", "Columns"]) {
  (await until(name, () => all("button").find((it) => it.textContent.startsWith(name)))).click();
  await until("a dialog", () => one("dialog[open]"));
  for (const list of all("dialog[open] select")) {
    for (const field of ["owner", "category"]) {
      const option = [...list.options].find((it) => it.label.toLowerCase().startsWith(field));
      if (option) {
        list.value = option.value;
        list.dispatchEvent(new Event("change", { bubbles: true }));
        await turn();
      }
    }
  }
  await look(name);
  await escape();
}

await show("card", ".card-view article");
await look("card");
const why = all("main .card-view input[type=text]").find((it) => /reason/i.test(it.getAttribute("aria-label") ?? it.placeholder));
if (why) type(why, reason);
button("Duplicate", one("main"))?.click();
await look("the message of a copy");
button("Delete", one("main"))?.click();
await look("the message of a removal");

await show("heatmap", ".heat-view");
all("main .heat-view button").find((it) => /^Likelihood/.test(it.getAttribute("aria-label") ?? ""))?.click();
for (const chip of all("main .heat-view .number").slice(0, 2)) {
  chip.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
  chip.focus?.();
  await look("a number on the heat map");
}
await look("heat map");
for (const word of ["actions", "controls"]) {
  await show(word, ".grid-view [role=gridcell]");
  await look(word);
  press(document.activeElement, "Escape");
}
await show("criteria", ".criteria");
await look("criteria");
const remove = all("main .criteria button").find((it) => (it.getAttribute("aria-label") ?? "").startsWith("Remove level 3"));
if (remove) {
  remove.click();
  await turn();
  await look("the question before scores change");
  await escape();
}
await show("report", ".report-view .report > section");
for (const part of all(".report-parts input:not(:checked)")) part.click();
await until("the last part", () => one(".report > .r-records"));
await look("the report");
await show("history", ".history");
await look("history");

press(document.body, "k", { ctrlKey: true });
const words = await until("the palette", () => one("dialog[open] [role=combobox]"));
for (const text of ["", reason.slice(0, 6)]) {
  type(words, text);
  await look("palette");
}
await escape();
return { places, found };
