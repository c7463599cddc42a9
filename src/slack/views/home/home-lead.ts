/** The Home tab of somebody who has managers: the digest, live, and what they themselves can do. */
import type { KnownBlock } from '@slack/types';
import { actions, button, context, header, section } from '../../kit/blocks.ts';
import { showAsk } from '../../routes/asks.ts';
import { openBooking } from '../../routes/bookings.ts';
import { openLog } from '../../routes/logging.ts';
import { earlierTeams, laterTeams } from '../../routes/digest.ts';
import { count } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';
import { digestButtons } from '../digest/digest-buttons.ts';
import { teamSection } from '../digest/digest-team.ts';
import { digestSentences, digestSummary, oneThingBlocks } from '../digest/digest.ts';
import type { LeadHome, ManagerPromises } from './shown-home.ts';
import type { HomeSection } from './home-fit.ts';

const mostManagers = 10;
const teamsOnAPage = 20;

/**
 * A page of the teams, by the managers' names.
 * @param asksShown asks that have a row of their own: the one thing to do isn't told a second time
 */
export function teamsOfLead({ digest, promises, page }: LeadHome, asksShown: ReadonlySet<number>): HomeSection {
  const { offer } = digest.oneThing;
  const isShown = offer?.kind === 'open-ask' && asksShown.has(offer.askId);
  const pages = Math.max(1, Math.ceil(digest.teams.length / teamsOnAPage));
  const shown = Math.min(Math.max(0, page), pages - 1);
  const onPage = digest.teams.slice(shown * teamsOnAPage, (shown + 1) * teamsOnAPage);
  const turning = [
    ...(shown > 0 ? [button(earlierTeams, { page: shown - 1 }, 'Back')] : []),
    ...(shown < pages - 1 ? [button(laterTeams, { page: shown + 1 }, 'More')] : []),
  ];
  return {
    head: [
      header(pages === 1 ? 'Your managers' : `Your managers, page ${shown + 1} of ${pages}`),
      section([digestSummary(digest), ...(digest.isEmpty ? digestSentences(digest) : [])].join('\n')),
      ...oneThingBlocks(digest).flatMap((block, at) => {
        if (block.type === 'actions') return buttonsOf(digest, isShown);
        return isShown && at === 0 ? [] : [block];
      }),
    ],
    rows: onPage.map((team) => [teamSection(team, digest.shortNameOf)]),
    total: onPage.length,
    priority: 0,
    more: (hidden) => `${count(hidden, 'more team')} on this page.`,
    foot: [...promiseLine(promises), ...(turning.length === 0 ? [] : [actions('teams', turning)])],
  };
}

/** Without what stands elsewhere here: thanks beside the manager, a talk in the week, and an ask that is shown already. */
function buttonsOf(digest: LeadHome['digest'], isShown: boolean): KnownBlock[] {
  const { block_id: id = 'digest', elements } = digestButtons(digest);
  const elsewhere: readonly string[] = [openLog.id, openBooking.id, ...(isShown ? [showAsk.id] : [])];
  const left = elements.filter(
    (element) => (!isShown && 'style' in element) || !elsewhere.includes(element.action_id ?? ''),
  );
  return left.length === 0 ? [] : [actions(id, left)];
}

/** Counts only: what was promised stays between the two. */
function promiseLine(promises: readonly ManagerPromises[]): KnownBlock[] {
  if (promises.length === 0) return [];
  const shown = promises.slice(0, mostManagers).map(({ managerName, kept, open, late }) => {
    return `${named(managerName)} ${kept} kept, ${open} open${late === 0 ? '' : ` (${late} overdue)`}`;
  });
  const more = promises.length - shown.length;
  return [
    context(
      `Promises to reps, last 28 days: ${[...shown, ...(more > 0 ? [count(more, 'more manager')] : [])].join(' · ')}`,
    ),
  ];
}
