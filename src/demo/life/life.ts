/**
 * The made-up company goes on living when the sandbox's clock moves: what would have happened since is done by the same acts as
 * people do, each at its own instant. The same moves of the clock give the same company. Nothing happens while no visit is due.
 */
import type { Context } from '../../context.ts';
import { loadOrganisation } from '../../store/organisation.ts';
import type { Organisation } from '../../store/organisation.ts';
import { readMark, writeMark } from '../../store/marks.ts';
import { holdRecipient } from '../../store/outbox.ts';
import { currentLines } from '../../store/reporting-lines.ts';
import { isWorkingDay, nextWorkingInstant } from '../../time/working-calendar.ts';
import { localDate, localDateOf } from '../../time/zoned.ts';
import { lifeMark, bornMark } from '../marks.ts';
import { people } from '../people.ts';
import { slackIdFor } from '../seed.ts';
import { liveAnswers } from './answers.ts';
import { liveDeals } from './deal-days.ts';
import { askAtTimes, liveAsks } from './reps-ask.ts';
import type { Living, LivingTeam, Moment } from './living.ts';
import { liveBookings, liveNudges } from './nudges-answered.ts';
import { livePromises } from './promises-kept.ts';
import { livePulseAnswers, livePulses } from './pulses-answered.ts';
import { isOnVacation, styleOn } from './styles.ts';
import { liveFriday, liveTalks, liveThanks } from './talks.ts';
import { nextVisit, visitsBetween } from './visits.ts';
import type { Visit } from './visits.ts';
import type { LocalDate } from '../../time/zoned.ts';

export interface Life {
  /** Does what is due by now; cheap where nothing is. @returns ids of everybody, where anything was due */
  catchUp(): Promise<readonly number[]>;
}

/** After a longer leap only the end of it is lived through. */
const mostDays = 120;
const millisecondsPerDay = 86_400_000;
const mostAsksAtOnce = 2;

/**
 * @param context the bot's; the store is the sandbox's, filled by `fillDemo`
 * @param isPlayed is this Slack user played by the person at the page at that instant? They act for themselves
 */
export function createLife(context: Context, isPlayed: (slackUserId: string, at: Date) => boolean): Life {
  /** Nothing is due before this instant. */
  let quietUntil = -Infinity;
  let livedUntil = -Infinity;

  return {
    async catchUp() {
      const now = context.clock();
      const isBack = now.getTime() < livedUntil;
      if (isBack || now.getTime() < quietUntil) return [];
      const mark = await readMark(context.store, lifeMark);
      if (mark === undefined) {
        quietUntil = Infinity;
        return [];
      }
      const from = new Date(Math.max(new Date(mark).getTime(), now.getTime() - mostDays * millisecondsPerDay));
      livedUntil = from.getTime();
      if (from > now) return [];
      const company = await load(context, isPlayed);
      const hasLived = await liveThrough(context, company, from, now);
      livedUntil = now.getTime();
      const zones = new Set(company.teams.map(({ timeZone }) => timeZone));
      quietUntil = Math.min(...[...zones].map((zone) => nextVisit(now, zone).getTime()));
      return hasLived ? [...company.everybody.keys()] : [];
    },
  };
}

interface Company {
  readonly teams: readonly LivingTeam[];
  readonly everybody: ReadonlyMap<number, Living>;
  readonly organisation: Organisation;
  readonly began: LocalDate;
  readonly isPlayed: (person: Living, at: Date) => boolean;
}

async function load(context: Context, isPlayed: (slackUserId: string, at: Date) => boolean): Promise<Company> {
  const { store } = context;
  const organisation = await loadOrganisation(store);
  const made = new Map(people.map((demo) => [slackIdFor(demo.handle), demo]));
  const everybody = new Map<number, Living>();
  for (const person of organisation.people.values()) {
    const demo = made.get(person.slackUserId ?? '');
    if (demo !== undefined && person.leftOn === null)
      everybody.set(person.id, { ...person, handle: demo.handle, demo });
  }
  const lines = await currentLines(store);
  const teams = organisation.leaders.flatMap((leader) => {
    const living = everybody.get(leader.id);
    const reports = lines.filter(({ managerId }) => managerId === leader.id);
    return living === undefined
      ? []
      : [
          {
            leader: living,
            reports: reports.flatMap(({ personId }) => everybody.get(personId) ?? []),
            timeZone: organisation.calendarOf(leader).timeZone,
          },
        ];
  });
  const born = await readMark(store, bornMark);
  const began = born === undefined ? localDateOf(context.clock(), 'Etc/UTC') : localDate(born);
  return { teams, everybody, organisation, began, isPlayed: (person, at) => isPlayed(person.slackUserId ?? '', at) };
}

