import type { Context } from '../../context.ts';
import { noticeWork } from '../../acts/open-absence.ts';
import type { Metrics } from '../../metrics.ts';
import { answerPlace } from './error-answer.ts';

type Received = Parameters<Metrics['received']>[0];

/** What somebody does on purpose; a look at the Home tab or a change of their profile is none. */
const isDoing = {
  action: true,
  command: true,
  view: true,
  shortcut: true,
  event: false,
  options: false,
} as const satisfies Record<Received, boolean>;

/** Somebody did something here. Never throws: what they did is done. */
export async function noticeDoing(context: Context, kind: Received, body: unknown): Promise<void> {
  const place = isDoing[kind] ? answerPlace(body) : undefined;
  if (place === undefined) return;
  try {
    await noticeWork(context, place.userId);
  } catch (error) {
    context.log.warn({ err: error }, 'It was not noted that somebody is at work');
  }
}
