/** The Home tab of somebody who reports to a manager. */
import type { KnownBlock } from '@slack/types';
import { actions, button, context, header, section } from '../blocks.ts';
import { listLog, readNote } from '../routes/logging.ts';
import { count, literal, shorten } from '../text.ts';
import { formatDay } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import type { LoggedRow, RepHome } from './home-data.ts';
import type { HomeSection } from './home-fit.ts';
import { named } from './ask-words.ts';
import { whoSeesWhat } from './welcome.ts';

const mostLogged = 5;

/** The newest of what was logged about the reader, who their manager is, and who sees what. */
export function loggedAboutMe(home: RepHome, today: LocalDate): HomeSection {
  const none = `${named(home.managerName)} has logged nothing about time with you yet.`;
  return {
    head: [header('Time with your manager'), ...(home.logged.length === 0 ? [section(none)] : [])],
    rows: home.logged.slice(0, mostLogged).map((row) => [loggedBlock(row, today)]),
    total: home.logged.length,
    priority: 1,
    more: (hidden) => `${count(hidden, 'entry', 'entries')} before these, under “What’s stored about me”.`,
    foot: [
      section(`*You report to ${named(home.managerName)}.* ${whoSeesWhat(home.managerName, home.leadName)}`),
      actions('stored', [button(listLog, { about: 'me', page: 0 }, 'What’s stored about me')]),
      context('Once a month all of this comes as a message; a month in which nothing happened brings none.'),
    ],
  };
}

function loggedBlock(row: LoggedRow, today: LocalDate): KnownBlock {
  const minutes = row.minutes === null ? '' : ` · ${row.minutes} min`;
  const text = `*${literal(shorten(row.what, 200))}* · ${formatDay(row.on, today)}${minutes}`;
  return row.hasSharedWords ? section(text, button(readNote, { interaction: row.id }, 'Read it')) : section(text);
}