/** An unexpected error costs one team one visit. @returns whether there was any visit */
async function liveThrough(context: Context, company: Company, from: Date, now: Date): Promise<boolean> {
  const byZone = Map.groupBy(company.teams, ({ timeZone }) => timeZone);
  const visits = [...byZone]
    .flatMap(([zone, teams]) =>
      visitsBetween(from, now, zone).flatMap((visit) => teams.map((team) => ({ team, visit }))),
    )
    .toSorted((one, other) => one.visit.at.getTime() - other.visit.at.getTime());
  for (const [at, together] of Map.groupBy(visits, ({ visit }) => visit.at.toISOString())) {
    for (const { team, visit } of together) await orLog(context, team, () => visitTeam(context, company, team, visit));
    await writeMark(context.store, lifeMark, at);
  }
  for (const team of company.teams)
    await orLog(context, team, () => askWhoIsPlayed(context, company, team, { from, now }));
  if (visits.length > 0) await holdAtNight(context, company, now);
  return visits.length > 0;
}

async function orLog({ log }: Context, team: LivingTeam, live: () => Promise<void>): Promise<void> {
  try {
    await live();
  } catch (error) {
    log.error({ err: error, leader: team.leader.id }, 'A team of the made-up company couldn’t live through a visit');
  }
}

async function visitTeam(context: Context, company: Company, team: LivingTeam, visit: Visit): Promise<void> {
  const moment = momentOf(context, company, team, visit);
  if (!isAtWork(company, team.leader, visit)) return;
  const isPlayed = company.isPlayed(team.leader, visit.at);
  const leadsReps = team.reports.some(({ demo }) => people.every(({ manager }) => manager !== demo.handle));
  if (visit.slot === 'morning' && leadsReps) await liveDeals(context.store, team, visit.day, visit.at);
  if (leadsReps) {
    await livePulses(moment);
    await liveAsks(moment, !isPlayed);
  }
  if (moment.isLeftAlone(team.leader)) return;
  await liveAnswers(moment);
  await liveNudges(moment, company.everybody);
  await liveBookings(moment, company.everybody);
  await livePulseAnswers(moment);
  if (visit.slot === 'midday' && leadsReps) await liveTalks(moment);
  if (visit.slot !== 'afternoon') return;
  await livePromises(moment);
  if (leadsReps) await liveThanks(moment);
  if (leadsReps) await liveFriday(moment);
}

/**
 * What the reps of somebody who is played ask for comes when they are there to read it: now, and not on days that were leapt over.
 */
async function askWhoIsPlayed(
  context: Context,
  company: Company,
  team: LivingTeam,
  { from, now }: { readonly from: Date; readonly now: Date },
): Promise<void> {
  if (!company.isPlayed(team.leader, now)) return;
  const days = new Set(
    visitsBetween(from, now, team.timeZone)
      .map(({ day }) => day)
      .filter((day) => isWorkingDay(company.organisation.calendarOf(team.leader), day)),
  ).size;
  if (days === 0) return;
  const moment = momentOf(context, company, team, { day: localDateOf(now, team.timeZone), slot: 'morning', at: now });
  let asked = 0;
  for (const rep of team.reports)
    if (asked < mostAsksAtOnce && !moment.isLeftAlone(rep) && (await askAtTimes(moment, rep, days))) asked += 1;
}

function momentOf(context: Context, company: Company, team: LivingTeam, visit: Visit): Moment {
  return {
    context: { ...context, clock: () => visit.at, deliverSoon: () => undefined },
    visit,
    team,
    style: styleOn(team.leader.handle, visit.day, company.began),
    began: company.began,
    isLeftAlone: (person) =>
      company.isPlayed(person, visit.at) ||
      isOnVacation(person.handle, visit.day, company.began) ||
      !isAtWork(company, person, visit),
  };
}

function isAtWork({ organisation }: Company, person: Living, { day }: Visit): boolean {
  return isWorkingDay(organisation.calendarOf(person), day);
}

/** A leap may end at night: what was done in the daytime before it reaches nobody until they work again. */
async function holdAtNight(context: Context, { organisation, everybody }: Company, now: Date): Promise<void> {
  for (const person of everybody.values()) {
    const next = nextWorkingInstant(organisation.calendarOf(person), now);
    if (next !== undefined && next > now) await holdRecipient(context.store, person.id, next);
  }
}
