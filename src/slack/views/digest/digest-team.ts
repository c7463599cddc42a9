/** One manager's team in a lead's Home tab. */
import type { SectionBlock } from '@slack/types';
import { sentence } from '../../../leading/digest-one-thing.ts';
import type { TeamDigest } from '../../../leading/digest.ts';
import { section } from '../../kit/blocks.ts';
import { count, list, literal } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';
import { thankButton } from './digest-buttons.ts';
import type { ShortNameOf } from './digest-buttons.ts';

const mostNames = 5;

/** Its figures, who is missed, and what to thank the manager for, with the button that does. */
export function teamSection(team: TeamDigest, shortNameOf: ShortNameOf): SectionBlock {
  const isToThank = team.deeds.length > 0 && !team.wasThanked;
  return section(teamText(team), isToThank ? thankButton(team, shortNameOf) : undefined);
}

function teamText(team: TeamDigest): string {
  return [
    `*${named(team.managerName)}* · ${seenWords(team)}`,
    team.logged.length === 0
      ? isEverybodyOut(team)
        ? ''
        : 'Nothing logged this week.'
      : `${list(team.logged.map(({ noun, count: number }) => `${number} ${noun}`))}.`,
    missedText(team),
    askText(team),
    dealText(team),
    wellText(team),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** `time with 3 of 6 people · 1 out`: who is away takes nothing from whoever was there. */
export function seenWords(team: Pick<TeamDigest, 'people' | 'seen' | 'out'>): string {
  if (isEverybodyOut(team)) return 'everyone is out';
  const seen = `time with ${team.seen} of ${count(team.people, 'person', 'people')}`;
  return team.out > 0 ? `${seen} · ${team.out} out` : seen;
}

export function isEverybodyOut({ people, out }: Pick<TeamDigest, 'people' | 'out'>): boolean {
  return people > 0 && out === people;
}

function missedText(team: TeamDigest): string {
  if (team.missed.length === 0) return '';
  const names = team.missed.slice(0, mostNames).map((missed) => `${named(missed.name)} (${count(missed.days, 'day')})`);
  const more = team.missed.length - names.length;
  return `Missed: ${list(more > 0 ? [...names, `${more} more`] : names)}.`;
}

function askText({ openAsks, asksWithLead, promises }: TeamDigest): string {
  const parts = [
    openAsks.count > 0 ? `${count(openAsks.count, 'ask')} open, ${ageWords(openAsks)}` : '',
    asksWithLead.count > 0 ? `${count(asksWithLead.count, 'ask')} with you, ${ageWords(asksWithLead)}` : '',
    promises.due > 0 ? `${promises.kept} of ${count(promises.due, 'promise')} due this week kept` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join('; ')}.`;
}

/** `9 days old`; `the oldest 9 days old`. */
function ageWords(asks: { readonly count: number; readonly oldestDays: number }): string {
  return `${asks.count === 1 ? '' : 'the oldest '}${count(asks.oldestDays, 'day')} old`;
}

function dealText({ blockedDeals }: TeamDigest): string {
  const parts = [
    blockedDeals.reported > 0 ? `${count(blockedDeals.reported, 'deal')} blocked` : '',
    blockedDeals.idle > 0 ? `${count(blockedDeals.idle, 'open deal')} quiet for too long` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${list(parts)}.`;
}

function wellText({ deeds, wasThanked }: TeamDigest): string {
  if (deeds.length === 0) return '';
  return `Went well: ${literal(sentence(deeds))}.${wasThanked ? ' You said thanks.' : ''}`;
}
