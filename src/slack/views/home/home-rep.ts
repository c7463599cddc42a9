/** The Home tab of somebody who reports to a manager: the time the two have and had, and who sees what. */
import type { Button, KnownBlock } from '@slack/types';
import { button, header, section } from '../../kit/blocks.ts';
import { readNote } from '../../routes/logging.ts';
import { openMyData } from '../../routes/my-data.ts';
import { count, literal, shorten } from '../../kit/text.ts';
import { formatDay } from '../../../time/zoned.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import type { LoggedRow, RepHome } from './shown-home.ts';
import type { HomeSection } from './home-fit.ts';
import { named } from '../ask/ask-words.ts';

const mostLogged = 3;
const mostComingUp = 3;

/** What is booked with the reader. */
export function comingUp({ comingUp: booked }: RepHome): HomeSection {
  return {
    head: [header('Coming up')],
    rows: booked.slice(0, mostComingUp).map(({ name, when }) => [section(`*Time with ${named(name)}* · ${when}`)]),
    total: booked.length,
    priority: 4,
    more: (hidden) => `${count(hidden, 'more', 'more')} after these.`,
    foot: [],
  };
}

/** The newest of what was logged about the reader. */
export function loggedAboutMe({ logged, managerShortName }: RepHome, today: LocalDate): HomeSection {
  return {
    head: [header(`Time with ${shorten(managerShortName, 60)}`)],
    rows: logged.slice(0, mostLogged).map((row) => [loggedBlock(row, today)]),
    // All of it is behind the button below.
    total: Math.min(logged.length, mostLogged),
    priority: 1,
    more: (hidden) => `${hidden} before these.`,
    foot: [],
  };
}

function loggedBlock(row: LoggedRow, today: LocalDate): KnownBlock {
  const minutes = row.minutes === null || row.minutes === 0 ? '' : ` · ${row.minutes} min`;
  const text = `*${literal(shorten(row.what, 200))}* · ${formatDay(row.on, today)}${minutes}`;
  return row.hasSharedWords ? section(text, button(readNote, { interaction: row.id }, 'Read')) : section(text);
}

/** Whom the reader reports to, and who reads what stands here. */
export function whoReadsThis({ managerName, managerShortName, leadName }: RepHome): KnownBlock {
  const lead = leadName === undefined ? 'Leads see' : `${named(leadName)} sees`;
  return section(
    `*You report to ${named(managerName)}.* This page is between you and ${named(managerShortName)}. ${lead} counts, never words, unless an ask goes up.`,
  );
}

/** Where the reader sees, corrects, takes along and erases what is stored about them. */
export function storedButton(): Button {
  return button(openMyData, {}, 'What’s stored about me');
}
