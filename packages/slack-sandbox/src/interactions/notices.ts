import type { Acknowledgement } from '../delivery/deliver.ts';
import type { Engine } from '../engine.ts';

/** What Slack says when a modal's submission comes to nothing. */
export const troubleConnecting = 'We had some trouble connecting. Try again?';

/** Tells a person something in Slack's own voice. */
export function notify(engine: Engine, userId: string, text: string): void {
  const { workspace } = engine;
  workspace.noticeCount += 1;
  const known = workspace.notices.get(userId) ?? [];
  workspace.notices.set(userId, [...known, { number: workspace.noticeCount, text }]);
  engine.changes.changed();
}

/** The word Slack has for a command that failed. */
export function failureWord(outcome: Acknowledgement & { acknowledged: false }): string {
  if (outcome.reason === 'timeout' || outcome.reason === 'http_timeout') return 'operation_timeout';
  if (outcome.reason !== 'http_error') return 'dispatch_failed';
  return (outcome.status ?? 500) >= 500 ? 'http_service_error' : 'http_client_error';
}
