// A database of the browser's own (IndexedDB), which has room that localStorage has not and takes more than text. A script of
// ours: the crate for IndexedDB made the first load 5 KB larger.
//
// Makes, for a database of this name with these stores, the function that does something in one transaction: it is given the
// stores, and resolves to what it asked for last once all of it is kept.
window.heatgridDatabase = (name, stores) => (mode, work) =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => stores.forEach((store) => opening.result.createObjectStore(store));
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(stores, mode);
      const asked = work(...stores.map((store) => transaction.objectStore(store)));
      transaction.oncomplete = () => resolve(asked?.result);
      transaction.onabort = () => reject(transaction.error);
      database.close();
    };
  });
