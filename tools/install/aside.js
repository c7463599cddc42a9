// Keeps what is installed until something better is: `npm ci` deletes it before it knows whether the packages can be had.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const remove = { recursive: true, force: true, maxRetries: 3 };

/** @param {string} folder */
const placesIn = (folder) => ({ tree: join(folder, 'node_modules'), before: join(folder, '.node_modules-before') });

/**
 * Puts the packages aside. What an earlier attempt put aside and never brought back goes before what that attempt left.
 * @param {string} folder
 */
export function putAside(folder) {
  const { tree, before } = placesIn(folder);
  try {
    if (existsSync(before)) rmSync(tree, remove);
    else if (existsSync(tree)) renameSync(tree, before);
  } catch {
    // Somebody works with them: then npm replaces them where they stand.
  }
  return {
    /** The new ones are no good. */
    bringBack() {
      if (!existsSync(before)) return;
      rmSync(tree, remove);
      renameSync(before, tree);
    },
    forget: () => forgetAside(folder),
  };
}

/**
 * Deletes what was put aside, once it isn't needed any more.
 * @param {string} folder
 */
export function forgetAside(folder) {
  rmSync(placesIn(folder).before, remove);
}
