import type { JsonObject } from '../contract.ts';
import { limits } from '../limits.ts';
import type { Arguments } from './arguments.ts';
import { SlackError } from './slack-error.ts';

/** One page of a list, and the cursor of the next; https://docs.slack.dev/apis/web-api/pagination */
export function pageOf<T>(
  all: readonly T[],
  arguments_: Arguments,
  byDefault: number,
): { page: readonly T[]; metadata: JsonObject; hasMore: boolean } {
  const asked = arguments_.whole('limit') ?? 0;
  if (asked > limits.pageSize) throw new SlackError('invalid_limit');
  const size = asked === 0 ? byDefault : asked;
  const start = startOf(arguments_.text('cursor'));
  const hasMore = start + size < all.length;
  const next = hasMore ? Buffer.from(`next:${start + size}`).toString('base64') : '';
  return { page: all.slice(start, start + size), metadata: { next_cursor: next }, hasMore };
}

function startOf(cursor: string | undefined): number {
  if (cursor === undefined || cursor === '') return 0;
  const start = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1];
  if (start === undefined) throw new SlackError('invalid_cursor');
  return Number(start);
}
