#!/usr/bin/env node
import { runCommandLine } from '../src/cli/command-line.ts';

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopped.abort());

process.exitCode = await runCommandLine(process.argv.slice(2), {
  realNow: () => new Date(),
  say: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
  stopped: stopped.signal,
});
