/** The Home tab of somebody who has managers: the digest, live, and what they themselves can do. */
import { header, section } from '../blocks.ts';
import { count, list, literal } from '../text.ts';
import { named } from './ask-words.ts';
import { digestSummary, teamSections } from './digest.ts';
import type { LeadHome, ManagerPromises } from './home-data.ts';
import type { HomeSection } from './home-fit.ts';
import { waitingBlock } from './home-manager.ts';

const mostActs = 5;
const mostManagers = 10;

export function teamsOfLead({ digest, promises }: LeadHome): HomeSection {
  const { act, why } = digest.oneThing;
  return {
    head: [
      header('Your managers’ teams'),
      section(`${digestSummary(digest)}\n*One thing you can do:* ${literal(act)} _${literal(why)}_`),
      ...(promises.length === 0 ? [] : [section(`*Promises to reps, 28 days*\n${promiseLines(promises).join('\n')}`)]),
    ],
    rows: teamSections(digest.teams).map((block) => [block]),
    total: teamSections(digest.teams).length,
    priority: 0,
    more: (hidden) => `${count(hidden, 'more team')} in Friday’s digest.`,
    foot: [],
  };
}

/** Skip-levels and thanks. */
export function actsOfLead({ acts }: LeadHome): HomeSection {
  const none = 'Nobody in your managers’ teams is due for a talk with you, and there is nobody to thank just now.';
  return {
    head: [header('From you as their lead'), ...(acts.length === 0 ? [section(none)] : [])],
    rows: acts.slice(0, mostActs).map((row) => [waitingBlock(row)]),
    total: acts.length,
    priority: 3,
    more: (hidden) => `${count(hidden, 'more thing')} can wait longer than these.`,
    foot: [],
  };
}

/** Counts only: what was promised stays between the two. */
function promiseLines(promises: readonly ManagerPromises[]): string[] {
  const lines = promises.slice(0, mostManagers).map(({ managerName, kept, open, late }) => {
    const parts = [`${kept} kept`, `${open} open`, ...(late > 0 ? [`${late} of them past their day`] : [])];
    return `${named(managerName)}: ${list(parts)}`;
  });
  const more = promises.length - lines.length;
  return more > 0 ? [...lines, `And ${count(more, 'more manager')}.`] : lines;
}
