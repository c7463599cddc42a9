import type { Command } from 'commander';
import type { Edge } from '../edge.ts';

/** One command of the command line, or a family of them. */
export interface CommandLineCommand {
  /**
   * Adds itself to the program.
   * @param finish is told the exit code: 0 all done, 1 nothing could be done, 2 done in part
   */
  register(program: Command, edge: Edge, finish: (exitCode: number) => void): void;
}
