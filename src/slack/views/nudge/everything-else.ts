/** What else is due: counted in a message or on the Home tab, opened in a form, a page at a time. */
import type { Button, KnownBlock, ModalView } from '@slack/types';
import { actions, button, plain, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import { openBooking } from '../../routes/bookings.ts';
import { openLog } from '../../routes/logging.ts';
import { restAfter, restBefore, seeTheRest } from '../../routes/things.ts';
import { firstName, literal, shorten } from '../../kit/text.ts';
import { boldHeadline } from './shown-nudge.ts';
import type { ShownNudge } from './shown-nudge.ts';
import { thingButtons } from './thing-buttons.ts';

/** Three blocks each, and Slack takes 100. */
export const restOnAPage = 15;
const longestSentence = 300;

/** Something due that no nudge has asked for yet, for the eyes of its reader. */
export interface ShownDue extends Pick<ShownNudge, 'words' | 'subject' | 'thing' | 'about' | 'sentence'> {
  readonly behaviour: string;
}

/** @param page from 0 */
export function everythingElseView(given: {
  readonly rows: readonly ShownDue[];
  readonly page: number;
  readonly pages: number;
}): ModalView {
  const { rows, page, pages } = given;
  const turning = [
    ...(page > 0 ? [button(restBefore, { page: page - 1 }, 'Back')] : []),
    ...(page < pages - 1 ? [button(restAfter, { page: page + 1 }, 'More')] : []),
  ];
  return {
    type: 'modal',
    callback_id: seeTheRest.id,
    private_metadata: seeTheRest.encode({ page }),
    title: plain(pages === 1 ? 'What can wait' : `What can wait, ${page + 1}/${pages}`, limits.modalTitle),
    close: plain('Close', limits.modalButton),
    blocks: [
      ...(rows.length === 0 ? [section('Nothing else is due.')] : []),
      ...rows.flatMap((row, index) => [...dueBlocks(row, `rest-${page}-${index}`), { type: 'divider' as const }]),
      ...(turning.length === 0 ? [] : [actions('rest-pages', turning)]),
    ],
  };
}

/**
 * What is due, why, and its buttons.
 * @param blockId unique in the message or view
 */
export function dueBlocks(row: ShownDue, blockId: string): KnownBlock[] {
  return [
    section(`${boldHeadline(row)}\n${literal(shorten(row.sentence, longestSentence))}`),
    actions(blockId, dueButtons(row)),
  ];
}

/** The buttons of the thing, where it is about one; else a date, or the form. */
function dueButtons({ behaviour, thing, about }: ShownDue): Button[] {
  if (thing !== undefined) return thingButtons(thing, { name: about === undefined ? 'Your team' : firstName(about) });
  const opening = { behaviour, ...(about === undefined ? {} : { rep: about.id }) };
  return [button(openBooking, opening, 'Book it'), button(openLog, { ...opening, only: true }, 'Done')];
}
