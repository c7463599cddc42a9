/** How asks are spoken of. */
import { describeException } from '../../../asks/exceptions.ts';
import type { ExceptionKind } from '../../../asks/exceptions.ts';
import { describeAskKind } from '../../../asks/index.ts';
import type { AskKind } from '../../../asks/index.ts';
import type { AskState } from '../../../behaviours/facts.ts';
import { linksIn } from '../../../leading/ask-case.ts';
import type { AskStepKind, AskStepTaken, Obstacle } from '../../../leading/ask-lifecycle.ts';
import { daysBetween, formatDay } from '../../../time/zoned.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { count, literal, shorten } from '../../kit/text.ts';
import { kindStep } from './kind-steps.ts';

/** What somebody who may read an ask sees of it. */
export interface AskSummary {
  readonly id: number;
  readonly kind: AskKind;
  readonly state: AskState;
  readonly obstacle: Obstacle | null;
  readonly text: string;
  /** Name, and amount where known; null for an ask about no deal. */
  readonly deal: string | null;
  /** `Negotiation · closes Dec 15`; null where nothing of it is known. */
  readonly dealStands?: string | null;
  /** Whose rep it is, for a reader who isn't that manager; undefined for the two themselves. */
  readonly managerName?: string | undefined;
  /** The rep's local day. */
  readonly askedOn: LocalDate;
  readonly neededBy: LocalDate | null;
  readonly repName: string;
  readonly holderName: string;
  /** Who has to answer has left. */
  readonly hasHolderLeft?: boolean;
  /** The reader is the one who asked. */
  readonly isRep: boolean;
  /** The reader is the one who has to answer. */
  readonly isHolder: boolean;
  /** Who took it off the reader's desk, as their lead. */
  readonly takenOverBy: string | undefined;
  /** Oldest first. */
  readonly steps: readonly AskStepSummary[];
  /** What the reader can do now. */
  readonly mayDo: readonly AskStepTaken[];
  /** It is a blocked deal of their rep’s: they can take time for it together. */
  readonly mayCome?: boolean;
  readonly exception: ExceptionKind | null;
  /** `€48,000`. */
  readonly stake: string | null;
  /** What was written in the fields of its kind that the reader may read, in order. */
  readonly written: readonly WrittenField[];
  /** The step of the reader's answer that they can still take back. */
  readonly undo?: number | undefined;
  /** To whom the reader can take it. */
  readonly leadName: string | undefined;
  /** Whom to talk with about it, and where in Slack that conversation is. */
  readonly talk: { readonly name: string; readonly url: string } | undefined;
  /** The reader's local day. */
  readonly today: LocalDate;
}

export interface WrittenField {
  /** What stands before it. */
  readonly shown: string;
  /** In the rep's own words; of links the web addresses, one in a line. */
  readonly words: string;
  readonly isLinks: boolean;
}

export interface AskStepSummary {
  readonly id: number;
  readonly step: AskStepKind;
  readonly actorName: string;
  /** Who did it has left. */
  readonly hasActorLeft?: boolean;
  /** Who had it before this step, where that one has left. */
  readonly formerName?: string;
  /** Who has it after this step, where that was written down. */
  readonly holderName: string | undefined;
  /** The reader has it after this step. */
  readonly isWithReader: boolean;
  /** The reader did it. */
  readonly isOwn: boolean;
  /** The actor's local day by which, for `taken`. */
  readonly until: LocalDate | null;
  readonly text: string | null;
  /** The reader's local day. */
  readonly on: LocalDate;
}

const longestName = 60;

export const obstacleLabels = {
  internal: 'Something I need to learn or get past',
  external: 'Something on the customer’s side',
  company: 'Something at our own company',
} as const satisfies Record<Obstacle, string>;

/** To be read by somebody else than the rep. */
const obstacleFacts = {
  internal: 'In the way: something to learn or get past',
  external: 'In the way: something on the customer’s side',
  company: 'In the way: something at our own company',
} as const satisfies Record<Obstacle, string>;

/** A name in mrkdwn, literal and not too long. */
export function named(name: string): string {
  return literal(shorten(name, longestName));
}

/** `Priya Nair asks for help`, in mrkdwn. */
export function askTitle(ask: AskSummary): string {
  return `${named(ask.repName)} ${(ask.exception === null ? describeAskKind(ask.kind) : describeException(ask.exception)).request}`;
}

/** Deal, obstacle, needed by and age, in mrkdwn. */
export function askFacts(ask: AskSummary): string[] {
  return [
    ask.deal === null ? '' : `Deal: ${literal(shorten(ask.deal, 200))}${dealStands(ask)}`,
    ask.obstacle === null ? '' : obstacleFacts[ask.obstacle],
    ask.stake === null ? '' : `At stake: ${literal(ask.stake)}`,
    neededByWords(ask),
    `Asked ${formatDay(ask.askedOn, ask.today)}${ageWords(ask)}`,
  ].filter((fact) => fact !== '');
}

