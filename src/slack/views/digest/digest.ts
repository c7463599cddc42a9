import type { KnownBlock } from '@slack/types';
import { companyObstacleNames } from '../../../behaviours/company-obstacles.ts';
import { sentence } from '../../../leading/digest-one-thing.ts';
import type { Digest as Figures, TeamDigest } from '../../../leading/digest.ts';
import { behindWords, obstacleDays } from '../../../leading/obstacles.ts';
import { formatDate, formatDay } from '../../../time/zoned.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { context, header, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { count, list, literal, shorten } from '../../kit/text.ts';
import type { DigestPulses } from '../../../store/digest-facts.ts';
import type { WithoutManager } from '../../../store/without-manager.ts';
import { named } from '../ask/ask-words.ts';
import { heldForNowBlocks } from '../people/departures.ts';
import { bareFirstName, digestButtons } from './digest-buttons.ts';
import { isEverybodyOut, seenWords } from './digest-team.ts';
import type { ShortNameOf } from './digest-buttons.ts';
import { pointsWords, teamNames, topics } from '../pulse/pulse-words.ts';

/** The figures, and what teams said in a pulse and what the lead calls people, where it is known. */
type Digest = Figures & {
  readonly pulses?: DigestPulses;
  readonly shortNameOf?: ShortNameOf;
  readonly heldForNow?: readonly WithoutManager[];
  readonly asked?: readonly string[];
};

/** More managers than this are summed up in one line: a digest is read in a minute or not at all. */
const mostTeams = 15;
/** Up to so many, it is said where nothing was logged. */
const mostTeamsInFull = 6;
const mostNames = 3;
const mostManagers = 3;
/** What is in the way of one deal is that deal’s blocker. */
const fewestDeals = 2;
const mostTalks = 3;
/** Lines of teams in one block, so that none is cut. */
const linesInABlock = 5;

/** Where the picture stands: below the heading and the figures. */
export const pictureBefore = 2;

/** The lead's Friday digest: what is different, the one thing with its button, how things stand, then the teams, folded small. */
export function digestMessage(digest: Digest): RenderedMessage {
  const summary = digestSummary(digest);
  return {
    text: shorten(
      `Week ending ${formatDay(digest.on)}: ${summary} One thing you can do: ${literal(digest.oneThing.act)}`,
      limits.messageText,
    ),
    blocks: [
      header('Where you can help'),
      context(`Week ending ${formatDay(digest.on)} · ${summary}`),
      ...(digest.isEmpty ? [] : [section(changeLines(digest).join('\n'))]),
      ...heldForNowBlocks(digest.heldForNow ?? []),
      ...oneThingBlocks(digest),
      ...standingBlocks(digest),
      { type: 'divider' },
      ...teamLines(digest.teams),
      context('Counts only, never words.'),
    ],
  };
}

