const stopWithinMilliseconds = 8_000;

/** Resolves when whatever still runs has had its time. */
export function stopDeadline(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, stopWithinMilliseconds).unref();
  });
}
