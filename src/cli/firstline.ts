import { Command, CommanderError } from 'commander';
import { commands } from './commands/index.ts';
import type { Edge } from './edge.ts';
import { sentenceFor } from './sentence-for.ts';

/**
 * Runs one command.
 * @param words what was typed after the program's name
 * @returns the exit code: 0 all done, 1 nothing could be done, 2 done in part
 */
export async function runCommandLine(words: readonly string[], edge: Edge): Promise<number> {
  let exitCode = 0;
  const program = new Command('firstline')
    .description('Set up and run Firstline. Start the bot itself with: npm start')
    .configureOutput({
      writeOut: (text) => void edge.output.write(text),
      writeErr: (text) => void edge.errors.write(text),
    })
    .exitOverride();
  for (const command of commands)
    command.register(program, edge, (code) => {
      exitCode = code;
    });
  for (const command of program.commands) settle(command);
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    edge.errors.write(`${sentenceFor(error)}\n`);
    return 1;
  }
}

/** Sub-commands throw as the program does, instead of ending the process. */
function settle(command: Command): void {
  command.exitOverride();
  for (const below of command.commands) settle(below);
}
