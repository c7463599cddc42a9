/** A reporting line that somebody claimed: the question, what became of it, and what waits. */
import type { Button, KnownBlock } from '@slack/types';
import type { ClaimState } from '../../../leading/claims.ts';
import { claimDays } from '../../../leading/claims.ts';
import { actions, button, context, header, section } from '../../kit/blocks.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { confirmLine, refuseLine, withdrawLine } from '../../routes/claims.ts';
import { openTeam } from '../../routes/team.ts';
import { count } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';
import type { HomeSection } from '../home/home-fit.ts';
import { whoSeesWhat } from '../home/welcome.ts';

/** A claim as one of those concerned sees it. Names are those of Slack; nothing else of anybody is told. */
export interface ClaimSummary {
  readonly id: number;
  readonly personName: string;
  readonly managerName: string;
  /** Said by the one who would report. */
  readonly goesUp: boolean;
  readonly isPerson: boolean;
  readonly isManager: boolean;
}

export interface ClaimQuestion extends ClaimSummary {
  readonly state: ClaimState;
  /** The reader may say yes or no. */
  readonly mayDecide: boolean;
  /** Whom the person reports to now, and the manager's own lead. */
  readonly nowWithName: string | undefined;
  readonly leadName: string | undefined;
  /** Who said yes or no; undefined where it was the reader, or nobody. */
  readonly deciderName: string | undefined;
  readonly isOwnAnswer: boolean;
  /** The reader's first name, where they never heard of this. */
  readonly greeted: string | undefined;
}

/** Asked of whoever may say yes; afterwards, what became of it. */
export function claimQuestion(given: ClaimQuestion): RenderedMessage {
  if (given.state !== 'waiting') return { text: settledWords(given), blocks: [section(settledWords(given))] };
  if (!given.mayDecide) {
    const text = 'Someone else answers this now.';
    return { text, blocks: [context(text)] };
  }
  const question = `${claimWords(given)} Is that right?`;
  return {
    text: question,
    blocks: [
      ...(given.greeted === undefined
        ? []
        : [
            section(
              `Hello ${named(given.greeted)}. I’m Firstline. I help managers make time for their people and answer what they ask for.`,
            ),
          ]),
      section(`*${question}*`),
      actions(`claim-${given.id}`, answerButtons(given.id)),
      section(consequences(given)),
      context(
        `Until someone says yes, ${named(claimantOf(given))} sees nothing. If you say no, only they hear about it.`,
      ),
    ],
  };
}

function answerButtons(claim: number): Button[] {
  return [button(confirmLine, { claim }, 'Yes', { style: 'primary' }), button(refuseLine, { claim }, 'No')];
}

function claimantOf({ goesUp, personName, managerName }: ClaimSummary): string {
  return goesUp ? personName : managerName;
}

/** `Dana Osei says you report to them.` */
function claimWords({ goesUp, personName, managerName, isPerson, isManager }: ClaimSummary): string {
  const person = named(personName);
  const manager = named(managerName);
  if (goesUp) return `${person} says they report to ${isManager ? 'you' : manager}.`;
  return `${manager} says ${isPerson ? 'you report' : `${person} reports`} to them.`;
}

function consequences({
  personName,
  managerName,
  nowWithName,
  leadName,
  isPerson,
  isManager,
  greeted,
}: ClaimQuestion): string {
  const person = named(personName);
  const manager = named(managerName);
  if (isPerson) {
    const ask = greeted === undefined ? '' : ` Then you can type \`/ask\` when you need something.`;
    return `*If you say yes*\n${whoSeesWhat(managerName, leadName)}${ask}`;
  }
  const now = nowWithName === undefined ? '' : `${person} reports to ${named(nowWithName)} now. `;
  const who = isManager ? 'you see' : `${manager} sees`;
  return `${now}If you say yes, ${who} what’s open now and what comes next. Anything settled before stays with the previous manager.`;
}

