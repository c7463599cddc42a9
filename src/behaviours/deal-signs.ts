/** What the record of an open deal says: it has gone quiet, it is stuck in its stage, or its close date keeps moving away. */
import { addDays, daysBetween, formatDate } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Setting, Settings } from './behaviour.ts';
import type { DealFact, RepFacts, TeamFacts } from './facts.ts';
import { capital, spelled, timesInWords } from './number-words.ts';
import { counted, dealAmount, dealName, firstNameOf, numberOf } from './rhythm.ts';

export const dealSettings = [
  {
    key: 'idleDays',
    label: 'Days without activity after which an open deal counts as blocked',
    unit: 'days',
    initial: 14,
    minimum: 3,
    maximum: 180,
  },
  {
    key: 'stageTimes',
    label: 'Times its usual stay in a stage after which a deal counts as stuck',
    unit: 'times',
    initial: 2,
    minimum: 2,
    maximum: 10,
  },
  {
    key: 'pushes',
    label: 'Times that the close date moves to a later day before a deal counts as blocked',
    unit: 'times',
    initial: 3,
    minimum: 2,
    maximum: 12,
  },
] as const satisfies readonly Setting[];

/** Why an open deal may need help. */
export interface DealSign {
  readonly deal: DealFact;
  readonly kind: 'idle' | 'stuck' | 'pushed';
  readonly sentence: string;
  readonly elapsed: number;
  readonly rhythm: number;
  readonly dueSince: LocalDate;
}

/** The clearest sign of each of the rep's open deals; deals without one, and those that were looked at lately, are left out. */
export function dealSigns(team: TeamFacts, facts: RepFacts, settings: Settings): DealSign[] {
  const open = facts.deals.filter(
    (deal) => deal.status === 'open' && !(deal.quietUntil !== null && deal.quietUntil > team.today),
  );
  const quiet = open.flatMap((deal) => idleSign(team, facts, deal, settings, [])?.elapsed ?? []);
  return open.flatMap((deal) => {
    const sign =
      idleSign(team, facts, deal, settings, quiet) ??
      stuckSign(team, facts, deal, settings) ??
      pushedSign(team, facts, deal, settings);
    return sign === undefined ? [] : [sign];
  });
}

function idleSign(
  team: TeamFacts,
  facts: RepFacts,
  deal: DealFact,
  settings: Settings,
  /** For how many days the quiet ones of the rep have been, this one too. */
  quiet: readonly number[],
): DealSign | undefined {
  const touchedOn = lastTouch(deal, facts, team.today);
  if (touchedOn === undefined) return undefined;
  const rhythm = settings[`idleDays:${deal.stage.toLowerCase()}`] ?? numberOf(settings, 'idleDays');
  const elapsed = daysBetween(touchedOn, team.today);
  if (elapsed < rhythm) return undefined;
  const others = quiet.filter((days) => days >= elapsed).length - 1;
  const more =
    others < 1
      ? ''
      : ` ${capital(spelled(others, 'other open deal'))} of ${firstNameOf(facts.rep)}’s ${others === 1 ? 'has' : 'have'} been quiet at least as long.`;
  const sentence = `${withAmount(deal)}: no activity since ${formatDate(touchedOn, team.today)} (${counted(elapsed, 'day')}).${more}${ifMissing(deal)}`;
  return { deal, kind: 'idle', sentence, elapsed, rhythm, dueSince: addDays(touchedOn, rhythm) };
}

function stuckSign(team: TeamFacts, facts: RepFacts, deal: DealFact, settings: Settings): DealSign | undefined {
  const usual = team.usualStageDays.get(deal.stage.toLowerCase());
  if (deal.stageSince === null || usual === undefined) return undefined;
  const times = numberOf(settings, 'stageTimes');
  const rhythm = Math.max(1, Math.ceil(usual * times));
  const elapsed = daysBetween(deal.stageSince, team.today);
  const helpedOn = lastHelp(deal, facts);
  if (elapsed < rhythm || (helpedOn !== undefined && daysBetween(helpedOn, team.today) < rhythm)) return undefined;
  const sentence = `${withAmount(deal)}: in ${deal.stage} since ${formatDate(deal.stageSince, team.today)} (${counted(elapsed, 'day')}). Half of all deals move on within ${spelled(Math.round(usual), 'day')}.${ifMissing(deal)}`;
  return { deal, kind: 'stuck', sentence, elapsed, rhythm, dueSince: addDays(deal.stageSince, rhythm) };
}

function pushedSign(team: TeamFacts, facts: RepFacts, deal: DealFact, settings: Settings): DealSign | undefined {
  const rhythm = numberOf(settings, 'pushes');
  const { pushedOn, timesPushed, closeOn } = deal;
  if (pushedOn === null || timesPushed < rhythm) return undefined;
  const helpedOn = lastHelp(deal, facts);
  if (helpedOn !== undefined && helpedOn >= pushedOn) return undefined;
  const now = closeOn === null ? '' : ` It’s now ${formatDate(closeOn, team.today)}.`;
  const sentence = `${withAmount(deal)}: the close date was pushed back ${timesInWords(timesPushed)}, last on ${formatDate(pushedOn, team.today)}.${now}${ifMissing(deal)}`;
  return {
    deal,
    kind: 'pushed',
    sentence,
    elapsed: timesPushed,
    rhythm,
    dueSince: pushedOn,
  };
}

function withAmount(deal: DealFact): string {
  const amount = dealAmount(deal);
  return amount === undefined ? dealName(deal) : `${dealName(deal)}, ${amount}`;
}

/** Said wherever the deal is evidence: what is known of it may be out of date. */
function ifMissing(deal: DealFact): string {
  return deal.isMissing ? ' It wasn’t in the last export.' : '';
}

/** The last time that the manager logged to have helped with this deal. */
function lastHelp(deal: DealFact, facts: RepFacts): LocalDate | undefined {
  return facts.interactions.find(
    (interaction) => interaction.behaviour === 'blocked-deal' && interaction.dealId === deal.id,
  )?.happenedOn;
}

/** The last day on which anything is known to have happened on the deal; undefined where nothing is known. */
function lastTouch(deal: DealFact, facts: RepFacts, today: LocalDate): LocalDate | undefined {
  const talkedAbout = facts.interactions
    .filter((interaction) => interaction.dealId === deal.id)
    .map((interaction) => interaction.happenedOn);
  return [deal.lastActivityOn, deal.openedOn, ...talkedAbout]
    .filter((day): day is LocalDate => day !== null && day <= today)
    .toSorted()
    .at(-1);
}
