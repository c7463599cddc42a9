/** What is done about a deal that stands still: the manager's choices and forms, and what each side hears of it. */
import type { ModalView, StaticSelect } from '@slack/types';
import { z } from 'zod';
import { companyObstacleChoices, companyObstacles } from '../../../behaviours/company-obstacles.ts';
import type { BookingState } from '../../../store/tables.ts';
import type { PromiseFound } from '../../../store/leadership-tables.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { actions, button, context, option, plain, quotation, section } from '../../kit/blocks.ts';
import { inputActionId, inputBlock, select, tooLong } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import type { Route } from '../../kit/route.ts';
import { answerDeal, dealMoves, dealStuck, dealStuckBecause, removeBy, takeToLead } from '../../routes/deals.ts';
import type { DealAnswer } from '../../routes/deals.ts';
import { endingIn, literal, shorten } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';
import { daySchema } from '../../kit/day-schema.ts';

const longestDeal = 200;
const longestExcerpt = 300;

const answerLabels = {
  remove: 'I’ll clear this by …',
  together: 'Tackle it together',
  'not-blocked': 'Not blocked',
  'to-lead': 'Take to my lead',
} as const satisfies Record<DealAnswer, string>;

/** The four answers in one list, so that the nudge stays short. */
export function dealAnswerSelect(nudge: number, hasLead: boolean): StaticSelect {
  const answers: DealAnswer[] = ['remove', 'together', 'not-blocked', ...(hasLead ? ['to-lead' as const] : [])];
  return {
    type: 'static_select',
    action_id: answerDeal.id,
    placeholder: plain('What will you do?', limits.placeholder),
    options: answers.map((answer) => option(answerDeal.encode({ nudge, answer }), answerLabels[answer])),
  };
}

/** A promise to remove what blocks the deal. */
export function removeForm(given: {
  readonly nudge: number;
  readonly deal: string;
  readonly repName: string;
  readonly dueOn: LocalDate;
}): ModalView {
  return form(removeBy, { nudge: given.nudge }, 'I’ll clear this', 'Promise', [
    section(`*${literal(shorten(given.deal, longestDeal))}*`),
    words('What will you do?', `${shorten(given.repName, 80)} sees this, and says later whether the deal is moving.`),
    inputBlock(
      { id: 'dueOn', label: 'By when?' },
      { type: 'datepicker', action_id: inputActionId, initial_date: given.dueOn },
    ),
  ]);
}

const chooseDay = 'Choose a day from the calendar.';

export const removeSchema = z.object({
  text: typed('Say in a sentence what you’ll do.'),
  dueOn: daySchema(chooseDay),
});

/** The deal goes to the lead, in the manager's words. */
export function toLeadForm(given: {
  readonly nudge: number;
  readonly deal: string;
  readonly repName: string;
  readonly leadName: string;
}): ModalView {
  const exactly = companyObstacleChoices.map(({ value, label }) => option(value, label));
  return form(takeToLead, { nudge: given.nudge }, 'Take to my lead', 'Send', [
    section(`*${literal(shorten(given.deal, longestDeal))}*`),
    words(
      'What’s blocking it, and how can they help?',
      `${shorten(given.leadName, 80)} gets this right away. ${shorten(given.repName, 80)} sees it, too.`,
    ),
    inputBlock(
      { id: 'companyObstacle', label: 'If it’s our own company: what exactly?', optional: true },
      select(exactly, undefined),
    ),
  ]);
}

export const toLeadSchema = z
  .object({
    text: typed('Say in a sentence what’s blocking it and how your lead can help.'),
    companyObstacle: z.enum(companyObstacles, 'Choose one from the list.').optional(),
  })
  .transform(({ text, companyObstacle }) => ({ text, companyObstacle: companyObstacle ?? null }));

/** The rep asks again. */
export function stillStuckForm(given: { readonly promise: number; readonly deal: string }): ModalView {
  return form(dealStuckBecause, { promise: given.promise }, 'Still stuck', 'Ask again', [
    section(`*${literal(shorten(given.deal, longestDeal))}*`),
    words('What’s still in the way?', 'Your manager gets this right away.'),
  ]);
}

export const stillStuckSchema = z.object({ text: typed('Say in a sentence what’s still in the way.') });

/** Asks the rep whether what was done helped, or says what they answered. */
export function dealClearedMessage(given: {
  readonly promise: number;
  readonly managerName: string;
  readonly deal: string;
  readonly text: string;
  readonly found: PromiseFound | null;
}): RenderedMessage {
  const deal = literal(shorten(given.deal, longestDeal));
  const said = `${named(given.managerName)} cleared what was blocking *${deal}*:`;
  return {
    text: shorten(
      `${named(given.managerName)} cleared what was blocking ${deal}. Is it moving again?`,
      limits.messageText,
    ),
    blocks: [
      section(said),
      quotation(shorten(given.text, longestExcerpt)),
      ...(given.found === null
        ? [
            section('Is it moving again?'),
            actions(`cleared-${given.promise}`, [
              button(dealMoves, { promise: given.promise }, 'It’s moving', { style: 'primary' }),
              button(dealStuck, { promise: given.promise }, 'Still stuck'),
            ]),
          ]
        : [context(foundWords[given.found])]),
    ],
  };
}

const foundWords = {
  moves: 'You said it’s moving again.',
  stuck: 'You said it’s still stuck, and asked again.',
} as const satisfies Record<PromiseFound, string>;

/** The manager hears that it helped. */
export function dealMovesMessage(given: {
  readonly repName: string;
  readonly deal: string;
  readonly text: string;
}): RenderedMessage {
  const said = `${named(given.repName)} says: ${literal(shorten(given.deal, longestDeal))} is moving again. What you did helped.`;
  return {
    text: said,
    blocks: [section(said), context(`You promised: ${literal(shorten(given.text, longestExcerpt))}`)],
  };
}

/** The rep hears that their manager takes time for the deal with them. */
export function comeAlongMessage(given: {
  readonly managerName: string;
  readonly managerShortName: string;
  /** Null for time together about no deal on record. */
  readonly deal: string | null;
  /** By the reader's clock. */
  readonly when: string;
  readonly state: BookingState;
}): RenderedMessage {
  const name = named(given.managerName);
  const what = given.deal === null ? 'your blocked deal' : literal(shorten(given.deal, longestDeal));
  const said = {
    planned: `${name} wants to tackle *${what}* with you: ${given.when}. If that doesn’t work, tell ${endingIn(named(given.managerShortName))}`,
    happened: `${name} tackled *${what}* with you (${given.when}).`,
    cancelled: `${name} called off your time for *${what}* on ${given.when}.`,
  } as const satisfies Record<BookingState, string>;
  return { text: said[given.state].replaceAll('*', ''), blocks: [section(said[given.state])] };
}

function form<Carried>(
  route: Route<Carried>,
  carried: Carried,
  title: string,
  submit: string,
  blocks: ModalView['blocks'],
): ModalView {
  return {
    type: 'modal',
    callback_id: route.id,
    private_metadata: route.encode(carried),
    title: plain(title, limits.modalTitle),
    submit: plain(submit, limits.modalButton),
    close: plain('Not now', limits.modalButton),
    blocks,
  };
}

function words(label: string, hint: string) {
  return inputBlock(
    { id: 'text', label, hint },
    { type: 'plain_text_input', action_id: inputActionId, multiline: true, max_length: limits.inputText },
  );
}

function typed(missing: string) {
  return z.string(missing).refine((text) => text.length <= limits.inputText, { error: tooLong });
}
