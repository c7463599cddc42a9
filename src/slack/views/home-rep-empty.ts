/** The rep's half of the Home tab while most of it is empty: one place says what will stand here. */
import type { Button } from '@slack/types';
import { actions, header, section } from '../blocks.ts';
import { list, shorten } from '../text.ts';
import type { HomeSection } from './home-fit.ts';

/** From so many empty ones on they are told together. Our own judgement: more than half of the seven that can be empty. */
const foldedFrom = 4;
const longestName = 60;

/** A section of the rep's half. */
export interface RepPart {
  readonly section: HomeSection;
  /** What will stand in it, to follow “you’ll see”, in mrkdwn. */
  readonly coming: string;
  /** With which the reader can begin it. */
  readonly begin?: Button;
  /** Shown also while it is empty, for what stands below. */
  readonly emptied?: HomeSection;
}

/** The sections in their order; the empty ones, where they are many, as one in the place of the first. */
export function foldEmpty(parts: readonly RepPart[], managerShortName: string): HomeSection[] {
  const empty = parts.filter(({ section: { total } }) => total === 0);
  if (empty.filter(({ emptied }) => emptied === undefined).length < foldedFrom)
    return parts.map((part) => part.section);
  const folded = stillToCome(empty, managerShortName);
  return parts.flatMap((part) => {
    if (part.section.total > 0) return [part.section];
    return [...(part === empty[0] ? [folded] : []), ...(part.emptied === undefined ? [] : [part.emptied])];
  });
}

function stillToCome(parts: readonly RepPart[], managerShortName: string): HomeSection {
  const begin = parts.flatMap((part) => part.begin ?? []);
  return {
    head: [
      header(`You and ${shorten(managerShortName, longestName)}`),
      section(`Here you’ll see ${list(parts.map(({ coming }) => coming))}.`),
    ],
    rows: [],
    total: 0,
    priority: 1,
    more: () => '',
    foot: begin.length === 0 ? [] : [actions('still-to-come', begin)],
  };
}
