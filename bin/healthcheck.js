#!/usr/bin/env node
// Ends with 0 where /healthz of this machine says that all is well, with 1 otherwise: for containers, which have nothing else to ask with.
const answerWithinMs = 4000;

try {
  const { status } = await fetch(`http://127.0.0.1:${process.env.PORT}/healthz`, {
    signal: AbortSignal.timeout(answerWithinMs),
  });
  process.exitCode = status === 200 ? 0 : 1;
} catch {
  process.exitCode = 1;
}
