import type { KnownBlock } from '@slack/types';
import { spelled, capital } from '../../../behaviours/number-words.ts';
import { headlineOf } from '../../../leading/nudge-subject.ts';
import type { Thing } from '../../../leading/nudge-subject.ts';
import type { Thinned } from '../../../leading/week-budget.ts';
import { formatDate } from '../../../time/zoned.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { actions, button, context, header, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { openSettings } from '../../routes/settings.ts';
import { seeTheRest } from '../../routes/things.ts';
import { literal, shorten } from '../../kit/text.ts';
import { forNowWords } from '../people/departures.ts';
import { nudgeBlocks } from './nudge.ts';
import { snowedUnderButtons } from './snowed-under.ts';
import type { ShownNudge } from './nudge.ts';

/** Header, footer and the line about the rest take the others of a message's blocks. */
const mostNudgeBlocks = limits.messageBlocks - 6;
/** One's own promise, and what a rep's card or a team meeting shows anyway. What somebody has to learn stays off a lock screen. */
const shownOnLockScreens: readonly Thing['kind'][] = ['promise', 'ask', 'idea'];

export interface NudgeMessage {
  readonly kind: 'plan' | 'between';
  /** In the order of need. */
  readonly nudges: readonly ShownNudge[];
  /** How many people they are about. */
  readonly people: number;
  /** Names of those of them who are the reader's only for now, as their manager has left. */
  readonly forNow?: readonly string[];
  /** The local day that it was written for, once it is history. */
  readonly from?: { readonly on: LocalDate; readonly today: LocalDate } | undefined;
  /** Whether the reader is snowed under; left out in a message of an earlier week. */
  readonly week?: { readonly thinned: Thinned | undefined };
}

/** The weekly plan, or what couldn't wait for it: what concerns one person stands together. */
export function nudgeMessage(message: NudgeMessage): RenderedMessage {
  const { nudges, forNow = [] } = message;
  const title = titleOf(message);
  const blocks: KnownBlock[] = [];
  let shown = 0;
  for (const group of byPerson(nudges)) {
    const next = groupBlocks(group);
    const divider: KnownBlock[] = blocks.length === 0 ? [] : [{ type: 'divider' }];
    if (blocks.length + divider.length + next.length > mostNudgeBlocks) break;
    blocks.push(...divider, ...next);
    shown += group.length;
  }
  const left = nudges.length - shown;
  return {
    text: fallback(title, nudges),
    blocks: [
      header(title),
      ...blocks,
      ...(forNow.length === 0 ? [] : [context(forNowWords(forNow))]),
      ...(left === 0 ? [] : [context(`And ${left} more, in your Home tab.`)]),
      actions('settings', [
        button(seeTheRest, { page: 0 }, 'What can wait'),
        button(openSettings, {}, 'Settings'),
        ...(message.week === undefined ? [] : snowedUnderButtons(message.week.thinned)),
      ]),
    ],
  };
}

/** As many a heading as fit into a message. */
const mostOfAGroup = 4;

/** What concerns one person, in the order of its first; about nobody in particular, each for itself. */
function byPerson(nudges: readonly ShownNudge[]): (readonly ShownNudge[])[] {
  const groups = Map.groupBy(nudges, ({ id, about }) => (about === undefined ? `nudge-${id}` : `person-${about.id}`));
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / mostOfAGroup) }, (_, index) =>
      group.slice(index * mostOfAGroup, (index + 1) * mostOfAGroup),
    ),
  );
}

function groupBlocks(group: readonly ShownNudge[]): KnownBlock[] {
  const [{ about } = { about: undefined }] = group;
  const blocks = group.flatMap((nudge) => nudgeBlocks(nudge));
  if (about === undefined || group.length === 1) return blocks;
  return [section(`*${literal(shorten(about.name, 80))}*, ${spelled(group.length, 'thing')}`), ...blocks];
}

/** `This week: three people who need you`; once it is history, `Week of Nov 23`. */
function titleOf({ kind, nudges, people, from }: NudgeMessage): string {
  if (from !== undefined) return `${kind === 'plan' ? 'Week of' : 'From'} ${formatDate(from.on, from.today)}`;
  if (kind === 'between') return `${capital(spelled(nudges.length, 'thing'))} that can’t wait`;
  if (people === 0) return `This week: ${spelled(nudges.length, 'thing')} for you`;
  return `This week: ${spelled(people, 'person', 'people')} who ${people === 1 ? 'needs' : 'need'} you`;
}

/** For notifications: the whole point; an answered nudge is left out while others wait. */
function fallback(title: string, nudges: readonly ShownNudge[]): string {
  const open = nudges.filter(({ state }) => state === 'open');
  const said = (open.length > 0 ? open : nudges).map(({ words, subject, thing }) =>
    literal(headlineOf(words, thing !== undefined && shownOnLockScreens.includes(thing.kind) ? subject : undefined)),
  );
  return shorten(`${title}. ${said.join('. ')}.`, limits.messageText);
}