function settledWords(given: ClaimQuestion): string {
  const person = named(given.personName);
  const manager = named(given.managerName);
  const who = given.isOwnAnswer ? 'You' : named(given.deciderName ?? 'Somebody');
  switch (given.state) {
    case 'confirmed': {
      const line = given.isPerson
        ? `${manager} is your manager now.`
        : `${person} reports to ${given.isManager ? 'you' : manager} now.`;
      return `${who} said yes. ${line}`;
    }
    case 'refused':
      return `${who} said no. Nothing changed.`;
    case 'withdrawn':
      return `${named(claimantOf(given))} withdrew the question. Nothing changed.`;
    case 'lapsed':
      return `No one answered in ${claimDays} days, so I closed the question. Nothing changed.`;
    case 'overtaken':
      return 'This has changed, so there’s nothing left to answer.';
    case 'waiting':
      return '';
  }
}

/** Told to whoever claimed it, where it came to nothing. */
export function claimAnswer(
  given: ClaimSummary & { readonly state: ClaimState; readonly wasOther: boolean },
): RenderedMessage | undefined {
  const text = answerWords(given);
  if (text === undefined) return undefined;
  return { text, blocks: [section(text), actions('team', [button(openTeam, {}, 'Change my team')])] };
}

function answerWords(given: ClaimSummary & { readonly state: ClaimState; readonly wasOther: boolean }) {
  const other = named(given.goesUp ? given.managerName : given.personName);
  const line = given.goesUp ? `you report to ${other}` : `${other} reports to you`;
  switch (given.state) {
    case 'refused':
      return given.wasOther
        ? `${other} said no to “${line}”. It may be a mix-up, so check with ${other}. Only you can see this.`
        : `The answer to “${line}” was no. Check with ${other}. Only you can see this.`;
    case 'lapsed':
      return `No one confirmed in two weeks that ${line}. You can ask again.`;
    case 'overtaken':
      return `You asked whether ${line}. That has changed, so I closed the question. You can ask again.`;
    case 'waiting':
    case 'confirmed':
    case 'withdrawn':
      return undefined;
  }
}

/** What waits for a yes, from both sides. */
export interface WaitingClaims {
  /** The reader said so. */
  readonly own: readonly ClaimSummary[];
  /** The reader may answer. */
  readonly toAnswer: readonly ClaimSummary[];
}

const mostClaims = 8;

/** For the Home tab; nothing where nothing waits. */
export function waitingClaims({ own, toAnswer }: WaitingClaims): HomeSection[] {
  const rows = [...toAnswer.map(toAnswerBlocks), ...own.map(ownBlocks)];
  if (rows.length === 0) return [];
  return [
    {
      head: [header('Waiting for a yes')],
      rows: rows.slice(0, mostClaims),
      total: rows.length,
      priority: 8,
      more: (hidden) => `${count(hidden, 'more', 'more')} after these.`,
      foot: [],
    },
  ];
}

function toAnswerBlocks(claim: ClaimSummary): KnownBlock[] {
  return [section(`${claimWords(claim)} Is that right?`), actions(`claim-${claim.id}`, answerButtons(claim.id))];
}

function ownBlocks(claim: ClaimSummary): KnownBlock[] {
  return [section(ownWords(claim), button(withdrawLine, { claim: claim.id }, 'Withdraw'))];
}

function ownWords({ goesUp, personName, managerName }: ClaimSummary): string {
  return goesUp
    ? `*${named(managerName)}* as your manager: no answer yet.`
    : `*${named(personName)}* on your team: no answer yet.`;
}

/** Below what was saved in the team form: `3 asked, waiting.` */
export function askedBlocks(own: readonly ClaimSummary[]): KnownBlock[] {
  if (own.length === 0) return [];
  const rest = own.length - mostClaims;
  return [
    section(
      `*${own.length} asked, no answer yet.* Nothing is shared until they say yes. You’ll hear when they answer. After ${claimDays} days the question closes.`,
    ),
    ...own.slice(0, mostClaims).flatMap(ownBlocks),
    ...(rest > 0 ? [context(`${rest} more in your Home tab.`)] : []),
  ];
}
