// The recovery page: shown when the program has failed. Plain JavaScript that rests on nothing but the browser, since
// it must work when the program does not. It reads what is stored and changes nothing.
window.heatgridRescue = (() => {
  "use strict";
  const PREFIX = "heatgrid/1/";

  const element = (name, text, children = []) => {
    const it = document.createElement(name);
    if (text) it.textContent = text;
    it.append(...children);
    return it;
  };

  const parse = (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  };

  const ordered = (a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.risk.id < b.risk.id ? -1 : 1);

  /** Everything stored, as a file of Heatgrid; what cannot be read goes along under `unreadable`. */
  const file = () => {
    const heads = new Map();
    const risks = new Map();
    const unreadable = {};
    for (const key of Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))) {
      const [kind, register, part] = key.slice(PREFIX.length).split("/");
      const text = localStorage.getItem(key);
      if (kind === "aside") unreadable[key] = text;
      if (kind !== "r") continue;
      const value = parse(text);
      if (part === "head" && value?.register) heads.set(register, value.register);
      else if (part === "risk" && value?.risk) risks.set(register, [...(risks.get(register) ?? []), value]);
      else if (part === "head" || part === "risk") unreadable[key] = text;
    }
    const named = new Set([...heads.keys(), ...risks.keys()]);
    const registers = [...named].map((id) => ({
      ...(heads.get(id) ?? { id, title: "Recovered register" }),
      risks: (risks.get(id) ?? []).sort(ordered).map((value) => value.risk),
    }));
    const rest = Object.keys(unreadable).length > 0 ? { unreadable } : {};
    return `${JSON.stringify({ $schema: "urn:heatgrid:register:1", format: "heatgrid", version: 1, registers, ...rest }, null, 2)}\n`;
  };

  const save = (status) => {
    try {
      const link = element("a");
      link.href = URL.createObjectURL(new Blob([file()], { type: "application/json" }));
      link.download = `Heatgrid rescue ${new Date().toISOString().slice(0, 10)}.heatgrid.json`;
      link.click();
      status.textContent = "The file was given to your browser’s downloads. Import it in Heatgrid to go on from it.";
    } catch (reason) {
      status.textContent = `The browser does not let the page read its storage: ${reason}`;
    }
  };

  /** Shows the page. Called once; a failure that follows from the first says nothing new. */
  let shown = false;
  const show = (what) => {
    console.error(what);
    if (shown) return;
    shown = true;
    const status = element("p");
    status.setAttribute("role", "status");
    const button = element("button", "Save stored registers as a file");
    button.type = "button";
    button.className = "primary";
    button.addEventListener("click", () => save(status));
    const reload = element("button", "Reload the page");
    reload.type = "button";
    reload.addEventListener("click", () => {
      history.replaceState(null, "", "#/");
      location.reload();
    });
    const buttons = element("div", "", [button, reload]);
    buttons.className = "buttons";
    const detail = element("details", "", [element("summary", "For whoever helps you"), element("pre", what)]);
    const heading = element("h1", "Heatgrid has stopped");
    heading.tabIndex = -1;
    const page = element("main", "", [
      heading,
      element("p", "Something went wrong inside the page. What you saved is still in this browser and has not been changed."),
      element("p", "Save your registers as a file first, then reload the page."),
      buttons,
      status,
      detail,
    ]);
    page.className = "rescue";
    document.title = "Heatgrid has stopped";
    document.body.replaceChildren(page);
    heading.focus();
  };

  return { show };
})();