function standingBlocks(digest: Digest): KnownBlock[] {
  const lines = standingLines(digest);
  return lines.length === 0 ? [] : [section(lines.join('\n'))];
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

/** What is different, who is missed, what waits, what went well: a line each. */
export function digestSentences(digest: Digest): string[] {
  return digest.isEmpty ? standingLines(digest) : [...changeLines(digest), ...standingLines(digest)];
}

/** What is different from the week before; at most six lines. */
function changeLines({ changes, from, on, teams, shortNameOf = bareFirstName }: Digest): string[] {
  const managerOf = (name: string): string => named(shortNameOf(name));
  const isOneTeam = teams.length === 1;
  const quiet = changes.quiet.map(({ managerName, isSilent, lastOn }) =>
    isSilent && lastOn !== undefined
      ? `${managerOf(managerName)} has gone quiet: nothing since ${formatDate(lastOn, on)}`
      : `No one on ${managerOf(managerName)}’s team has had time with ${managerOf(managerName)}`,
  );
  const missed = changes.newlyMissed.map(
    ({ name, days, managerName }) =>
      `${named(name)} (${count(days, 'day')}${isOneTeam ? '' : `, ${managerOf(managerName)}’s team`})`,
  );
  const stuck = changes.stuck.map(
    ({ managerName, count: number }) => `${count(number, 'ask')} on ${managerOf(managerName)}’s desk`,
  );
  const lines = [
    ...quiet.slice(0, mostManagers).map((words) => `• ${words}.`),
    changeLine('Heard from again', changes.back.map(managerOf)),
    changeLine('Now missed', missed),
    changeLine('Seen again', changes.seenAgain.map(named)),
    changeLine('Stuck', stuck),
    changes.settled === 0 ? '' : `• Settled: ${count(changes.settled, 'ask')}.`,
  ].filter((line) => line !== '');
  const since = formatDay(from, on);
  return lines.length === 0 ? [`*Since ${since}:* no change.`] : [`*Since ${since}*`, ...lines];
}

function changeLine(what: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const more = names.length - mostNames;
  return `• ${what}: ${list(more > 0 ? [...names.slice(0, mostNames), `${more} more`] : names)}.`;
}

/** How things stand, whether that is new or not. */
function standingLines(digest: Digest): string[] {
  if (digest.isEmpty)
    return [
      'Nothing is logged for these teams yet. On Monday, each manager gets a nudge for a first talk.',
      ...waitingSentence(digest),
    ];
  return [...missedSentence(digest), ...waitingSentence(digest), ...wentWellSentence(digest), ...pulseSentence(digest)];
}

/** Those who stand among what is new aren't named twice. */
function missedSentence({ teams, changes, shortNameOf = bareFirstName }: Digest): string[] {
  const isNew = new Set(changes.newlyMissed.map(({ repId }) => repId));
  const missed = teams
    .flatMap((team) => team.missed.map((person) => ({ ...person, manager: team.managerName })))
    .filter(({ repId }) => !isNew.has(repId))
    .toSorted((one, other) => other.days - one.days || one.name.localeCompare(other.name));
  if (missed.length === 0) return isNew.size === 0 ? ['*Missed:* nobody.'] : [];
  const isOneTeam = teams.length === 1;
  const names = missed
    .slice(0, mostNames)
    .map(
      ({ name, days, manager }) =>
        `${named(name)} (${count(days, 'day')}${isOneTeam ? '' : `, ${named(shortNameOf(manager))}’s team`})`,
    );
  const more = missed.length - names.length;
  return [`*Still missed:* ${list(more > 0 ? [...names, `${more} more`] : names)}.`];
}

/** Nothing, where nothing waits. */
function waitingSentence({ teams, topObstacle, oneThing, on, shortNameOf = bareFirstName }: Digest): string[] {
  const ageing = sum(teams, ({ ageingAsks }) => ageingAsks.count);
  const withLead = sum(teams, ({ asksWithLead }) => asksWithLead.count);
  const due = sum(teams, ({ promises }) => promises.due);
  const kept = sum(teams, ({ promises }) => promises.kept);
  const parts = [
    ...(withLead > 0 && oneThing.topic.kind !== 'open-ask' ? [`${count(withLead, 'ask')} with you`] : []),
    ...(ageing > 0 ? [`${count(ageing, 'ask')} for too long, ${oldestWords(teams, on, shortNameOf)}`] : []),
    ...promiseWords(due, kept),
  ];
  return [
    ...(parts.length === 0 ? [] : [`*Waiting:* ${parts.join('; ')}.`]),
    ...obstacleWords({ topObstacle, oneThing }),
  ];
}

/** Of what was due in these days, only what is open: what was kept waits for nobody. */
function promiseWords(due: number, kept: number): string[] {
  const open = due - kept;
  if (open === 0) return [];
  if (due === 1) return ['one promise due this week, still open'];
  return [`${open} of ${due} promises due this week, still open`];
}

/** `the oldest on Dana’s desk since Nov 19`. */
function oldestWords(teams: readonly TeamDigest[], on: LocalDate, shortNameOf: ShortNameOf): string {
  const [team] = teams
    .filter(({ ageingAsks }) => ageingAsks.count > 0)
    .toSorted((one, other) => other.ageingAsks.oldestDays - one.ageingAsks.oldestDays);
  if (team?.ageingAsks.oldestOn === undefined) return '';
  const since = formatDate(team.ageingAsks.oldestOn, on);
  return `${team.ageingAsks.count === 1 && teams.length === 1 ? '' : 'the oldest '}on ${named(shortNameOf(team.managerName))}’s desk since ${since}`;
}

/** What our own company puts in the way of most deals, in a line. */
function obstacleWords({ topObstacle, oneThing }: Pick<Digest, 'topObstacle' | 'oneThing'>): string[] {
  if (topObstacle === undefined || topObstacle.deals < fewestDeals) return [];
  const name = companyObstacleNames[topObstacle.obstacle];
  if (oneThing.act.includes(name)) return [];
  return [literal(`Our own biggest blocker in ${obstacleDays} days: ${name} (${behindWords(topObstacle)}).`)];
}

function wentWellSentence({ wentWell, shortNameOf = bareFirstName }: Digest): string[] {
  if (wentWell.length === 0) return [];
  const shown = wentWell
    .slice(0, mostManagers)
    .map(({ managerName, deeds }) => `${named(shortNameOf(managerName))} ${literal(sentence(deeds))}`);
  const more = wentWell.length - shown.length;
  const rest = more > 0 ? ` ${count(more, 'more manager')} did well, too.` : '';
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
function doneWords({ teams, booked, asked = [] }: Digest): string {
  const thanked = teams.filter(({ wasThanked }) => wasThanked).map(({ managerName }) => managerName);
  const talks = booked.slice(0, mostTalks).map(({ name, when }) => `${named(name)} (${when})`);
  const moreTalks = booked.length - talks.length;
  return [
    asked.length === 0 ? '' : `You wrote to ${firstFew(asked)}.`,
    thanked.length === 0 ? '' : `You thanked ${firstFew(thanked)}.`,
    talks.length === 0 ? '' : `You’ll sit down with ${list(moreTalks > 0 ? [...talks, `${moreTalks} more`] : talks)}.`,
  ]
    .filter((words) => words !== '')
    .join(' ');
}

function firstFew(names: readonly string[]): string {
  const more = names.length - mostNames;
  const shown = names.slice(0, mostNames).map(named);
  return list(more > 0 ? [...shown, `${more} more`] : shown);
}

/** `23 of 27 people had time with their manager, 2 missed, 3 asks open.` */
export function digestSummary(digest: Digest): string {
  const people = sum(digest.teams, (team) => team.people);
  const missed = sum(digest.teams, (team) => team.missed.length);
  const asks = sum(digest.teams, (team) => team.openAsks.count + team.asksWithLead.count);
  const out = sum(digest.teams, (team) => team.out);
  const parts = [
    `${sum(digest.teams, (team) => team.seen)} of ${count(people, 'person', 'people')} had time with their manager`,
    ...(missed > 0 ? [`${missed} missed`] : []),
    ...(out > 0 ? [`${out} out`] : []),
    ...(asks > 0 ? [`${count(asks, 'ask')} open`] : []),
  ];
  return `${parts.join(', ')}.`;
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
  const seen = `time with ${sum(rest, (team) => team.seen)} of ${count(people, 'person', 'people')}`;
  const missed = sum(rest, (team) => team.missed.length);
  return [
    ...blocks,
    context(`And ${count(rest.length, 'more team')}: ${seen}, ${missed} missed. They’re all in your Home tab.`),
  ];
}

/** And that nothing was logged, where there is room for it. */
function fullLine(team: TeamDigest): string {
  const isSilent = team.logged.length === 0 && !isEverybodyOut(team);
  return isSilent ? `${teamLine(team)} · nothing logged` : teamLine(team);
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