function dealStands({ dealStands: stands }: AskSummary): string {
  return (stands ?? '') === '' ? '' : ` (${literal(shorten(stands ?? '', 120))})`;
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

/** Why it is urgent, what belongs to it, and the like, in lines of mrkdwn. */
export function askCase({ written }: Pick<AskSummary, 'written'>): string[] {
  return written.map(
    ({ shown, words, isLinks }) => `${shown}: ${isLinks ? linksIn(words).map(linked).join(' · ') : literal(words)}`,
  );
}

/** A link that shows where it leads, whatever stands in it. */
function linked(address: string): string {
  const { host, pathname } = new URL(address);
  const safe = address.replaceAll('&', '&amp;').replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('|', '%7C');
  const shown = shorten(`${host}${pathname === '/' ? '' : pathname}`, 60).replaceAll('|', '¦');
  return `<${safe}|${literal(shown)}>`;
}

/** Leads to the conversation of the two, in which nobody reads along; empty where there is none to lead to. */
export function talkWords({ talk }: AskSummary): string[] {
  return talk === undefined ? [] : [`<${talk.url.replaceAll('&', '&amp;')}|Talk about it with ${named(talk.name)}>`];
}

export function neededByWords(ask: AskSummary): string {
  if (ask.neededBy === null) return '';
  const isLate = ask.neededBy < ask.today && (ask.state === 'open' || ask.state === 'taken');
  return `${isLate ? 'Was due' : 'Needed by'} ${formatDay(ask.neededBy, ask.today)}`;
}

/** Where it stands, in a sentence of mrkdwn, for the reader. */
export function askStatus(ask: AskSummary): string {
  const holder = ask.isHolder ? 'you' : named(ask.holderName);
  const last = ask.steps.findLast(({ step }) => !isAside(step));
  switch (ask.state) {
    case 'open':
      return ask.isHolder ? 'Waiting for your answer.' : `${capital(holder)} ${ask.isHolder ? 'have' : 'has'} it now.`;
    case 'taken':
      return `${capital(stepWords(last, ask))}.`;
    case 'granted':
    case 'done':
    case 'declined':
      return `${capital(stepWords(last, ask))}. ${ask.isRep ? 'Did that settle it?' : `${named(ask.repName)} hasn’t said yet if that settles it.`}`;
    case 'confirmed':
      return `Settled. ${capital(stepWords(last, ask))}.`;
    case 'withdrawn':
      return `${capital(stepWords(last, ask))}. No answer needed.`;
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

/** `Dana took it, by Tue, Nov 24`, in mrkdwn. */
function stepWords(step: AskStepSummary | undefined, ask: AskSummary): string {
  if (step === undefined) return '';
  const who = step.isOwn ? 'you' : named(step.actorName);
  const own = kindStep(step, ask);
  if (own !== undefined) return `${who} ${own}`;
  switch (step.step) {
    case 'asked':
      return `${who} asked`;
    case 'taken':
      return `${who} took it, with an answer by ${step.until === null ? 'a day to come' : formatDay(step.until, ask.today)}`;
    case 'granted':
      return `${who} said yes`;
    case 'declined':
      return `${who} said no`;
    case 'done':
      return `${who} did it`;
    case 'handed':
      if (step.holderName === step.actorName) return `${who} took it over`;
      return `${who} took it ${step.holderName === undefined ? 'to the lead' : `to ${toWhom(step)}`}`;
    case 'offered':
      return `${who} ${step.isOwn ? 'were' : 'was'} asked about taking it to the lead`;
    case 'waited':
      return `${who} gave it another day`;
    case 'renewed':
      return `${who} still ${step.isOwn ? 'need' : 'needs'} it, by ${step.until === null ? 'a later day' : formatDay(step.until, ask.today)}`;
    case 'covered':
      return step.holderName === step.actorName
        ? `it came back to ${toWhom(step)}`
        : `it went to ${toWhom(step)} because ${who} ${step.hasActorLeft === true ? 'has left' : step.isOwn ? 'were away' : 'was away'}`;
    case 'moved':
      return `it went to ${toWhom(step)} because ${step.formerName === undefined ? 'the reporting lines changed' : `${named(step.formerName)} has left`}`;
    case 'confirmed':
      return `${who} said that settles it`;
    case 'reopened':
      return `${who} reopened it`;
    case 'withdrawn':
      return `${who} withdrew it`;
    case 'lapsed':
      return `it was closed because ${who} ${step.isOwn ? 'have' : 'has'} left`;
  }
  return '';
}

function toWhom({ isWithReader, holderName }: AskStepSummary): string {
  return isWithReader ? 'you' : named(holderName ?? 'somebody else');
}

/** Steps after which it stands where it stood. */
function isAside(step: AskStepKind): boolean {
  return step === 'offered' || step === 'waited' || step === 'renewed' || step === 'moved' || step === 'covered';
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
