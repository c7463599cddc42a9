/** The Home tab of somebody who has managers: the digest, live. */
import type { Digest } from '../../leading/digest.ts';
import { header, section } from '../blocks.ts';
import { count, literal } from '../text.ts';
import { digestSummary, teamSections } from './digest.ts';
import type { HomeSection } from './home-fit.ts';

export function teamsOfLead(digest: Digest): HomeSection {
  return {
    head: [
      header('Your managers’ teams'),
      section(
        `${digestSummary(digest)}\n*One thing you can do:* ${literal(digest.oneThing.act)} _${literal(digest.oneThing.why)}_`,
      ),
    ],
    rows: teamSections(digest.teams).map((block) => [block]),
    total: teamSections(digest.teams).length,
    priority: 0,
    more: (hidden) => `${count(hidden, 'more team')} in Friday’s digest.`,
    foot: [],
  };
}
