import type { Behaviour } from '../behaviours/behaviour.ts';
import type { PersonId } from '../behaviours/ids.ts';
import { timeZoneOf } from '../leading/calendars.ts';
import { byTurns } from '../leading/deeds.ts';
import { daysAdviceIsRemembered } from '../leading/digest-advice.ts';
import { digestOf } from '../leading/digest.ts';
import type { BookedTalk, Digest } from '../leading/digest.ts';
import { obstaclesSince, topObstacles } from '../leading/obstacles.ts';
import { settingsOf } from '../leading/policy.ts';
import type { Policy } from '../leading/policy.ts';
import { weekUntil } from '../leading/time-with-people.ts';
import { addDays, formatInstant, instantOf, localDateOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { plannedBookings } from './bookings.ts';
import type { Store } from './db.ts';
import type { Facts } from './facts.ts';
import { adviceGiven, lastAskedBy } from './digest-advice.ts';
import { companyObstaclesOf } from './obstacles.ts';
import { dayOfMessageBefore } from './messages-before.ts';
import { namesByIds } from './people.ts';
import { publishedPulses } from './published-pulses.ts';
import type { PublishedPulse } from './published-pulses.ts';
import { settledAsksBy } from './settled-asks.ts';
import { leadsManagers, loadTeams, teamsUnder, weeksFrom } from './weeks-of-people.ts';
import type { LoadedWeeks } from './weeks-of-people.ts';
import { withoutManager } from './without-manager.ts';
import type { WithoutManager } from './without-manager.ts';
import { findWorkspace } from './workspaces.ts';

/** The digest with what its picture shows. */
export interface LoadedDigest extends Digest {
  readonly weeks: LoadedWeeks;
  readonly pulses: DigestPulses;
  /** What the lead calls people, by their full names. */
  readonly shortNameOf: (name: string) => string;
  /** Whom the lead has only for now, as their manager has left. */
  readonly heldForNow: readonly WithoutManager[];
  /** Managers to whom the lead wrote in these days, by name. */
  readonly asked: readonly string[];
}

/** What teams said in a pulse that was published in these days. */
export interface DigestPulses {
  readonly told: readonly {
    /** The managers whose teams answered, together where there is more than one. */
    readonly managerNames: readonly string[];
    readonly statements: PublishedPulse['statements'];
  }[];
  /** Published beside these. */
  readonly more: number;
}

const mostPulses = 3;

/**
 * The digest of one lead as of `now`; undefined for somebody who has no managers.
 * @param day the lead's local day that it is of: today, unless a digest of an earlier day is shown again
 */
export async function loadDigest(
  store: Store,
  behaviours: readonly Behaviour[],
  policy: Policy,
  leadId: PersonId,
  now: Date,
  day?: LocalDate,
): Promise<LoadedDigest | undefined> {
  return digestFrom(store, behaviours, policy, await loadTeams(store, leadId, now), leadId, day);
}

/** The same from facts that are loaded already: of the lead and of each who reports to them. */
export async function digestFrom(
  store: Store,
  behaviours: readonly Behaviour[],
  policy: Policy,
  facts: Facts,
  leadId: PersonId,
  day?: LocalDate,
): Promise<LoadedDigest | undefined> {
  const lead = facts.people.get(leadId);
  if (lead === undefined || !leadsManagers(facts, leadId)) return undefined;
  const zone = timeZoneOf(lead, (await findWorkspace(store))?.defaultTimeZone ?? 'Etc/UTC');
  const on = day ?? localDateOf(facts.now, zone);
  const before = await dayOfMessageBefore(store, { kind: 'digest', recipientId: leadId, on });
  const { after } = weekUntil(on, before);
  const teams = teamsUnder(facts, leadId);
  const blockedDeal = behaviours.find((behaviour) => behaviour.id === 'blocked-deal');
  const { reports, deals } = await companyObstaclesOf(
    store,
    teams.flatMap(({ reps }) => reps.map(({ rep }) => rep.id)),
    obstaclesSince(on),
  );
  const lastAsked = await lastAskedBy(store, leadId);
  const digest = digestOf({
    lead,
    teams,
    obstacles: topObstacles(reports, deals, on),
    behaviours,
    policy,
    on,
    answeredAsks: await settledAsksBy(
      store,
      teams.map(({ manager }) => manager.id),
      { from: instantOf(addDays(after, 1), '00:00', zone), until: instantOf(addDays(on, 1), '00:00', zone) },
    ),
    thanked: thankedBy(facts, leadId, after),
    booked: await talksBookedBy(store, facts, leadId, zone),
    before,
    given: await adviceGiven(store, leadId, { after: addDays(on, -daysAdviceIsRemembered), before: on }),
    lastAsked,
    shortNameOf: facts.shortNamesOf(leadId),
    idleDealsOf: (team) =>
      blockedDeal === undefined
        ? 0
        : blockedDeal.due(team, settingsOf(blockedDeal, policy)).filter((due) => due.askId === null).length,
  });
  return {
    ...digest,
    weeks: weeksFrom(facts, teams, { behaviours, missedAfterDays: policy.missedAfterDays, on }),
    pulses: await pulsesFor(store, leadId, digest),
    shortNameOf: facts.shortNamesOf(leadId),
    asked: digest.teams
      .filter(({ managerId }) => (lastAsked.get(managerId) ?? '') > digest.from)
      .map(({ managerName }) => managerName),
    heldForNow: await withoutManager(store, { holderId: leadId }),
  };
}

/** Whose pulse stands first changes from week to week, as with what went well. */
async function pulsesFor(store: Store, leadId: PersonId, digest: Digest): Promise<DigestPulses> {
  const managerIds = byTurns(digest.teams, digest.on).map(({ managerId }) => managerId);
  const span = { after: digest.from, on: digest.on, most: mostPulses };
  const { pulses, more } = await publishedPulses(store, leadId, managerIds, span);
  const names = await namesByIds(
    store,
    pulses.flatMap((pulse) => pulse.managerIds),
  );
  const nameOf = (id: number): string => names.get(id) ?? 'Somebody';
  return { more, told: pulses.map((pulse) => ({ ...pulse, managerNames: pulse.managerIds.map(nameOf) })) };
}

/** Managers whom the lead has thanked since that day. */
function thankedBy(facts: Facts, leadId: PersonId, after: LocalDate): Set<number> {
  return new Set(
    facts
      .team(leadId)
      .managers.filter(({ manager }) =>
        manager.interactions.some(
          ({ behaviour, managerId, happenedOn }) =>
            behaviour === 'thank-manager' && managerId === leadId && happenedOn > after,
        ),
      )
      .map(({ manager }) => manager.rep.id),
  );
}

async function talksBookedBy(store: Store, facts: Facts, leadId: PersonId, zone: string): Promise<BookedTalk[]> {
  const planned = await plannedBookings(store, { managerId: leadId });
  const talks = planned.filter(({ behaviour, startsAt }) => behaviour === 'skip-level' && startsAt > facts.now);
  const names = await namesByIds(
    store,
    talks.flatMap(({ repId }) => repId ?? []),
  );
  return talks.flatMap(({ repId, startsAt }) => {
    const name = repId === null ? undefined : names.get(repId);
    return repId === null || name === undefined ? [] : [{ repId, name, when: formatInstant(startsAt, zone) }];
  });
}
