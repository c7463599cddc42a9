/** The Home tab of somebody who has reps. */
import type { Button, ImageBlock, KnownBlock, StaticSelect } from '@slack/types';
import { actions, button, header, option, plain, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import { earlierPeople, laterPeople } from '../../routes/home.ts';
import { listLog, openLog } from '../../routes/logging.ts';
import { chooseForMore } from '../../routes/person.ts';
import { openThreads } from '../../routes/threads.ts';
import { count, literal, shorten } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';
import type { ManagerHome, PersonRow } from './shown-home.ts';
import type { HomeSection } from './home-fit.ts';

const peopleOnAPage = 20;
/** So many things to do next stand beside a name; the rest is behind “More”. */
const mostNext = 2;
const longestOption = 70;

/** A page of the people, the most missed first, below the picture of their weeks. */
export function people({ people: everybody, page }: ManagerHome, picture: ImageBlock | undefined): HomeSection {
  const pages = Math.max(1, Math.ceil(everybody.length / peopleOnAPage));
  const shown = Math.min(Math.max(0, page), pages - 1);
  const onPage = everybody.slice(shown * peopleOnAPage, (shown + 1) * peopleOnAPage);
  const turning = [
    ...(shown > 0 ? [button(earlierPeople, { page: shown - 1 }, 'Back')] : []),
    ...(shown < pages - 1 ? [button(laterPeople, { page: shown + 1 }, 'More')] : []),
  ];
  const what = pages === 1 ? 'Your people' : `Your people, page ${shown + 1} of ${pages}`;
  return {
    head: [header(what), ...(picture === undefined ? [] : [untitled(picture)])],
    rows: onPage.map((person) => [personBlock(person)]),
    total: onPage.length,
    priority: 7,
    more: (hidden) => `${count(hidden, 'more', 'more')} on this page.`,
    foot: [
      actions('people', [moreAbout(onPage), ...turning, ...logButtons(), button(openThreads, {}, 'Last 12 weeks')]),
    ],
  };
}

/** The heading says whose weeks they are. */
function untitled({ title: _title, ...picture }: ImageBlock): ImageBlock {
  return picture;
}

/** Into the log. */
export function logButtons(): Button[] {
  return [button(openLog, {}, 'Log a conversation'), button(listLog, { about: 'mine', page: 0 }, 'Your log')];
}

/** One list for all of them, so that each has one line and one button. */
function moreAbout(onPage: readonly PersonRow[]): StaticSelect {
  return {
    type: 'static_select',
    action_id: chooseForMore.id,
    placeholder: plain('More about …', limits.placeholder),
    options: onPage.map(({ id, name }) =>
      option(chooseForMore.encode({ rep: id, page: 0 }), shorten(name, longestOption)),
    ),
  };
}

function personBlock(person: PersonRow): KnownBlock {
  const parts = [
    `*${named(person.name)}*`,
    person.isForNow === true ? 'yours for now' : '',
    lastTime(person.days),
    nextWords(person),
  ];
  const line = parts.filter((part) => part !== '').join(' · ');
  return { ...section(line, button(openLog, { rep: person.id }, 'Log')), block_id: `person-${person.id}` };
}

function lastTime(days: number | undefined): string {
  if (days === undefined) return 'nothing logged yet';
  return days === 0 ? 'talked today' : `talked ${count(days, 'day')} ago`;
}

/** `next: coaching note, blocked deal, 3 more`. */
function nextWords({ next }: PersonRow): string {
  if (next.length === 0) return '';
  const shown = next.slice(0, mostNext).map(({ name }) => literal(lowered(name)));
  const more = next.length - shown.length;
  return `next: ${[...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ')}`;
}

function lowered(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
