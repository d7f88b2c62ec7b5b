// Daily copies: short texts about them, and their bytes, under the same keys.
window.heatgridCopies = (() => {
  "use strict";
  const transact = heatgridDatabase("heatgrid-copies", ["about", "bytes"]);

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
