// A database of the browser's own for daily copies, which has room that localStorage has not: short texts about the copies,
// and their bytes, under the same keys. A script of ours: the crate for IndexedDB made the first load 5 KB larger.
window.heatgridCopies = (() => {
  "use strict";
  const STORES = ["about", "bytes"];

  /** Does something in one transaction; resolves to what it asked for once all of it is kept. */
  const transact = (mode, work) =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open("heatgrid-copies", 1);
      opening.onupgradeneeded = () => STORES.forEach((name) => opening.result.createObjectStore(name));
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const transaction = database.transaction(STORES, mode);
        const asked = work(...STORES.map((name) => transaction.objectStore(name)));
        transaction.oncomplete = () => resolve(asked?.result);
        transaction.onabort = () => reject(transaction.error);
        database.close();
      };
    });

  return {
    /** What is said of all copies, in the order of their keys. */
    all: () => transact("readonly", (about) => about.getAll()),
    bytes: (key) => transact("readonly", (_, bytes) => bytes.get(key)),
    keep: (key, said, content) =>
      transact("readwrite", (about, bytes) => {
        about.put(said, key);
        bytes.put(content, key);
      }),
    forget: (keys) => transact("readwrite", (...stores) => stores.forEach((store) => keys.forEach((key) => store.delete(key)))),
  };
})();
