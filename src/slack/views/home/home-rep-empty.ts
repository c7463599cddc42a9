/** The rep's half of the Home tab: what is empty takes one place at most. */
import type { Button, KnownBlock } from '@slack/types';
import { actions, header, section } from '../../kit/blocks.ts';
import { list, shorten } from '../../kit/text.ts';
import type { HomeSection } from './home-fit.ts';

/** From so many empty ones on it is said what will stand here. Our own judgement: half of the eight that can be empty. */
const explainedFrom = 4;
const longestName = 60;

/** A section of the rep's half. */
export interface RepPart {
  readonly section: HomeSection;
  /** What will stand in it, to follow “you’ll see”, in mrkdwn; left out where that needs no word. */
  readonly coming?: string;
  /** With which the reader can begin it. */
  readonly begin?: Button;
}

/** Those that have something in them, in their order, and one place to begin the others. */
export function withoutEmpty(parts: readonly RepPart[], managerShortName: string): HomeSection[] {
  const full = parts.filter(({ section: { total } }) => total > 0).map((part) => part.section);
  const empty = parts.filter(({ section: { total } }) => total === 0);
  const coming = empty.flatMap((part) => part.coming ?? []);
  const begin = empty.flatMap((part) => part.begin ?? []);
  const explained = coming.length >= explainedFrom ? comingWords(coming, managerShortName) : [];
  if (explained.length + begin.length === 0) return full;
  const foot = begin.length === 0 ? [] : [actions('begin', begin)];
  return [{ head: explained, rows: [], total: 0, priority: 1, more: () => '', foot }, ...full];
}

function comingWords(coming: readonly string[], managerShortName: string): KnownBlock[] {
  return [header(`You and ${shorten(managerShortName, longestName)}`), section(`Here you’ll see ${list(coming)}.`)];
}
