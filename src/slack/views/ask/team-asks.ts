/** Open asks of a manager's team, or of what came up to a lead; and what our own company puts in the way. */
import type { KnownBlock, ModalView } from '@slack/types';
import { companyObstacleNames } from '../../../behaviours/company-obstacles.ts';
import { behindWords, obstacleDays } from '../../../leading/obstacles.ts';
import type { ObstacleCount, Waiting } from '../../../leading/obstacles.ts';
import { actions, button, context, header, plain, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import { showAsk } from '../../routes/asks.ts';
import { newerAsks, olderAsks } from '../../routes/team-asks.ts';
import { count, literal, shorten } from '../../kit/text.ts';
import { askAge, askStatus, askTitle, capital, named, neededByWords } from './ask-words.ts';
import type { AskSummary } from './ask-words.ts';

/** Whom an ask waits for; `own` is what the reader asked for themselves. */
export type AskGroup = Waiting | 'own';

/** In the order to show them. */
export const askGroups = ['you', 'others', 'confirmation', 'own'] as const satisfies AskGroup[];

/** How many asks stand on one page. */
export const asksOnAPage = 20;

/** What a lead sees of the asks that lie with one of their managers. */
export interface ManagerAsks {
  readonly managerName: string;
  readonly open: number;
  /** Days since the oldest of them was asked. */
  readonly oldestDays: number;
  /** Answered; the rep hasn't said whether it helped. */
  readonly unconfirmed: number;
}

export interface TeamAsks {
  readonly page: number;
  /** Oldest first within each group; those of this page only. */
  readonly rows: readonly { readonly group: AskGroup; readonly ask: AskSummary }[];
  /** On all pages. */
  readonly counts: Readonly<Record<AskGroup, number>>;
  readonly managers: readonly ManagerAsks[];
  readonly obstacles: readonly ObstacleCount[];
  /** Made by our company, without saying what exactly. */
  readonly unnamed: number;
}

const groupTitles = {
  you: 'Waiting on you',
  others: 'Waiting on others',
  confirmation: 'Waiting for the rep’s OK',
  own: 'Your asks',
} as const satisfies Record<AskGroup, string>;

const mostManagers = 20;
const longestDeal = 200;

export function teamAsksView(data: TeamAsks): ModalView {
  return {
    type: 'modal',
    title: plain('Asks', limits.modalTitle),
    close: plain('Close', limits.modalButton),
    blocks: [
      ...askGroups.flatMap((group) => groupBlocks(group, data)),
      ...(data.rows.length === 0 ? [section('No open asks.')] : []),
      ...pageBlocks(data),
      ...managerBlocks(data.managers),
      ...obstacleBlocks(data),
    ],
  };
}

function groupBlocks(group: AskGroup, { rows, counts }: TeamAsks): KnownBlock[] {
  const asks = rows.filter((row) => row.group === group);
  if (asks.length === 0) return [];
  return [header(`${groupTitles[group]} (${counts[group]})`), ...asks.map(({ ask }) => askRow(ask))];
}

function askRow(ask: AskSummary): KnownBlock {
  const facts = [askAge(ask), neededByWords(ask)].filter((fact) => fact !== '').join(' · ');
  const deal = ask.deal === null ? '' : `\n${literal(shorten(ask.deal, longestDeal))}`;
  return section(`*${askTitle(ask)}* · ${facts}${deal}\n_${askStatus(ask)}_`, button(showAsk, { ask: ask.id }, 'Open'));
}

function pageBlocks({ page, counts }: TeamAsks): KnownBlock[] {
  const total = askGroups.reduce((sum, group) => sum + counts[group], 0);
  const pages = Math.ceil(total / asksOnAPage);
  if (pages <= 1) return [];
  return [
    context(`Page ${page + 1} of ${pages}, ${count(total, 'ask')} in all.`),
    actions('pages', [
      ...(page > 0 ? [button(olderAsks, { page: page - 1 }, 'Back')] : []),
      ...(page < pages - 1 ? [button(newerAsks, { page: page + 1 }, 'More')] : []),
    ]),
  ];
}

/** Counts and ages: the words lie between manager and rep until an ask comes up. */
function managerBlocks(managers: readonly ManagerAsks[]): KnownBlock[] {
  if (managers.length === 0) return [];
  const hidden = managers.length - mostManagers;
  return [
    header('With your managers'),
    ...managers.slice(0, mostManagers).map((manager) => section(managerLine(manager))),
    ...(hidden > 0 ? [context(`And ${count(hidden, 'more manager')}.`)] : []),
    context('Counts only, until an ask comes to you.'),
  ];
}

function managerLine({ managerName, open, oldestDays, unconfirmed }: ManagerAsks): string {
  const age = oldestDays === 0 ? 'the oldest from today' : `the oldest ${count(oldestDays, 'day')} old`;
  const waiting = open === 0 ? 'nothing open' : `${open} open, ${age}`;
  const answered = unconfirmed === 0 ? '' : `; ${unconfirmed} answered, waiting for an OK`;
  return `*${named(managerName)}*: ${waiting}${answered}`;
}

function obstacleBlocks({ obstacles, unnamed }: TeamAsks): KnownBlock[] {
  const without =
    unnamed === 0
      ? []
      : [
          context(
            `${count(unnamed, obstacles.length === 0 ? 'report' : 'more report')} came without a named blocker, so ${unnamed === 1 ? 'it isn’t' : 'they aren’t'} counted.`,
          ),
        ];
  if (obstacles.length === 0 && unnamed === 0) return [];
  return [
    header('Our own blockers'),
    ...obstacles.map((obstacle) =>
      section(`*${capital(companyObstacleNames[obstacle.obstacle])}*: ${literal(behindWords(obstacle))}`),
    ),
    ...without,
    context(`From blocked deals in the last ${obstacleDays} days. Fix one, and it’s fixed for everybody.`),
  ];
}
