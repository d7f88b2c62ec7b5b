// Files of the user's own that registers are saved back to, where the browser has the File System Access API. The program
// knows each by a number; a database of the browser's own keeps them from one visit to the next.
window.heatgridHandles = (() => {
  "use strict";
  const held = [];
  const hold = (handle) => JSON.stringify({ number: held.push(handle) - 1, name: handle.name });
  const ID = "heatgrid";
  const types = [{ description: "Risk register", accept: { "application/json": [".json"] } }];

  /** Does something in one transaction; resolves to what it asked for once all of it is kept. */
  const transact = (mode, work) =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open("heatgrid-handles", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("handles");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const transaction = database.transaction("handles", mode);
        const asked = work(transaction.objectStore("handles"));
        transaction.oncomplete = () => resolve(asked.result);
        transaction.onabort = () => reject(transaction.error);
        database.close();
      };
    });

  /** The register whose file this is. */
  const register = async (number) => {
    const keys = await transact("readonly", (store) => store.getAllKeys());
    for (const key of keys) {
      const found = await transact("readonly", (store) => store.get(key));
      if (await found?.handle.isSameEntry(held[number])) return key;
    }
  };

  return {
    works: () => "showOpenFilePicker" in window,
    choose: async () => hold((await showOpenFilePicker({ id: ID, types }))[0]),
    make: async (suggestedName) => hold(await showSaveFilePicker({ id: ID, types, suggestedName })),
    /** The file of a register and what was in it when it was last read or written. */
    of: async (register) => {
      const found = await transact("readonly", (store) => store.get(register));
      return found && JSON.stringify({ ...JSON.parse(hold(found.handle)), digest: found.digest });
    },
    register,
    /** No file is that of two registers. */
    keep: async (id, number, digest) => {
      const before = await register(number);
      await transact("readwrite", (store) => {
        if (before) store.delete(before);
        return store.put({ handle: held[number], digest }, id);
      });
    },
    forget: (register) => transact("readwrite", (store) => store.delete(register)),
    allowed: async (number, ask) => {
      const how = { mode: "readwrite" };
      return (await (ask ? held[number].requestPermission(how) : held[number].queryPermission(how))) === "granted";
    },
    file: (number) => held[number].getFile(),
    /** Writes beside the file first: one that cannot be written to its end is as it was. */
    write: async (number, bytes) => {
      const stream = await held[number].createWritable();
      try {
        await stream.write(bytes);
      } catch (error) {
        await stream.abort();
        throw error;
      }
      await stream.close();
    },
    digest: async (bytes) => {
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
    },
  };
})();
