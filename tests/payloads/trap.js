// Notes what a payload does, from before the page begins, and finds what one has made.
window.trap = (() => {
  "use strict";
  const caught = [];
  for (const name of ["alert", "confirm", "prompt", "open", "eval"]) {
    window[name] = (...given) => caught.push(`${name}(${given})`);
  }
  document.addEventListener("securitypolicyviolation", (event) => caught.push(`${event.violatedDirective} ${event.blockedURI}`));
  addEventListener("submit", (event) => event.defaultPrevented || caught.push("a form was sent"));

  const STRANGE = "iframe, object, embed, base, foreignObject, marquee, math, animate, template, video, use, style";
  const LEADING = ["href", "src", "xlink:href", "action", "formaction", "srcdoc", "data", "poster", "background"];

  /** What has been done so far, and what is on the page that it has not made itself. */
  const look = (where) => {
    const found = [...caught.splice(0), ...(window.ran === undefined ? [] : ["a script ran"])];
    for (const it of document.body.querySelectorAll(`${STRANGE}, script`)) found.push(`there is ${it.outerHTML.slice(0, 200)}`);
    for (const it of document.body.querySelectorAll("*")) {
      for (const { name, value } of it.attributes) {
        const away = LEADING.includes(name) && !/^(#|\.\/|blob:)/.test(value);
        const styled = name === "style" && /url\(|expression/.test(value);
        if (name.startsWith("on") || away || styled) found.push(`${it.localName} has ${name}=${value}`);
      }
    }
    return found.map((it) => `${where}: ${it}`);
  };
  return { look };
})();
