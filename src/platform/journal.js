// The journal: a copy in IndexedDB of what was last written to localStorage.
//
// localStorage reaches the disk late: a browser that is killed can lose seconds of it, after a large write minutes.
// IndexedDB with strict durability is on the disk when it says so. So each write goes here as well, and what
// localStorage has lost is put back before the program reads it. This is a script of its own so that the journal is
// opened and read while the program is still on its way.
window.heatgridJournal = (() => {
  "use strict";
  const STORE = "writes";
  const DAY = 24 * 60 * 60 * 1000;
  // A journal that answers later is not read this time: the disk may be busy, but nobody waits for ever.
  const PATIENCE = 10 * 1000;

  const settled = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new Error("another version of the page holds the journal"));
    });

  const open = () => {
    const request = indexedDB.open("heatgrid-journal", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    return settled(request);
  };

  // Where a browser has no IndexedDB, or forbids it, everything works but the journal.
  const database = (async () => open())().catch(() => null);

  /** Whether the program has begun: what it has read by then is not changed under it. */
  let begun = false;
  let waiting = new Map();
  let writing = null;

  /** Writes what has gathered, in one transaction after another, in order. */
  const flush = async () => {
    const db = await database;
    while (db && waiting.size > 0) {
      const batch = waiting;
      waiting = new Map();
      await new Promise((resolve) => {
        const transaction = db.transaction(STORE, "readwrite", { durability: "strict" });
        const store = transaction.objectStore(STORE);
        for (const [key, value] of batch) {
          if (value === null) store.delete(key);
          else store.put({ value, at: Date.now() }, key);
        }
        transaction.oncomplete = resolve;
        transaction.onabort = resolve;
      });
    }
    writing = null;
  };

  /** Notes that a key now has this value; none: that it is gone. */
  const note = (key, value) => {
    // A value that is none comes out of the program as `undefined`.
    waiting.set(key, value ?? null);
    writing ??= flush();
  };

  /** Whether the key is absent; a storage that cannot be read has nothing to put back to. */
  const put = (key, value) => {
    if (localStorage.getItem(key) !== null) return false;
    localStorage.setItem(key, value);
    return true;
  };

  /** Puts back what localStorage has lost; says how many keys. What is old and still there needs no journal. */
  const replay = async () => {
    const db = await database;
    if (!db) return 0;
    const store = db.transaction(STORE, "readonly").objectStore(STORE);
    const [keys, records] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
    if (begun) return 0;
    let restored = 0;
    keys.forEach((key, index) => {
      const { value, at } = records[index];
      // Never anything but text: `setItem` would make text of it.
      if (typeof value !== "string") note(key, null);
      else if (put(key, value)) restored += 1;
      else if (at < Date.now() - DAY) note(key, null);
    });
    return restored;
  };

  /** Resolves to the number of keys put back; a journal that fails or hangs keeps nobody from starting. */
  const replayed = Promise.race([
    replay().catch(() => 0),
    new Promise((resolve) => setTimeout(() => resolve(0), PATIENCE)),
  ]).finally(() => {
    begun = true;
  });

  return {
    note,
    replayed: () => replayed,
    works: async () => (await database) !== null,
    /** Resolves once everything noted so far is on the disk. */
    settled: async () => writing,
  };
})();
