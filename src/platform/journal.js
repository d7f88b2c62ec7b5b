// The journal: a copy in IndexedDB of what was last written to localStorage.
//
// localStorage reaches the disk late: a browser that is killed can lose seconds of it, after a large write minutes.
// IndexedDB with strict durability is on the disk when it says so. So each write goes here as well, and what
// localStorage has lost is put back before the program reads it. This is a script of its own so that the journal is
// opened and read while the program is still on its way.
//
// A browser brings localStorage to the disk as it was at one moment. What was written after that moment is lost: keys that
// were new are absent then, others have an older value, removed ones are back. So that this can be told from a journal that
// is itself behind, each load of the page notes in localStorage, after the values, how far it has come (`MARK`).
window.heatgridJournal = (() => {
  "use strict";
  const STORE = "writes";
  const MARK = "heatgrid-journal/";
  const DAY = 24 * 60 * 60 * 1000;
  // A journal that answers later is not read this time: the disk may be busy, but nobody waits for ever.
  const PATIENCE = 10 * 1000;

  const patience = () => new Promise((resolve) => setTimeout(() => resolve(0), PATIENCE));

  const settled = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new Error("another version of the page holds the journal"));
    });

  /** What a condition holds for, and the rest. */
  const parted = (list, holds) => [list.filter(holds), list.filter((it) => !holds(it))];

  const open = () => {
    const request = indexedDB.open("heatgrid-journal", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    return settled(request);
  };

  // Where a browser has no IndexedDB, or forbids it, everything works but the journal.
  const connect = async () => {
    try {
      const db = await open();
      // The user had the browser clear its data: the journal begins anew.
      db.onclose = () => (database = connect());
      return db;
    } catch {
      return null;
    }
  };
  let database = connect();
  const opened = Promise.race([database, patience()]);

  /** Whether the program has begun: what it has read by then is not changed under it. */
  let begun = false;
  let waiting = new Map();
  let writing = null;

  /** This load of the page, and the time of its last transaction; no two of them have the same. */
  const load = Math.random().toString(36).slice(2, 10);
  let last = 0;

  /** Notes in localStorage that all up to now is in it. Where there is no room for that, only what is absent counts as lost. */
  const mark = () => {
    last = Math.max(last + 1, Date.now());
    try {
      localStorage.setItem(MARK + load, String(last));
      return { at: last, by: load };
    } catch {
      return { at: last };
    }
  };

  /** Writes values and absences of keys; tells whether they are on the disk. */
  const write = (db, batch) =>
    new Promise((resolve) => {
      const transaction = db.transaction(STORE, "readwrite", { durability: "strict" });
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => resolve(false);
      const stamp = mark();
      for (const [key, value] of batch) transaction.objectStore(STORE).put({ value, ...stamp }, key);
    }).catch(() => false);

  /** Writes what has gathered, in one transaction after another, in order. */
  const flush = async () => {
    let written = true;
    while (written && waiting.size > 0) {
      const db = await database;
      const batch = waiting;
      waiting = new Map();
      written = db === null || (await write(db, batch));
      // What comes later must not be there without what came before: it is tried again with the next write.
      if (!written) waiting = new Map([...batch, ...waiting]);
    }
    writing = null;
  };

  /** Notes that a key now has this value; none: that it is gone. */
  const note = (key, value) => {
    // A value that is none comes out of the program as `undefined`.
    waiting.set(key, value ?? null);
    writing ??= flush();
  };

  /** Forgets records, unless they have been written anew meanwhile. */
  const forget = (db, records) => {
    const store = db.transaction(STORE, "readwrite").objectStore(STORE);
    for (const { key, at } of records) {
      store.get(key).onsuccess = ({ target }) => target.result?.at === at && store.delete(key);
    }
  };

  /** Makes localStorage hold what a record says; tells whether that was news to it. */
  const put = ({ key, value }) => {
    if (localStorage.getItem(key) === value) return false;
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  };

  /** How far a load of the page had come in what localStorage has. */
  const reached = (by) => Number(localStorage.getItem(MARK + by) ?? 0);

  const isLost = ({ key, value, at, by }) =>
    by ? at > reached(by) : value !== null && localStorage.getItem(key) === null;

  /** What is removed makes room for the rest; a checkpoint stands for what the other keys hold. */
  const turn = ({ key, value }) => (value === null ? 0 : key.endsWith("/done") ? 2 : 1);

  /** Puts back what localStorage has lost; says how many keys. What is old and not lost needs no journal. */
  const replay = async () => {
    const db = await database;
    if (!db) return 0;
    const store = db.transaction(STORE, "readonly").objectStore(STORE);
    const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
    if (begun) return 0;
    const records = keys.map((key, index) => ({ ...values[index], key }));
    // Never anything but text: `setItem` would make text of it.
    const [known, strange] = parted(records, ({ value }) => value === null || typeof value === "string");
    const [lost, kept] = parted(known, isLost);
    const restored = lost.sort((a, b) => turn(a) - turn(b)).filter(put).length;
    for (const { at, by } of lost) if (by && at > reached(by)) localStorage.setItem(MARK + by, String(at));
    const old = Date.now() - DAY;
    forget(db, [...strange, ...kept.filter(({ at }) => at < old)]);
    const named = new Set(records.map(({ by }) => MARK + by));
    const marks = Object.keys(localStorage).filter((key) => key.startsWith(MARK) && !named.has(key));
    for (const key of marks) if (Number(localStorage.getItem(key)) < old) localStorage.removeItem(key);
    return restored;
  };

  /** Resolves to the number of keys put back; a journal that fails or hangs keeps nobody from starting. */
  const replayed = Promise.race([replay().catch(() => 0), patience()]).finally(() => {
    begun = true;
  });

  return {
    note,
    replayed: () => replayed,
    works: async () => (await database) !== null,
    /** Whether something noted is not on the disk yet. */
    busy: () => writing !== null,
    /** Resolves once everything noted is on the disk. A journal that does not open keeps nobody waiting. */
    settled: async () => ((await opened) ? writing : null),
  };
})();
