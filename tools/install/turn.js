// Whose turn it is to install: a file with the ids of the processes at work. One that nobody alive has left is passed over.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const everyMs = 300;
const comingMs = 2000;
const settlingMs = 100;
/** No installation takes so long: after a restart of the machine the ids in an old file may be anybody's. */
const oldMs = 15 * 60_000;

/**
 * Waits until nobody else is at work.
 * @param {string} path of the file
 * @param {() => void} onWait told once, if somebody is
 * @throws the system's error if the file can't be written
 */
export async function takeTurn(path, onWait) {
  let hasTold = false;
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      // Somebody who found the same old file may be about to remove this one for it.
      // oxlint-disable-next-line no-await-in-loop -- waiting is what this is for
      await pause(settlingMs);
      if (isOwn(path)) break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (isHeld(path)) {
      if (!hasTold) onWait();
      hasTold = true;
      // oxlint-disable-next-line no-await-in-loop -- waiting is what this is for
      await pause(everyMs);
    } else rmSync(path, { force: true });
  }
  return {
    /** npm goes on where we are killed: then it is npm that is waited for. */
    hold: (/** @type {number} */ pid) => writeFileSync(path, `${process.pid} ${pid}`),
    end: () => {
      if (isOwn(path)) rmSync(path, { force: true });
    },
  };
}

/** @param {string} path */
function holdersOf(path) {
  return readFileSync(path, 'utf8').split(' ').map(Number).filter(Boolean);
}

/** @param {string} path */
function isOwn(path) {
  try {
    return holdersOf(path)[0] === process.pid;
  } catch {
    return false;
  }
}

/** @param {string} path */
function isHeld(path) {
  try {
    const age = Date.now() - statSync(path).mtimeMs;
    const holders = holdersOf(path);
    // Made and not yet written into: somebody has just come.
    if (holders.length === 0) return age < comingMs;
    return age < oldMs && holders.some((pid) => pid !== process.pid && isAlive(pid));
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
