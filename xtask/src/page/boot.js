// Starts Heatgrid, or says on the page why it cannot. A file of its own: the page's policy blocks inline scripts.
// A classic script, since browsers load no module from a file and could then not even say so.
(() => {
  "use strict";
  const { loader, wasm, parts, release, worker } = document.currentScript.dataset;
  const address = (name) => new URL(name, document.baseURI).href;

  // The page in one file carries the others, compressed, and itself: to be saved again with a register in it.
  const carried = (name) => document.querySelector(`script[data-file="${name.replace("./", "")}"]`);
  const unpack = ({ textContent }, type) => {
    const bytes = Uint8Array.from(atob(textContent), (sign) => sign.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream, { headers: { "content-type": type } });
  };
  globalThis.heatgridFile = async (name) => {
    const own = carried(name);
    return own ? unpack(own, name.endsWith(".wasm") ? "application/wasm" : "") : fetch(address(name));
  };
  const whole = carried(wasm) && `<!DOCTYPE html>\n${document.documentElement.outerHTML}`;
  globalThis.heatgridWhole = async () => whole ? new Response(whole) : heatgridFile("heatgrid.html");

  const paragraph = (text) => {
    const element = document.createElement("p");
    element.textContent = text;
    return element;
  };

  const fail = (reason) => {
    console.error(reason);
    // The program got so far as to say itself what went wrong.
    if (document.querySelector("main.rescue")) return;
    // It did start, and has put up a page of its own that says what went wrong.
    if (document.querySelector("main")) return;
    const box = document.createElement("div");
    box.id = "start-failure";
    box.setAttribute("role", "alert");
    const advice = location.protocol === "file:"
      ? "It was opened from a file. Open heatgrid.html, which lies beside it, or a web address that begins with https://."
      : typeof WebAssembly !== "object"
        ? "This browser has no WebAssembly, or it is switched off. Switch it on, or use a current Chrome, Edge, Firefox or Safari."
        : "Check the connection and reload the page. If it still does not start, use a current Chrome, Edge, Firefox or Safari.";
    box.append(
      paragraph(`Heatgrid could not start. ${advice}`),
      paragraph("Registers kept in this browser are not touched."),
      paragraph(`For whoever helps you: ${reason}`),
    );
    document.body.prepend(box);
  };

  // The style sheet of all views but the first comes with the first of them: src/platform/styles.rs waits for it.
  const sheet = parts.split(/[ ;=]/).find((name) => name.endsWith(".css"));
  let styles;
  globalThis.heatgridStyles = () => styles ??= new Promise((resolve, reject) => {
    if (!sheet) return resolve();
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", href: address(`./${sheet}`), onload: resolve });
    link.onerror = () => {
      styles = undefined;
      link.remove();
      reject(new Error(`no style sheet ${sheet}`));
    };
    document.head.append(link);
  });

  // What the first view needs is fetched beside the program, not after it.
  const preload = () => {
    if (whole) return;
    const views = [[/^#\/settings/, ["more"]], [/^#\/r\/[^/?]+\/(criteria|history)/, ["grid", "more"]],
      [/^#\/r\/[^/?]+\/(card|heatmap)/, ["grid", "views"]], [/^#\/r\/[^/?]+\/report/, ["grid", "more"]], [/^#\/r\//, ["grid"]], [/^/, ["list"]]];
    const [, first] = views.find(([address]) => address.test(location.hash));
    const listed = parts.split(";").map((part) => part.split("=")).filter(([part]) => first.includes(part));
    for (const name of new Set(listed.flatMap(([, files]) => files.split(" ")))) {
      if (name.endsWith(".css")) {
        // Asked for again, and complained about, with the view that needs it.
        heatgridStyles().catch(() => {});
        continue;
      }
      const link = document.createElement("link");
      Object.assign(link, { rel: "preload", as: "fetch", type: "application/wasm", crossOrigin: "anonymous" });
      link.href = address(`./${name}`);
      document.head.append(link);
    }
  };

  const start = async () => {
    // Both at once: neither needs the other to be fetched.
    const [module, response] = await Promise.all([globalThis.heatgridProgram ?? import(address(loader)), heatgridFile(wasm)]);
    if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
    await module.default({ module_or_path: response });
  };

  // A release that is newer than this page's: the program offers it. Nothing is reloaded before the user says so.
  let newer, found;
  let tell = () => {};

  // Chromium may leave a page that is asked for while its worker is replaced without an answer. Firefox may hold the worker
  // that is to take over back for as long as the one before is busy: then that one answers with the newer page too.
  const takeOver = () => new Promise((done) => {
    if (!found.waiting) return done();
    navigator.serviceWorker.oncontrollerchange = done;
    setTimeout(done, 3000);
    found.waiting.postMessage("take over");
  });

  globalThis.heatgridRelease = {
    onnew: (then) => {
      tell = then;
      if (newer) tell();
    },
    reload: async () => {
      await (await caches.open(newer)).put("asked", new Response());
      await takeOver();
      location.reload();
    },
  };

  // Only an optimised page has a worker, which keeps its files: from then on it opens without a network.
  const keepFiles = async (container) => {
    const first = !container.controller;
    found = await container.register(address(worker), { updateViaCache: "none" });
    const look = async () => {
      // A cache with a page in it is whole.
      const family = `heatgrid ${address("./")} `;
      for (const name of (await caches.keys()).sort().reverse()) {
        if (!name.startsWith(family) || !await (await caches.open(name)).match("./")) continue;
        if (name.endsWith(` ${release}`)) return found.waiting?.postMessage("take over");
        newer = name;
        return tell();
      }
    };
    const wait = () => found.installing?.addEventListener("statechange", ({ target }) => target.state === "installed" && look());
    found.onupdatefound = wait;
    wait();
    // Taken over in another tab: this one goes on with the files it has.
    container.oncontrollerchange = look;
    if (!first) await look();
    let looked = Date.now();
    document.onvisibilitychange = () => {
      if (document.hidden || Date.now() - looked < 3600000) return;
      looked = Date.now();
      found.update().catch(() => {});
    };
  };

  // A browser that keeps no files, e.g. in a private window, needs the network, and that is all.
  const keep = () => worker && navigator.serviceWorker && keepFiles(navigator.serviceWorker).catch(console.info);
  preload();
  start().then(keep, fail);
})();
