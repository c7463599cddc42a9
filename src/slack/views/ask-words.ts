/** How asks are spoken of. */
import type { AskKind, AskState } from '../../behaviours/facts.ts';
import type { AskStepKind, Obstacle } from '../../leading/ask-lifecycle.ts';
import { daysBetween, formatDay } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { count, literal, shorten } from '../text.ts';

/** What somebody who may read an ask sees of it. */
export interface AskSummary {
  readonly id: number;
  readonly kind: AskKind;
  readonly state: AskState;
  readonly obstacle: Obstacle | null;
  readonly text: string;
  /** Name, and amount where known; null for an ask about no deal. */
  readonly deal: string | null;
  /** The rep's local day. */
  readonly askedOn: LocalDate;
  readonly neededBy: LocalDate | null;
  readonly repName: string;
  readonly holderName: string;
  /** The reader is the one who asked. */
  readonly isRep: boolean;
  /** The reader is the one who has to answer. */
  readonly isHolder: boolean;
  /** Oldest first. */
  readonly steps: readonly AskStepSummary[];
  /** What the reader can do now. */
  readonly mayDo: readonly Exclude<AskStepKind, 'asked'>[];
  /** The reader's local day. */
  readonly today: LocalDate;
}

export interface AskStepSummary {
  readonly id: number;
  readonly step: AskStepKind;
  readonly actorName: string;
  /** The reader did it. */
  readonly isOwn: boolean;
  /** The actor's local day by which, for `taken`. */
  readonly until: LocalDate | null;
  readonly text: string | null;
  /** The reader's local day. */
  readonly on: LocalDate;
}

const longestName = 60;

export const kindLabels = {
  help: 'Help',
  exception: 'An exception',
  resource: 'A resource',
  training: 'Training',
  'blocked-deal': 'A blocked deal',
} as const satisfies Record<AskKind, string>;

export const obstacleLabels = {
  internal: 'Something I have to learn or overcome',
  external: 'Something outside, in the pipeline',
  company: 'Something made by our company',
} as const satisfies Record<Obstacle, string>;

/** To be read by somebody else than the rep. */
const obstacleFacts = {
  internal: 'In the way: something to learn or overcome',
  external: 'In the way: something outside, in the pipeline',
  company: 'In the way: something made by our company',
} as const satisfies Record<Obstacle, string>;

const requests = {
  help: 'asks for help',
  exception: 'asks for an exception',
  resource: 'asks for a resource',
  training: 'asks for training',
  'blocked-deal': 'has a blocked deal',
} as const satisfies Record<AskKind, string>;

/** A name in mrkdwn, literal and not too long. */
export function named(name: string): string {
  return literal(shorten(name, longestName));
}

/** `Priya Nair asks for help`, in mrkdwn. */
export function askTitle(ask: AskSummary): string {
  return `${named(ask.repName)} ${requests[ask.kind]}`;
}

/** Deal, obstacle, needed by and age, in mrkdwn. */
export function askFacts(ask: AskSummary): string[] {
  return [
    ask.deal === null ? '' : `Deal: ${literal(shorten(ask.deal, 200))}`,
    ask.obstacle === null ? '' : obstacleFacts[ask.obstacle],
    neededByWords(ask),
    `Asked ${formatDay(ask.askedOn, ask.today)}${ageWords(ask)}`,
  ].filter((fact) => fact !== '');
}

/** `3 days old`; `new today`. */
export function askAge(ask: AskSummary): string {
  const age = daysBetween(ask.askedOn, ask.today);
  return age <= 0 ? 'new today' : `${count(age, 'day')} old`;
}

function ageWords(ask: AskSummary): string {
  const age = daysBetween(ask.askedOn, ask.today);
  return age <= 0 ? '' : `, ${count(age, 'day')} ago`;
}

export function neededByWords(ask: AskSummary): string {
  if (ask.neededBy === null) return '';
  const isLate = ask.neededBy < ask.today && (ask.state === 'open' || ask.state === 'taken');
  return `Needed by ${formatDay(ask.neededBy, ask.today)}${isLate ? ', which is past' : ''}`;
}

/** Where it stands, in a sentence of mrkdwn, for the reader. */
export function askStatus(ask: AskSummary): string {
  const holder = ask.isHolder ? 'you' : named(ask.holderName);
  const last = ask.steps.at(-1);
  switch (ask.state) {
    case 'open':
      return ask.isHolder ? 'It waits for your answer.' : `${capital(holder)} ${ask.isHolder ? 'have' : 'has'} it now.`;
    case 'taken':
      return `${capital(stepWords(last, ask))}.`;
    case 'granted':
    case 'done':
    case 'declined':
      return `${capital(stepWords(last, ask))}. ${ask.isRep ? 'Say whether that settles it.' : `${named(ask.repName)} hasn’t said yet whether that settles it.`}`;
    case 'confirmed':
      return `Settled. ${capital(stepWords(last, ask))}.`;
    case 'withdrawn':
      return `${capital(stepWords(last, ask))}. Nothing is left to do.`;
  }
  return '';
}

/** Every step in a line of mrkdwn; the newest ten. */
export function askHistory(ask: AskSummary): string {
  return ask.steps
    .slice(-10)
    .map((step) => `${formatDay(step.on, ask.today)}: ${stepWords(step, ask)}`)
    .join(' · ');
}

/** `Dana took it, by Tue 24 Nov`, in mrkdwn. */
export function stepWords(step: AskStepSummary | undefined, ask: AskSummary): string {
  if (step === undefined) return '';
  const who = step.isOwn ? 'you' : named(step.actorName);
  switch (step.step) {
    case 'asked':
      return `${who} asked`;
    case 'taken':
      return `${who} took it, by ${step.until === null ? 'a day to come' : formatDay(step.until, ask.today)}`;
    case 'granted':
      return `${who} granted it`;
    case 'declined':
      return `${who} declined it`;
    case 'done':
      return `${who} did it`;
    case 'handed':
      return `${who} took it further up`;
    case 'confirmed':
      return `${who} said that settles it`;
    case 'reopened':
      return `${who} opened it again`;
    case 'withdrawn':
      return `${who} withdrew it`;
  }
  return '';
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
