/**
 * A few pieces of work a turn of the event loop. What is answered without waiting for anything runs to its end in one turn: all at once
 * would let no new connection be accepted, and who connects last would wait for as long as the others keep coming. A few can still be
 * stored together.
 */
export function fewATurn(most: number): (work: () => void) => void {
  const waiting: (() => void)[] = [];
  let isScheduled = false;

  function next(): void {
    const now = waiting.splice(0, most);
    isScheduled = waiting.length > 0;
    if (isScheduled) setImmediate(next);
    for (const work of now) work();
  }

  return (work) => {
    waiting.push(work);
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(next);
  };
}
