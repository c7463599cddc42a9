/** The Home tab of somebody who has managers: the digest, live, and what they themselves can do. */
import { actions, button, header, section } from '../blocks.ts';
import { earlierTeams, laterTeams } from '../routes/digest.ts';
import { count } from '../text.ts';
import { named } from './ask-words.ts';
import { teamSection } from './digest-team.ts';
import { digestSentences, digestSummary, oneThingBlocks } from './digest.ts';
import type { LeadHome, ManagerPromises } from './home-data.ts';
import type { HomeSection } from './home-fit.ts';
import { waitingBlock } from './home-manager.ts';

const mostActs = 5;
const mostManagers = 10;
const teamsOnAPage = 20;

/** A page of the teams, by the managers' names. */
export function teamsOfLead({ digest, promises, page }: LeadHome): HomeSection {
  const pages = Math.max(1, Math.ceil(digest.teams.length / teamsOnAPage));
  const shown = Math.min(Math.max(0, page), pages - 1);
  const onPage = digest.teams.slice(shown * teamsOnAPage, (shown + 1) * teamsOnAPage);
  const turning = [
    ...(shown > 0 ? [button(earlierTeams, { page: shown - 1 }, 'The teams before')] : []),
    ...(shown < pages - 1 ? [button(laterTeams, { page: shown + 1 }, 'The next teams')] : []),
  ];
  return {
    head: [
      header(pages === 1 ? 'Your managers’ teams' : `Your managers’ teams, page ${shown + 1} of ${pages}`),
      section([digestSummary(digest), ...digestSentences(digest)].join('\n')),
      ...oneThingBlocks(digest),
      ...(promises.length === 0 ? [] : [section(`*Promises to reps, 28 days*\n${promiseLines(promises).join('\n')}`)]),
    ],
    rows: onPage.map((team) => [teamSection(team, digest.shortNameOf)]),
    total: onPage.length,
    priority: 0,
    more: (hidden) => `${count(hidden, 'more team')} on this page.`,
    foot: turning.length === 0 ? [] : [actions('teams', turning)],
  };
}

/** Skip-levels and thanks. */
export function actsOfLead({ acts }: LeadHome): HomeSection {
  const none =
    'Beyond this week’s plan, nobody in your managers’ teams is due for a talk with you, and there is nobody to thank just now.';
  return {
    head: [header('From you as their lead'), ...(acts.length === 0 ? [section(none)] : [])],
    rows: acts.slice(0, mostActs).map((row) => [waitingBlock(row)]),
    total: acts.length,
    priority: 3,
    more: (hidden) => `${count(hidden, 'more thing')} can wait longer than these.`,
    foot: [],
  };
}

/** `, 1 of them past its day`; nothing where none is late. */
function lateWords(open: number, late: number): string {
  if (late === 0) return '';
  const whose = late === 1 ? 'its day' : 'their day';
  if (late < open) return `, ${late} of them past ${whose}`;
  return `, ${open === 1 ? '' : open === 2 ? 'both ' : 'all '}past ${whose}`;
}

/** Counts only: what was promised stays between the two. */
function promiseLines(promises: readonly ManagerPromises[]): string[] {
  const lines = promises.slice(0, mostManagers).map(({ managerName, kept, open, late }) => {
    return `${named(managerName)}: ${kept} kept and ${open} open${lateWords(open, late)}`;
  });
  const more = promises.length - lines.length;
  return more > 0 ? [...lines, `And ${count(more, 'more manager')}.`] : lines;
}
