/** How an ask about a blocked deal is spoken of, where that differs from other asks. */
import type { AskStepTaken } from '../../../leading/ask-lifecycle.ts';
import { formatDay } from '../../../time/zoned.ts';
import type { AskStepSummary, AskSummary } from './ask-words.ts';

type Said = Pick<AskSummary, 'kind' | 'state' | 'today'>;
type Step = Pick<AskStepSummary, 'step' | 'until'>;

/** The label of a step's button; undefined where it is called as for any ask. */
export function blockedLabel(step: AskStepTaken, ask: Pick<AskSummary, 'kind' | 'state'>): string | undefined {
  if (ask.kind !== 'blocked-deal') return undefined;
  const wasDismissed = ask.state === 'declined';
  switch (step) {
    case 'taken':
      return 'I’ll clear it';
    case 'declined':
      return 'Not blocked';
    case 'handed':
      return undefined;
    case 'confirmed':
      return wasDismissed ? undefined : 'It’s moving again';
    case 'reopened':
      return 'Still stuck';
    default:
      return undefined;
  }
}

/** A step in the history, after the name of who took it; undefined where it is called as for any ask. */
export function blockedStep(step: Step, ask: Said): string | undefined {
  if (ask.kind !== 'blocked-deal') return undefined;
  switch (step.step) {
    case 'taken':
      return step.until === null ? undefined : `will clear it by ${formatDay(step.until, ask.today)}`;
    case 'done':
      return 'cleared it';
    case 'declined':
      return 'said it isn’t blocked';
    default:
      return undefined;
  }
}

/** What the rep hears of a step, after the name of who took it; undefined where it is called as for any ask. */
export function blockedNews(step: Step, ask: Said): string | undefined {
  if (ask.kind !== 'blocked-deal') return undefined;
  switch (step.step) {
    case 'taken':
      return step.until === null ? undefined : `will clear this by ${formatDay(step.until, ask.today)}.`;
    case 'done':
      return 'cleared what was in the way. Is the deal moving again?';
    case 'declined':
      return 'looked at it and doesn’t think it’s blocked. If you see it differently, say so. The reason:';
    default:
      return undefined;
  }
}

/** Who raised it: the manager does so where the data show it. In mrkdwn only once it is made literal. */
export function raisedBy(ask: Pick<AskSummary, 'steps' | 'isRep'>): string | undefined {
  const [first] = ask.steps;
  return ask.isRep && first?.step === 'asked' && !first.isOwn ? first.actorName : undefined;
}
