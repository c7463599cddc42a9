import type { BlockProblem, JsonObject } from '../contract.ts';

/** A refusal of the Web API: `{ ok: false, error, … }`. */
export class SlackError extends Error {
  readonly code: string;
  readonly details: JsonObject;

  constructor(code: string, details: JsonObject = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** `invalid_arguments` with Slack's own kind of message. */
export function invalidArguments(...messages: readonly string[]): SlackError {
  return new SlackError('invalid_arguments', {
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  });
}

/** Refuses a view that Block Kit's rules do not allow. */
export function refuseView(problems: readonly BlockProblem[]): void {
  if (problems.length > 0) throw invalidArguments(...problems.map((problem) => describeProblem(problem)));
}

/** Refuses blocks that Block Kit's rules do not allow. */
export function refuseBlocks(problems: readonly BlockProblem[]): void {
  if (problems.length === 0) return;
  const errors = problems.map((problem) => describeProblem(problem));
  throw new SlackError('invalid_blocks', {
    errors,
    response_metadata: { messages: errors.map((error) => `[ERROR] ${error}`) },
  });
}

function describeProblem(problem: BlockProblem): string {
  return `${problem.message} [json-pointer:${problem.pointer}]`;
}
