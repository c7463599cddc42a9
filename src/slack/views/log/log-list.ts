import type { ActionsBlock, KnownBlock, ModalView } from '@slack/types';
import { actions, button, confirmation, context, plain, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import { correctLog, deleteEntry, listLog, newerLog, olderLog, readNote } from '../../routes/logging.ts';
import { openDispute } from '../../routes/my-data.ts';
import type { LogList } from '../../routes/logging.ts';
import { entryLine } from './entry.ts';
import type { EntrySummary } from './entry.ts';

export interface ListedEntry extends EntrySummary {
  /** The reader may read its words, and there are some. */
  readonly canRead: boolean;
}

export interface LogListing {
  readonly list: LogList;
  readonly entries: readonly ListedEntry[];
  readonly hasOlder: boolean;
  /** The reader is on both sides: there is another list. */
  readonly hasOther: boolean;
}

/** What I logged, with ways to put it right; or what passed between me and my manager. */
export function logListView(listing: LogListing): ModalView {
  const { list, entries } = listing;
  const isMine = list.about === 'mine';
  return {
    type: 'modal',
    callback_id: listLog.id,
    title: plain(isMine ? 'What you logged' : 'Time with your manager', limits.modalTitle),
    close: plain('Close', limits.modalButton),
    blocks: [
      context(
        isMine
          ? 'Newest first. Only you can read a note you haven’t shared.'
          : 'What took place, when, and what was shared with you.',
      ),
      ...(entries.length === 0 ? [section(nothing(list))] : []),
      ...entries.flatMap((entry) => entryBlocks(entry, list)),
      ...pagingBlocks(listing),
    ],
  };
}

function nothing(list: LogList): string {
  if (list.page > 0) return 'Nothing older.';
  return list.about === 'mine' ? 'You haven’t logged anything yet.' : 'Nothing yet.';
}

function entryBlocks(entry: ListedEntry, list: LogList): KnownBlock[] {
  const read = entry.canRead ? [button(readNote, { interaction: entry.id }, 'Read')] : [];
  if (list.about === 'me') {
    const line = section(entryLine(entry));
    return [
      line,
      actions(`entry-${entry.id}`, [...read, button(openDispute, { interaction: entry.id }, 'This isn’t right')]),
    ];
  }
  const confirm = confirmation(
    'Delete this?',
    'It no longer counts, and what you wrote is gone for good.',
    'Delete it',
  );
  return [
    section(`${entryLine(entry)}${entry.shared && entry.hasTexts ? ' · shared' : ''}`),
    actions(`entry-${entry.id}`, [
      ...read,
      button(correctLog, { interaction: entry.id, list }, 'Correct'),
      button(deleteEntry, { interaction: entry.id, list }, 'Delete', { confirm }),
    ]),
  ];
}

function pagingBlocks({ list, hasOlder, hasOther }: LogListing): KnownBlock[] {
  const { about, page } = list;
  const buttons: ActionsBlock['elements'] = [
    ...(page > 0 ? [button(newerLog, { about, page: page - 1 }, 'Newer')] : []),
    ...(hasOlder ? [button(olderLog, { about, page: page + 1 }, 'Older')] : []),
    ...(hasOther
      ? [button(listLog, otherList(list), about === 'mine' ? 'Time with your manager' : 'What you logged')]
      : []),
  ];
  return buttons.length === 0 ? [] : [actions('paging', buttons)];
}

function otherList({ about }: LogList): LogList {
  return { about: about === 'mine' ? 'me' : 'mine', page: 0 };
}
