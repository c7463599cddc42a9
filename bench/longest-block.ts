/** The longest time in which nothing else could run, by a chain of setImmediate: a delay monitor misses a chain of microtasks. */
export function watchBlocks(): { stop(): number } {
  let longest = 0;
  let last = performance.now();
  let isOver = false;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  return {
    /** @returns milliseconds */
    stop() {
      look();
      isOver = true;
      return longest;
    },
  };
}
