/** The pulse in the Home tab: to answer and what came of it, for a rep; what the team says, for who leads. */
import type { KnownBlock } from '@slack/types';
import { addDays, formatDate, formatDay } from '../../../time/zoned.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import type { PulsePromise } from '../../../store/pulses-of-person.ts';
import { actions, button, header, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { openLog } from '../../routes/logging.ts';
import { openPulse, readSentences } from '../../routes/pulse.ts';
import { firstName, shorten } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';
import { excerpt } from '../log/development-words.ts';
import { fitSections } from './home-fit.ts';
import type { HomeSection } from './home-fit.ts';
import { answerLabel } from '../pulse/pulse.ts';
import { answerResultLabel } from '../pulse/pulse-result.ts';
import type { PulseResultShown } from '../pulse/pulse-result.ts';
import { changeWords, numberWord, pointsWords, teamNames, topics, whyNothing } from '../pulse/pulse-words.ts';

const longestName = 60;
/** So long a result is news. */
const newsDays = 14;

export interface PulseHome {
  /** For somebody who is asked now. */
  readonly asked:
    | { readonly pulse: number; readonly managerName: string; readonly until: string; readonly hasAnswered: boolean }
    | undefined;
  /** The newest answer of a leader to the reader and the others who were asked. */
  readonly told: PulseTold | undefined;
  /** Led by the reader, or read with others; the newest of each. */
  readonly results: readonly PulseHomeResult[];
  /** Hears of their managers' teams on Fridays. */
  readonly isLead: boolean;
  /** The reader has reps, and none was ever asked: how often it is, and how many have to be there. */
  readonly none: { readonly everyDays: number; readonly minimum: number } | undefined;
}

export interface PulseTold {
  readonly leaderName: string;
  readonly leaderShortName?: string;
  readonly heard: string;
  readonly will: string;
  /** What is to be done, as a promise to the reader; undefined for who has left the team since. */
  readonly promise: PulsePromise | undefined;
}

export interface PulseHomeResult {
  /** By the reader's clock; undefined once it is closed. */
  readonly openUntil: string | undefined;
  readonly shown: PulseResultShown;
  readonly closedOn: LocalDate | null;
  /** The earliest day of the next; undefined where it waits for the leader, or is switched off. */
  readonly nextOn: LocalDate | undefined;
}

/** For a rep; none where they are not asked and nothing was told. */
export function pulseForMe({ asked, told }: PulseHome, today: LocalDate): HomeSection[] {
  const isOver = (told?.promise?.settledOn ?? today) <= addDays(today, -newsDays);
  const rows = [
    ...(asked === undefined ? [] : [askedBlocks(asked)]),
    ...(told === undefined || isOver ? [] : [toldBlocks(told, today)]),
  ];
  const name = asked?.managerName ?? told?.leaderName ?? 'your manager';
  return rows.length === 0 ? [] : [homeSection(`How it’s going with ${shorten(name, longestName)}`, rows, 8)];
}

function askedBlocks(asked: NonNullable<PulseHome['asked']>): KnownBlock[] {
  if (asked.hasAnswered) return [section(`You answered the three statements. They close ${asked.until}.`)];
  const words = `*Three statements about ${named(asked.managerName)}*\nUntil ${asked.until}. It’s up to you: no one is told whether you answered.`;
  return [section(words, button(openPulse, { pulse: asked.pulse }, answerLabel, { style: 'primary' }))];
}

function toldBlocks({ leaderName, leaderShortName, heard, will, promise }: PulseTold, today: LocalDate): KnownBlock[] {
  const name = named(firstName({ name: leaderName, shortName: leaderShortName }));
  return [
    section(`*What ${name} heard*\n${excerpt(heard)}\n*What ${name} ${willWords(promise, today)}*\n${excerpt(will)}`),
  ];
}

/** `will do, by Fri, Dec 18`; `promised, and kept on Nov 11`. */
function willWords(promise: PulsePromise | undefined, today: LocalDate): string {
  if (promise === undefined) return 'will do';
  if (promise.state === 'open') return `will do, by ${formatDay(promise.dueOn, today)}`;
  const on = promise.settledOn === null ? '' : ` on ${formatDate(promise.settledOn, today)}`;
  return promise.state === 'kept' ? `promised, and kept${on}` : `promised, and withdrew${on}`;
}

/** On the Home tab of who leads: what is open, waits for their answer, or is news. */
export function pulseOnHome(pulse: PulseHome, today: LocalDate): HomeSection[] {
  const since = addDays(today, -newsDays);
  const results = pulse.results.filter(
    ({ closedOn, shown }) => closedOn === null || closedOn > since || (shown.isLeader && waitsForAnswer(shown)),
  );
  return pulseOfTeams({ ...pulse, results, none: undefined });
}

function waitsForAnswer({ result, answeredOn }: PulseResultShown): boolean {
  return result !== undefined && answeredOn === null;
}

/** For who leads; none where there is nothing to say. */
export function pulseOfTeams({ results, none }: PulseHome): HomeSection[] {
  const rows = results.map(resultBlocks);
  if (rows.length > 0) return [homeSection('What your people say', rows, 5)];
  if (none === undefined) return [];
  const few = numberWord(none.minimum);
  const words = `About every ${none.everyDays} days your reps are asked whether they feel cared for, helped and able to trust you. You see the averages once ${few} or more answer. Nobody has been asked yet.`;
  return [homeSection('What your people say', [[section(words)]], 5)];
}

function resultBlocks({ openUntil, shown, closedOn, nextOn }: PulseHomeResult): KnownBlock[] {
  const { pooledNames, leaderName, leaderShortName } = shown.whom;
  const whose = pooledNames.length === 0 ? 'Your team' : `The teams of ${teamNames(pooledNames)}, together`;
  if (openUntil !== undefined)
    return [section(`*${whose}* · open until ${openUntil}. No one sees anything before then.`)];
  const on = closedOn === null ? '' : `, ${formatDate(closedOn, shown.today)}`;
  const next = nextOn === undefined ? '' : ` Next one about ${formatDate(nextOn, shown.today)}.`;
  if (shown.result === undefined) return [section(`*${whose}${on}*\n${whyNothing(shown.whom, shown.isLost)}${next}`)];
  const points = shown.result.statements.map((statement) => pointsOf(shown, statement)).join(' · ');
  const who = shown.isLeader ? 'You' : named(firstName({ name: leaderName, shortName: leaderShortName }));
  const stands =
    shown.answeredOn !== null
      ? `${who} answered ${formatDate(shown.answeredOn, shown.today)}.${next}`
      : shown.isLeader
        ? 'They’re waiting to hear what you heard.'
        : `${who} will tell them what was heard.`;
  const buttons = [
    ...(shown.isLeader && shown.answeredOn === null
      ? [button(openLog, { behaviour: 'trust-pulse', only: true }, answerResultLabel, { style: 'primary' })]
      : []),
    ...(shown.result.sentences.length > 0
      ? [button(readSentences, { pulse: shown.pulse, page: 0 }, 'In their words')]
      : []),
  ];
  const [only] = buttons;
  const text = `*${whose}${on}* · ${points}\n_${stands}_`;
  if (buttons.length <= 1) return [section(text, only)];
  return [section(text), actions(`pulse-result-${shown.pulse}`, buttons)];
}

/** `help *3.5 of 5*, up from 3`, in mrkdwn. */
function pointsOf(
  { before }: Pick<PulseResultShown, 'before'>,
  { id, points }: NonNullable<PulseResultShown['result']>['statements'][number],
): string {
  const earlier = before?.statements.find((statement) => statement.id === id)?.points;
  const change = points === earlier ? '' : changeWords(points, earlier);
  return `${topics[id].toLowerCase()} ${pointsWords(points)}${change}`;
}

/** What there is to read, in answer to a command. */
export function pulseNow(home: PulseHome, today: LocalDate): RenderedMessage {
  const sections = [...pulseForMe(home, today), ...pulseOfTeams(home)];
  const none = home.isLead
    ? 'No questions for you right now. What your managers’ teams say comes in your weekly digest once a pulse closes.'
    : 'No questions for you right now, and no results to read.';
  if (sections.length === 0) return { text: none, blocks: [section(none)] };
  return { text: 'The pulse, as it stands.', blocks: fitSections(sections, limits.messageBlocks) };
}

function homeSection(title: string, rows: KnownBlock[][], priority: number): HomeSection {
  return {
    head: [header(title)],
    rows,
    total: rows.length,
    priority,
    more: () => 'It’s in your messages.',
    foot: [],
  };
}
