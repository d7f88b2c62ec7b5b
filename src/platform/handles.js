// Files of the user's own that registers are saved back to, where the browser has the File System Access API. The program
// knows each by a number; a database of the browser's own keeps them from one visit to the next.
window.heatgridHandles = (() => {
  "use strict";
  const held = [];
  /** Where there is no database: the files of registers for as long as the page stays open. */
  const here = new Map();
  const hold = (handle) => JSON.stringify({ number: held.push(handle) - 1, name: handle.name });
  const ID = "heatgrid";
  const types = [{ description: "Risk register", accept: { "application/json": [".json"] } }];

  const transact = heatgridDatabase("heatgrid-handles", ["handles"]);
  const get = (id) => transact("readonly", (store) => store.get(id)).catch(() => here.get(id));
  const put = (id, record) => transact("readwrite", (store) => store.put(record, id)).catch(() => here.set(id, record));
  const remove = (id) => transact("readwrite", (store) => store.delete(id)).catch(() => here.delete(id));

  /** The register whose file this is. */
  const register = async (number) => {
    for (const id of await transact("readonly", (store) => store.getAllKeys()).catch(() => [...here.keys()])) {
      if (await (await get(id))?.handle.isSameEntry(held[number])) return id;
    }
  };

  const digest = async (bytes) => {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  };

  return {
    works: () => "showOpenFilePicker" in window,
    choose: async () => hold((await showOpenFilePicker({ id: ID, types }))[0]),
    make: async (suggestedName) => hold(await showSaveFilePicker({ id: ID, types, suggestedName })),
    /** The file of a register and what was in it when it was last read or written. */
    of: async (id) => {
      const found = await get(id);
      return found && JSON.stringify({ ...JSON.parse(hold(found.handle)), digest: found.digest });
    },
    register,
    /** No file is that of two registers. */
    keep: async (id, number, digest) => {
      const [before, record] = [await register(number), { handle: held[number], digest }];
      if (before && before !== id) await remove(before);
      await put(id, record);
    },
    forget: remove,
    /** Gives the file of one register to another. */
    move: async (from, to, digest) => {
      const found = await get(from);
      if (!found) return;
      await put(to, { ...found, digest: digest ?? found.digest });
      await remove(from);
    },
    mayRead: async (number) => (await held[number].queryPermission({ mode: "read" })) === "granted",
    askToWrite: async (number) => (await held[number].requestPermission({ mode: "readwrite" })) === "granted",
    file: (number) => held[number].getFile(),
    /** Writes beside the file first: one that cannot be written to its end is as it was. So is one in which by then something
        else is than what was seen there. */
    write: async (number, bytes, seen) => {
      const stream = await held[number].createWritable();
      try {
        await stream.write(bytes);
        if (seen && await digest(await (await held[number].getFile()).arrayBuffer()) !== seen) {
          throw new DOMException("The file has changed.", "InvalidStateError");
        }
      } catch (error) {
        await stream.abort();
        throw error;
      }
      await stream.close();
    },
    digest,
  };
})();
