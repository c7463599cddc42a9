// Whose turn it is to install: a file with the ids of the processes at work. One that nobody alive has left is passed over.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const everyMs = 300;
const comingMs = 2000;

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
      break;
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
    end: () => rmSync(path, { force: true }),
  };
}

/** @param {string} path */
function isHeld(path) {
  try {
    const holders = readFileSync(path, 'utf8').split(' ').map(Number).filter(Boolean);
    // Made and not yet written into: somebody has just come.
    return holders.length === 0 ? Date.now() - statSync(path).mtimeMs < comingMs : holders.some(isAlive);
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
