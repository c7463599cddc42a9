/** How a step of an ask is spoken of where its kind has words of its own. Undefined where it is called as for any ask. */
import type { StepWords } from '../../../asks/ask-kind.ts';
import { describeAskKind } from '../../../asks/index.ts';
import type { AskStepKind, AskStepTaken } from '../../../leading/ask-lifecycle.ts';
import { formatDay } from '../../../time/zoned.ts';
import type { AskStepSummary, AskSummary } from './ask-words.ts';

type Said = Pick<AskSummary, 'kind' | 'state' | 'today'>;
type Step = Pick<AskStepSummary, 'step' | 'until'>;

/** The label of a step's button. */
export function kindLabel(step: AskStepTaken, { kind, state }: Pick<AskSummary, 'kind' | 'state'>): string | undefined {
  return stepWords(kind, step)?.button?.({ wasDeclined: state === 'declined' });
}

/** A step in the history, after the name of who took it. */
export function kindStep(step: Step, ask: Said): string | undefined {
  return stepWords(ask.kind, step.step)?.history?.(dayOf(step, ask));
}

/** What the rep hears of a step, after the name of who took it. */
export function kindNews(step: Step, ask: Said): string | undefined {
  return stepWords(ask.kind, step.step)?.news?.(dayOf(step, ask));
}

function stepWords(kind: Said['kind'], step: AskStepKind): StepWords | undefined {
  const steps: Readonly<Partial<Record<AskStepKind, StepWords>>> = describeAskKind(kind).steps ?? {};
  return steps[step];
}

function dayOf({ until }: Step, { today }: Said): string | undefined {
  return until === null ? undefined : formatDay(until, today);
}

/** Who raised it: the manager does so where the data show it. In mrkdwn only once it is made literal. */
export function raisedBy(ask: Pick<AskSummary, 'steps' | 'isRep'>): string | undefined {
  const [first] = ask.steps;
  return ask.isRep && first?.step === 'asked' && !first.isOwn ? first.actorName : undefined;
}
