/** What is stored about the reader, with the ways to have it put right, copied or forgotten. */
import type { KnownBlock, ModalView } from '@slack/types';
import { answeredBy } from '../../../leading/data-requests.ts';
import type { DataRequest } from '../../../store/data-requests.ts';
import type { StoredAbout } from '../../../store/stored-about.ts';
import { formatDate, formatDay } from '../../../time/zoned.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { actions, button, confirmation, context, header, plain, section } from '../../kit/blocks.ts';
import { inputActionId, inputBlock } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';
import { listLog } from '../../routes/logging.ts';
import { askForErasure, askForExport, sendDispute, withdrawRequest } from '../../routes/my-data.ts';
import { openSettings } from '../../routes/settings.ts';
import { numberedId } from '../../kit/route.ts';
import { count, literal, shorten } from '../../kit/text.ts';

export interface MyData {
  readonly name: string;
  readonly email: string | null;
  readonly timeZone: string | null;
  readonly managerName: string | undefined;
  /** Conversations that the reader sees, and the newest. */
  readonly conversations: { readonly count: number; readonly lastOn: LocalDate | undefined };
  readonly stored: StoredAbout;
  readonly requests: readonly DataRequest[];
  readonly today: LocalDate;
}

export function myDataView(data: MyData): ModalView {
  return {
    type: 'modal',
    title: plain('What’s stored about me', limits.modalTitle),
    close: plain('Close', limits.modalButton),
    blocks: [
      context('Only you can see this page.'),
      section(`*You*\n${youLine(data)}`, button(openSettings, {}, 'Settings')),
      section(
        `*Time with your manager*\n${conversationLine(data)}`,
        button(listLog, { about: 'me', page: 0 }, 'View or correct'),
      ),
      ...(data.stored.logged === 0
        ? []
        : [
            section(
              `*What you logged*\n${count(data.stored.logged, 'note or conversation', 'notes and conversations')}`,
              button(listLog, { about: 'mine', page: 0 }, 'View or correct'),
            ),
          ]),
      section(`*Between you and your manager*\n${otherLine(data.stored)}. All of it is in your Home tab.`),
      section('*Pulse*\nThat you answered, never what: no answer has a name on it.'),
      header('Ask an admin'),
      ...requestBlocks(data),
    ],
  };
}

function youLine({ name, email, timeZone, managerName }: MyData): string {
  return [name, email, timeZone, managerName === undefined ? undefined : `reports to ${managerName}`]
    .filter((part) => typeof part === 'string')
    .map((part) => literal(shorten(part, 150)))
    .join(' · ');
}

function conversationLine({ conversations, today }: MyData): string {
  const { count: number, lastOn } = conversations;
  if (number === 0 || lastOn === undefined) return 'Nothing yet.';
  return `${count(number, 'conversation')}, the last on ${formatDate(lastOn, today)}`;
}

function otherLine(stored: StoredAbout): string {
  const parts = [
    count(stored.asks, 'ask'),
    count(stored.promises, 'promise'),
    count(stored.cycles, 'development goal'),
    count(stored.goals, 'goal of your own', 'goals of your own'),
    count(stored.expectations, 'agreed expectation'),
    count(stored.praises, 'thank-you'),
    count(stored.ideas, 'idea'),
    count(stored.openDeals, 'open deal'),
  ].filter((part) => !part.startsWith('0 '));
  return parts.length === 0 ? 'Nothing yet' : parts.join(' · ');
}

const asked = {
  export: 'You asked for a copy of your data',
  erasure: 'You asked to have your data erased',
  correction: 'You asked for a correction',
} as const satisfies Record<DataRequest['kind'], string>;

function requestBlocks({ requests, today }: MyData): KnownBlock[] {
  const isOpen = (kind: DataRequest['kind']) => requests.some((request) => request.kind === kind);
  const erase = confirmation(
    'Ask for erasure?',
    'An admin gets this and erases what is stored about you, as far as the law allows. Nothing is erased before they do.',
    'Ask for erasure',
    'Not now',
  );
  const buttons = [
    ...(isOpen('export') ? [] : [button(askForExport, {}, 'Ask for a copy')]),
    ...(isOpen('erasure') ? [] : [button(askForErasure, {}, 'Ask for erasure', { confirm: erase })]),
  ];
  return [
    ...requests.map((request) => requestRow(request, today)),
    ...(buttons.length === 0 ? [] : [actions('my-data', buttons)]),
  ];
}

function requestRow({ id, kind, askedOn }: DataRequest, today: LocalDate): KnownBlock {
  const by = kind === 'correction' ? '' : ` You’ll have an answer by ${formatDay(answeredBy(askedOn), today)}.`;
  return section(`${asked[kind]} on ${formatDate(askedOn, today)}.${by}`, {
    ...button(withdrawRequest, { request: id }, 'Withdraw'),
    action_id: numberedId(withdrawRequest, id),
  });
}

/** @param what the entry, in a line of mrkdwn */
export function disputeForm(given: {
  readonly interaction: number;
  readonly what: string;
  readonly authorName: string;
}): ModalView {
  return {
    type: 'modal',
    callback_id: sendDispute.id,
    private_metadata: sendDispute.encode({ interaction: given.interaction }),
    title: plain('This isn’t right', limits.modalTitle),
    submit: plain('Send it', limits.modalButton),
    close: plain('Not now', limits.modalButton),
    blocks: [
      section(given.what),
      inputBlock(
        {
          id: 'text',
          label: 'What isn’t right?',
          hint: `${shorten(given.authorName, 80)} reads this, and can put it right.`,
        },
        { type: 'plain_text_input', action_id: inputActionId, multiline: true, max_length: limits.inputText },
      ),
    ],
  };
}

export function disputeSent(authorName: string): ModalView {
  return {
    type: 'modal',
    title: plain('Sent', limits.modalTitle),
    close: plain('Close', limits.modalButton),
    blocks: [section(`${literal(shorten(authorName, 80))} has it, and you’ll hear once it’s looked at.`)],
  };
}
