import type { KnownBlock } from '@slack/types';
import { companyObstacleNames } from '../../behaviours/company-obstacles.ts';
import { sentence } from '../../leading/digest-one-thing.ts';
import type { Digest as Figures, TeamDigest } from '../../leading/digest.ts';
import { behindWords } from '../../leading/obstacles.ts';
import { formatDay } from '../../time/zoned.ts';
import { context, header, section } from '../blocks.ts';
import { limits } from '../limits.ts';
import type { RenderedMessage } from '../messages/message.ts';
import { count, list, literal, shorten } from '../text.ts';
import type { DigestPulses } from '../../store/digest-facts.ts';
import type { WithoutManager } from '../../store/without-manager.ts';
import { named } from './ask-words.ts';
import { heldForNowBlocks } from './departures.ts';
import { bareFirstName, digestButtons } from './digest-buttons.ts';
import { isEverybodyOut, seenWords } from './digest-team.ts';
import type { ShortNameOf } from './digest-buttons.ts';
import { pointsWords, teamNames, topics } from './pulse-words.ts';

/** The figures, and what teams said in a pulse and what the lead calls people, where it is known. */
type Digest = Figures & {
  readonly pulses?: DigestPulses;
  readonly shortNameOf?: ShortNameOf;
  readonly heldForNow?: readonly WithoutManager[];
};

/** More managers than this are summed up in one line: a digest is read in a minute or not at all. */
const mostTeams = 15;
/** Up to so many, what was logged is named, too. */
const mostTeamsInFull = 6;
const mostKinds = 4;
const mostNames = 5;
const mostManagers = 3;
const mostTalks = 3;
/** Lines of teams in one block, so that none is cut. */
const linesInABlock = 5;

/** Where the picture stands: below the heading and the figures. */
export const pictureBefore = 2;

/** The lead's Friday digest: three sentences, the one thing with its button, then the teams, folded small. */
export function digestMessage(digest: Digest): RenderedMessage {
  const summary = digestSummary(digest);
  return {
    text: shorten(
      `Your week across ${count(digest.teams.length, 'team')}: ${summary} One thing you can do: ${literal(digest.oneThing.act)}`,
      limits.messageText,
    ),
    blocks: [
      header('Where you can help'),
      context(`Seven days to ${formatDay(digest.on)} · ${count(digest.teams.length, 'team')} · ${summary}`),
      section(digestSentences(digest).join('\n')),
      ...heldForNowBlocks(digest.heldForNow ?? []),
      ...oneThingBlocks(digest),
      { type: 'divider' },
      ...teamLines(digest.teams),
      context('Counts only: what was said between a manager and a rep stays with them. Your Home tab has this live.'),
    ],
  };
}

/** The one thing, its button and others, and what the lead has done since. */
export function oneThingBlocks(digest: Digest): KnownBlock[] {
  const { act, why } = digest.oneThing;
  const done = doneWords(digest);
  return [
    section(`*One thing you can do*\n${literal(act)}\n_${literal(why)}_`),
    digestButtons(digest),
    ...(done === '' ? [] : [context(done)]),
  ];
}

/** Who is missed, what waits, what went well: a line each. */
export function digestSentences(digest: Digest): string[] {
  if (digest.isEmpty)
    return [
      'Nothing is logged in these teams yet. It begins with the first talk that a manager writes down; each of them is offered one on Monday morning.',
      ...waitingSentence(digest),
    ];
  return [missedSentence(digest), ...waitingSentence(digest), ...wentWellSentence(digest), ...pulseSentence(digest)];
}

function missedSentence({ teams, shortNameOf = bareFirstName }: Digest): string {
  const missed = teams
    .flatMap((team) => team.missed.map((person) => ({ ...person, manager: team.managerName })))
    .toSorted((one, other) => other.days - one.days || one.name.localeCompare(other.name));
  if (missed.length === 0) return '*Being missed:* nobody.';
  const isOneTeam = teams.length === 1;
  const names = missed
    .slice(0, mostNames)
    .map(
      ({ name, days, manager }) =>
        `${named(name)} (${count(days, 'day')}${isOneTeam ? '' : `, ${named(shortNameOf(manager))}’s team`})`,
    );
  const more = missed.length - names.length;
  return `*Being missed:* ${list(more > 0 ? [...names, `${more} more`] : names)}.`;
}

function waitingSentence({ teams, topObstacle, oneThing }: Digest): string[] {
  const ageing = sum(teams, ({ ageingAsks }) => ageingAsks.count);
  const withLead = sum(teams, ({ asksWithLead }) => asksWithLead.count);
  const due = sum(teams, ({ promises }) => promises.due);
  const kept = sum(teams, ({ promises }) => promises.kept);
  const asks = [
    ...(ageing > 0 ? [`${count(ageing, 'ask')} ageing, ${oldestWords(teams, ageing === 1)}`] : []),
    ...(withLead > 0 ? [`${count(withLead, 'ask')} with you`] : []),
  ];
  return [
    `*Waiting:* ${asks.length === 0 ? 'no ask has waited for long' : asks.join('; ')}.${promiseWords(due, kept)}`,
    ...obstacleWords({ topObstacle, oneThing }),
  ];
}

function promiseWords(due: number, kept: number): string {
  if (due === 0) return '';
  if (due === 1) return ` The one promise with its day this week ${kept === 1 ? 'was kept' : 'is still open'}.`;
  if (kept === 0) return ` None of the ${due} promises with their day this week is kept yet.`;
  return ` Of ${due} promises with their day this week, ${kept} ${kept === 1 ? 'was' : 'were'} kept.`;
}

