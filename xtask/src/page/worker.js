// Keeps the files of one release, so that the page opens without a network. The build fills in which files those are.
//
// A page gets the files of one release. A newer release waits until the user asks for it or has closed every page of the
// older one.
"use strict";
const RELEASE = "{{release}}";
const FILES = ["{{files}}"];
const WHOLE = "heatgrid.html";
const PROGRAM = FILES.find((name) => /^heatgrid-[0-9a-f]{16}\.js$/.test(name));
const PAGE = new URL("./", location).href;
// Before the time at which a cache was filled, and its release: browsers name caches in different orders.
const FAMILY = `heatgrid ${PAGE} `;
// What the page puts into the cache of a release that its user wants: xtask/src/page/boot.js.
const ASKED = new URL("asked", PAGE).href;

/** The names of the caches of all releases, newest first. */
const releases = async () => (await caches.keys()).filter((name) => name.startsWith(FAMILY)).sort().reverse();

const isOwn = (name) => name.endsWith(` ${RELEASE}`);

/** Fetches all files of the release, or nothing. The page comes last: a cache that has it is whole. */
const keep = async () => {
  // Names with a hash say what is in the file; what the browser has under the others may be of an older release.
  const asked = (name) => new Request(new URL(name, PAGE), { cache: /-[0-9a-f]{16}/.test(name) ? "default" : "reload" });
  const page = await fetch(asked("./"));
  const text = await page.clone().text();
  if (!page.ok || !text.includes(RELEASE)) throw new Error("The host is just getting another release.");
  const before = (await releases()).filter(isOwn);
  const own = `${FAMILY}${Date.now()} ${RELEASE}`;
  const cache = await caches.open(own);
  try {
    await cache.addAll(FILES.map(asked));
    // The page in one file names the program's files, but not the release.
    const whole = await cache.match(new URL(WHOLE, PAGE).href);
    if (whole && !(await whole.text()).includes(PROGRAM)) throw new Error("The host is just getting another release.");
    await cache.put(PAGE, page);
  } catch (error) {
    await caches.delete(own);
    throw error;
  }
  // A host that went back to an earlier release: what was kept of it counts as new.
  for (const name of before) await caches.delete(name);
};

/** Takes over the pages there are, and lets go of releases that no page can belong to any more. */
const begin = async () => {
  const older = (await releases()).filter((name) => !isOwn(name));
  // A page of the release before may be open, and may still need a file of its own.
  await Promise.all(older.slice(1).map((name) => caches.delete(name)));
  await clients.claim();
};

/** The cache of the newest release that the user has asked for; else of this one. */
const wanted = async () => {
  for (const name of await releases()) {
    const cache = await caches.open(name);
    // A browser may hold a worker back long after it was told to take over: this one then answers for it.
    if (isOwn(name) || await cache.match(ASKED)) return cache;
  }
};

const answer = async (request) => {
  let asked = request.url.split(/[?#]/)[0];
  if (request.mode === "navigate" && asked === `${PAGE}index.html`) asked = PAGE;
  const cache = await wanted();
  const kept = await cache?.match(asked, { ignoreVary: true }) ?? await caches.match(asked, { ignoreVary: true });
  return kept ?? fetch(request);
};

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(begin()));
addEventListener("message", (event) => event.data === "take over" && skipWaiting());
addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(PAGE)) event.respondWith(answer(event.request));
});
