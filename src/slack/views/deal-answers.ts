/** What is done about a deal that stands still: the manager's choices and forms, and what each side hears of it. */
import type { ModalView, StaticSelect } from '@slack/types';
import { z } from 'zod';
import { companyObstacleChoices, companyObstacles } from '../../behaviours/company-obstacles.ts';
import type { BookingState } from '../../store/tables.ts';
import type { PromiseFound } from '../../store/leadership-tables.ts';
import { isLocalDate } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { actions, button, context, option, plain, quotation, section } from '../blocks.ts';
import { inputActionId, inputBlock, select, tooLong } from '../form.ts';
import { limits } from '../limits.ts';
import type { RenderedMessage } from '../messages/message.ts';
import type { Route } from '../route.ts';
import { answerDeal, dealMoves, dealStuck, dealStuckBecause, removeBy, takeToLead } from '../routes/deals.ts';
import type { DealAnswer } from '../routes/deals.ts';
import { endingIn, literal, shorten } from '../text.ts';
import { named } from './ask-words.ts';

const longestDeal = 200;
const longestExcerpt = 300;

const answerLabels = {
  remove: "I'll remove it, by …",
  together: 'Come with me',
  'not-blocked': 'Not blocked',
  'to-lead': 'To my lead',
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
  return form(removeBy, { nudge: given.nudge }, 'I’ll remove it', 'Promise it', [
    section(`*${literal(shorten(given.deal, longestDeal))}*`),
    words(
      'What will you do?',
      `${shorten(given.repName, 80)} reads this, and says afterwards whether the deal moves again.`,
    ),
    inputBlock(
      { id: 'dueOn', label: 'By when?' },
      { type: 'datepicker', action_id: inputActionId, initial_date: given.dueOn },
    ),
  ]);
}

const chooseDay = 'Choose a day from the calendar.';

export const removeSchema = z.object({
  text: typed('Say in a sentence what you’ll do.'),
  dueOn: z.string(chooseDay).refine(isLocalDate, chooseDay),
});

/** The deal goes to the lead, in the manager's words. */
export function toLeadForm(given: {
  readonly nudge: number;
  readonly deal: string;
  readonly repName: string;
  readonly leadName: string;
}): ModalView {
  const exactly = companyObstacleChoices.map(({ value, label }) => option(value, label));
  return form(takeToLead, { nudge: given.nudge }, 'To my lead', 'Send it', [
    section(`*${literal(shorten(given.deal, longestDeal))}*`),
    words(
      'What blocks it, and what can they do?',
      `${shorten(given.leadName, 80)} gets this at once. ${shorten(given.repName, 80)} sees it too, and follows what becomes of it.`,
    ),
    inputBlock(
      { id: 'companyObstacle', label: 'If our company stands in the way: what exactly?', optional: true },
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
    words('What is still in the way?', 'Your manager gets this at once, as a blocked deal.'),
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
  const said = `${named(given.managerName)} has removed what blocked *${deal}*:`;
  return {
    text: shorten(
      `${named(given.managerName)} has removed what blocked ${deal}. Does it move again?`,
      limits.messageText,
    ),
    blocks: [
      section(said),
      quotation(shorten(given.text, longestExcerpt)),
      ...(given.found === null
        ? [
            section('Does it move again?'),
            actions(`cleared-${given.promise}`, [
              button(dealMoves, { promise: given.promise }, 'It moves again', { style: 'primary' }),
              button(dealStuck, { promise: given.promise }, 'Still stuck'),
            ]),
          ]
        : [context(foundWords[given.found])]),
    ],
  };
}

const foundWords = {
  moves: 'You said that it moves again.',
  stuck: 'You said that it is still stuck, and asked again.',
} as const satisfies Record<PromiseFound, string>;

/** The manager hears that it helped. */
export function dealMovesMessage(given: {
  readonly repName: string;
  readonly deal: string;
  readonly text: string;
}): RenderedMessage {
  const said = `${named(given.repName)} says: ${literal(shorten(given.deal, longestDeal))} moves again. What you did helped.`;
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
    planned: `${name} takes time for *${what}* together with you: ${given.when}. Does that suit you? If not, tell ${endingIn(named(given.managerShortName))}`,
    happened: `${name} took time for *${what}* together with you, planned for ${given.when}.`,
    cancelled: `${name} called off the time for *${what}* on ${given.when}.`,
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