/** `the oldest for 9 days on Dana Osei’s desk`. */
function oldestWords(teams: readonly TeamDigest[], isOne: boolean): string {
  const [team] = teams
    .filter(({ ageingAsks }) => ageingAsks.count > 0)
    .toSorted((one, other) => other.ageingAsks.oldestDays - one.ageingAsks.oldestDays);
  if (team === undefined) return '';
  const days = count(team.ageingAsks.oldestDays, 'day');
  return `${isOne ? '' : 'the oldest '}for ${days} on ${named(team.managerName)}’s desk`;
}

/** What our own company puts in the way of most deals, in a line. */
function obstacleWords({ topObstacle, oneThing }: Pick<Digest, 'topObstacle' | 'oneThing'>): string[] {
  if (topObstacle === undefined) return [];
  const name = companyObstacleNames[topObstacle.obstacle];
  if (oneThing.act.includes(name)) return [];
  return [literal(`Most often in the way, made by our own company: ${name} (${behindWords(topObstacle)}).`)];
}

function wentWellSentence({ wentWell }: Digest): string[] {
  if (wentWell.length === 0) return [];
  const shown = wentWell
    .slice(0, mostManagers)
    .map(({ managerName, deeds }) => `${named(managerName)} ${literal(sentence(deeds))}`);
  const more = wentWell.length - shown.length;
  const rest = more > 0 ? ` There is something to thank ${count(more, 'more manager')} for.` : '';
  return [`*Went well:* ${shown.join('; ')}.${rest}`];
}

/** `Pulse: Dana Osei’s team: care 4 of 5, help 3.5 of 5 and trust 4 of 5.` */
function pulseSentence({ pulses }: Digest): string[] {
  if (pulses === undefined || pulses.told.length === 0) return [];
  const told = pulses.told.map(({ managerNames, statements }) => {
    const whose = `${teamNames(managerNames)}’s ${managerNames.length === 1 ? 'team' : 'teams'}`;
    return `${whose}: ${list(statements.map(({ id, points }) => `${topics[id].toLowerCase()} ${pointsWords(points)}`))}`;
  });
  const rest = pulses.more > 0 ? ` ${count(pulses.more, 'more pulse')} closed this week.` : '';
  return [`*Pulse:* ${told.join('; ')}.${rest}`];
}

/** What the lead did, so that nobody wonders whether a press arrived. */
function doneWords({ teams, booked }: Digest): string {
  const thanked = teams.filter(({ wasThanked }) => wasThanked).map(({ managerName }) => named(managerName));
  const shown = thanked.slice(0, mostNames);
  const more = thanked.length - shown.length;
  const talks = booked.slice(0, mostTalks).map(({ name, when }) => `${named(name)} (${when})`);
  const moreTalks = booked.length - talks.length;
  return [
    thanked.length === 0 ? '' : `You thanked ${list(more > 0 ? [...shown, `${more} more`] : shown)}.`,
    talks.length === 0 ? '' : `You sit down with ${list(moreTalks > 0 ? [...talks, `${moreTalks} more`] : talks)}.`,
  ]
    .filter((words) => words !== '')
    .join(' ');
}

/** `23 of 27 people seen this week, 2 missed, 3 asks open.` */
export function digestSummary(digest: Digest): string {
  const people = sum(digest.teams, (team) => team.people);
  const missed = sum(digest.teams, (team) => team.missed.length);
  const asks = sum(digest.teams, (team) => team.openAsks.count + team.asksWithLead.count);
  const out = sum(digest.teams, (team) => team.out);
  const away = out > 0 ? `, ${out} out` : '';
  return `${sum(digest.teams, (team) => team.seen)} of ${count(people, 'person', 'people')} seen this week, ${missed} missed${away}, ${count(asks, 'ask')} open.`;
}

/** A line a manager, by name; beyond fifteen the rest in one line. */
function teamLines(teams: readonly TeamDigest[]): KnownBlock[] {
  const isShort = teams.length <= mostTeamsInFull;
  const lines = teams.slice(0, mostTeams).map((team) => (isShort ? fullLine(team) : teamLine(team)));
  const rest = teams.slice(mostTeams);
  const blocks: KnownBlock[] = [];
  for (let at = 0; at < lines.length; at += linesInABlock)
    blocks.push(context(lines.slice(at, at + linesInABlock).join('\n')));
  if (rest.length === 0) return blocks;
  const people = sum(rest, (team) => team.people);
  const seen = `${sum(rest, (team) => team.seen)} of ${count(people, 'person', 'people')} seen`;
  const missed = sum(rest, (team) => team.missed.length);
  return [
    ...blocks,
    context(`And ${count(rest.length, 'more team')}: ${seen}, ${missed} missed. Your Home tab has all of them.`),
  ];
}

/** With what was logged, where there is room for it. */
function fullLine(team: TeamDigest): string {
  const logged = team.logged.slice(0, mostKinds).map(({ noun, count: number }) => `${number} ${noun}`);
  const more = team.logged.length - logged.length;
  if (logged.length === 0) return isEverybodyOut(team) ? teamLine(team) : `${teamLine(team)} · nothing logged`;
  return `${teamLine(team)} · ${literal(list(more > 0 ? [...logged, 'more'] : logged))}`;
}

function teamLine(team: TeamDigest): string {
  return [
    `*${named(team.managerName)}*`,
    seenWords(team),
    team.missed.length > 0 ? `${team.missed.length} missed` : '',
    team.openAsks.count > 0 ? `${count(team.openAsks.count, 'ask')} open` : '',
    team.blockedDeals.reported > 0 ? `${count(team.blockedDeals.reported, 'deal')} blocked` : '',
    team.promises.due > 0 ? `${team.promises.kept} of ${count(team.promises.due, 'promise')} kept` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function sum<T>(rows: readonly T[], sizeOf: (row: T) => number): number {
  return rows.reduce((total, row) => total + sizeOf(row), 0);
}
