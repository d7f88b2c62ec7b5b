// Follows steps from the whole page to elements. Each step looks inside what the step before found.
// Hands back {elements, seen}. DOM Testing Library is here already.
window.heatgridFind = (steps) => {
  const library = window.TestingLibraryDom;
  const matches = (name, how) => (found) => {
    const text = found.replace(/\s+/g, " ").trim();
    return how === "has" ? text.includes(name) : how === "starts" ? text.startsWith(name) : text === name;
  };
  // Roles whose name is not their content; a person finds them by their words all the same.
  const WORDY = ["alert", "status", "listitem"];
  let found = [document.body];
  let seen = [];
  for (const step of steps) {
    const inside = found;
    if (step.role) {
      const options = { hidden: false };
      const test = step.name === undefined ? () => true : matches(step.name, step.how);
      const wordy = WORDY.includes(step.role);
      if (step.name !== undefined && !wordy) options.name = test;
      const all = (options) => inside.flatMap((element) => library.queryAllByRole(element, step.role, options));
      found = all(options).filter((element) => !wordy || test(element.innerText));
      if (!found.length && inside.length && step.name !== undefined) {
        seen = all({ hidden: false }).map((it) => (it.getAttribute("aria-label") ?? it.innerText ?? "").slice(0, 60));
      }
    } else if (step.css) {
      found = inside.flatMap((element) => [...element.querySelectorAll(step.css)]);
    } else if (step.text !== undefined) {
      const test = matches(step.text, step.how);
      const all = inside.flatMap((element) => [element, ...element.querySelectorAll("*")]);
      const holding = all.filter((element) => element.checkVisibility() && test(element.innerText ?? ""));
      // The innermost elements that hold the text.
      found = holding.filter((element) => !holding.some((other) => other !== element && element.contains(other)));
    } else if (step.nth !== undefined) {
      found = inside.slice(step.nth, step.nth + 1);
    } else if (step.up) {
      found = inside.map((element) => element.closest(step.up)).filter(Boolean);
    }
  }
  return { elements: [...new Set(found)], seen };
};
