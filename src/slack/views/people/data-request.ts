/** What is said of a request about somebody's own data. */
import { answeredBy } from '../../../leading/data-requests.ts';
import type { DataRequest } from '../../../store/data-requests.ts';
import { formatDate, formatDay } from '../../../time/zoned.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { actions, button, context, quotation, section } from '../../kit/blocks.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { correctLog } from '../../routes/logging.ts';
import { finishRequest } from '../../routes/my-data.ts';
import { named } from '../ask/ask-words.ts';

interface Given {
  readonly request: DataRequest;
  readonly personName: string;
  readonly today: LocalDate;
}

/** To an admin: what is asked for, until when, and what to do. */
export function dataRequestMessage({ request, personName, today }: Given): RenderedMessage {
  const who = named(personName);
  const what = request.kind === 'export' ? 'a copy of their data' : 'their data to be erased';
  const text = `${who} asked for ${what} on ${formatDate(request.askedOn, today)}.`;
  if (request.state !== 'open') return settled(text, request, today);
  const todo =
    request.kind === 'export'
      ? `Send ${who} everything Firstline stores about them, then press Done.`
      : `Check with ${who} what may go, erase it, then press Done.`;
  return {
    text,
    blocks: [
      section(`${text} Answer by *${formatDay(answeredBy(request.askedOn), today)}*.`),
      context(todo),
      actions(`request-${request.id}`, [button(finishRequest, { request: request.id }, 'Done', { style: 'primary' })]),
    ],
  };
}

/** To who wrote an entry: what isn't right about it. @param what the entry, in mrkdwn */
export function entryDisputed({ request, personName, today }: Given, what: string): RenderedMessage {
  const text = `${named(personName)} says this isn’t right: ${what}.`;
  if (request.state !== 'open') return settled(text, request, today);
  const correct =
    request.interactionId === null ? [] : [button(correctLog, { interaction: request.interactionId }, 'Correct')];
  return {
    text,
    blocks: [
      section(text),
      ...(request.text === null ? [] : [quotation(request.text)]),
      actions(`request-${request.id}`, [...correct, button(finishRequest, { request: request.id }, 'Done')]),
      context(`Press Done once it’s right, and ${named(personName)} hears.`),
    ],
  };
}

/** To the person who asked. */
export function requestDone({ request, today }: Pick<Given, 'request' | 'today'>, byName: string): RenderedMessage {
  const by = named(byName);
  const said = {
    export: `${by} handled your request for a copy of your data.`,
    erasure: `${by} handled your request to erase your data.`,
    correction: `${by} looked at what you said wasn’t right.`,
  } as const satisfies Record<DataRequest['kind'], string>;
  const text = said[request.kind];
  return { text, blocks: [section(text), context(`You asked on ${formatDate(request.askedOn, today)}.`)] };
}

function settled(text: string, request: DataRequest, today: LocalDate): RenderedMessage {
  const on = request.settledOn === null ? '' : ` on ${formatDate(request.settledOn, today)}`;
  const status = request.state === 'withdrawn' ? `Withdrawn${on}.` : `Done${on}.`;
  return { text: `${text} ${status}`, blocks: [section(text), context(status)] };
}
