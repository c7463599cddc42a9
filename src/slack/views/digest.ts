import type { KnownBlock } from '@slack/types';
import { companyObstacleNames } from '../../behaviours/company-obstacles.ts';
import type { Digest, TeamDigest } from '../../leading/digest.ts';
import { behindWords } from '../../leading/obstacles.ts';
import { formatDay } from '../../time/zoned.ts';
import { limits } from '../limits.ts';
import type { RenderedMessage } from '../messages/message.ts';
import { count, list, literal, shorten } from '../text.ts';

/** More managers than this are summed up in one line: a digest is read in a minute or not at all. */
const mostTeams = 20;
const mostNames = 5;

/** The lead's Friday digest: the one thing first, then a section a manager. */
export function digestMessage(digest: Digest): RenderedMessage {
  const summary = digestSummary(digest);
  return {
    text: shorten(
      `Your week across ${count(digest.teams.length, 'team')}: ${summary} One thing you can do: ${literal(digest.oneThing.act)}`,
      limits.messageText,
    ),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: 'Where you can help' } },
      {
        type: 'context',
        elements: [{ type: 'mrkdwn', text: `${formatDay(digest.from)} to ${formatDay(digest.on)} · ${summary}` }],
      },
      {
        type: 'section',
        text: {
          type: 'mrkdwn',
          text: `*One thing you can do*\n${literal(digest.oneThing.act)}\n_${literal(digest.oneThing.why)}_`,
        },
      },
      ...obstacleLine(digest),
      { type: 'divider' },
      ...teamSections(digest.teams),
      {
        type: 'context',
        elements: [
          {
            type: 'mrkdwn',
            text: 'Counts only: what was said between a manager and a rep stays with them. Your Home tab has this live.',
          },
        ],
      },
    ],
  };
}

/** What our own company puts in the way of most deals, in a line. */
function obstacleLine({ topObstacle, oneThing }: Digest): KnownBlock[] {
  if (topObstacle === undefined) return [];
  const name = companyObstacleNames[topObstacle.obstacle];
  if (oneThing.act.includes(name)) return [];
  const words = `Most often in the way, made by our own company: ${name} (${behindWords(topObstacle)}).`;
  return [{ type: 'context', elements: [{ type: 'mrkdwn', text: literal(words) }] }];
}

/** `23 of 27 people seen, 2 missed, 3 asks open.` */
export function digestSummary(digest: Digest): string {
  const people = sum(digest.teams, (team) => team.people);
  const missed = sum(digest.teams, (team) => team.missed.length);
  const asks = sum(digest.teams, (team) => team.openAsks.count + team.asksWithLead.count);
  return `${sum(digest.teams, (team) => team.seen)} of ${count(people, 'person', 'people')} seen this week, ${missed} missed, ${count(asks, 'ask')} open.`;
}

/** One section a manager; beyond 20 managers the rest in one line. */
export function teamSections(teams: readonly TeamDigest[]): KnownBlock[] {
  const shown = teams.slice(0, mostTeams).map((team): KnownBlock => ({
    type: 'section',
    text: { type: 'mrkdwn', text: shorten(teamText(team), limits.sectionText) },
  }));
  const rest = teams.slice(mostTeams);
  if (rest.length === 0) return shown;
  const missed = sum(rest, (team) => team.missed.length);
  return [
    ...shown,
    {
      type: 'context',
      elements: [
        {
          type: 'mrkdwn',
          text: `And ${count(rest.length, 'more team')}: ${sum(rest, (team) => team.seen)} people seen, ${missed} missed.`,
        },
      ],
    },
  ];
}

function teamText(team: TeamDigest): string {
  return [
    `*${literal(team.managerName)}* · ${team.seen} of ${count(team.people, 'person', 'people')} seen`,
    team.logged.length === 0
      ? 'Nothing logged this week.'
      : `${list(team.logged.map(({ noun, count: number }) => `${number} ${noun}`))}.`,
    missedText(team),
    askText(team),
    dealText(team),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function missedText(team: TeamDigest): string {
  if (team.missed.length === 0) return '';
  const names = team.missed
    .slice(0, mostNames)
    .map((missed) => `${literal(missed.name)} (${count(missed.days, 'day')})`);
  const more = team.missed.length - names.length;
  return `Being missed: ${list(more > 0 ? [...names, `${more} more`] : names)}.`;
}

function askText({ openAsks, asksWithLead }: TeamDigest): string {
  const parts = [
    openAsks.count > 0
      ? `${count(openAsks.count, 'ask')} open, the oldest ${count(openAsks.oldestDays, 'day')} old`
      : '',
    asksWithLead.count > 0
      ? `${asksWithLead.count} with you, the oldest ${count(asksWithLead.oldestDays, 'day')} old`
      : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join('; ')}.`;
}

function dealText({ blockedDeals }: TeamDigest): string {
  const parts = [
    blockedDeals.reported > 0 ? `${count(blockedDeals.reported, 'deal')} reported as blocked` : '',
    blockedDeals.idle > 0 ? `${count(blockedDeals.idle, 'open deal')} without activity for too long` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${list(parts)}.`;
}

function sum<T>(rows: readonly T[], sizeOf: (row: T) => number): number {
  return rows.reduce((total, row) => total + sizeOf(row), 0);
}
