import { dayOf } from '../../acts/own.ts';
import type { Context } from '../../context.ts';
import { isTimeWith } from '../../behaviours/time-with.ts';
import { recapTime } from '../../leading/recap-time.ts';
import { managerOf } from '../../leading/roles.ts';
import { loadFacts } from '../../store/facts.ts';
import type { Person } from '../../store/people.ts';
import { leadsManagers, loadTeams, teamsUnder } from '../../store/weeks-of-people.ts';
import { firstName } from '../kit/text.ts';
import type { Greeting, TalkRow } from '../views/home/greeting.ts';

type Reading = Pick<Context, 'store'>;

/** Undefined for somebody to whom nobody reports any more. */
export async function loadGreeting(
  { store }: Reading,
  reader: Person,
  as: Greeting['as'],
  now: Date,
): Promise<Greeting | undefined> {
  const facts = await loadTeams(store, reader.id, now);
  const isManager = facts.managerIds.includes(reader.id);
  const isLead = leadsManagers(facts, reader.id);
  const role = as === 'both' ? (isManager ? (isLead ? 'both' : 'manager') : 'lead') : as;
  if (role === 'lead' ? !isLead : !isManager) return undefined;
  const shortNameOf = facts.shortNamesOf(reader.id);
  const { policy } = await dayOf(store, reader, now);
  const leadId = managerOf(reader.id, facts.lines);
  const lead = leadId === undefined ? undefined : facts.people.get(leadId);
  return {
    firstName: firstName(reader),
    as: role,
    managerNames: isLead ? teamsUnder(facts, reader.id).map(({ manager }) => shortNameOf(manager.name)) : [],
    leadName: lead === undefined ? undefined : shortNameOf(lead.name),
    plan: { day: policy.planDay, at: policy.planAt },
    digest: recapTime(policy),
    talks: role === 'lead' ? [] : talksIn(facts.team(reader.id).reps),
  };
}

/** Of whom a manager can say how long ago they last talked: those of whom nothing is logged, by name. */
export async function loadTalkRows({ store }: Reading, manager: Person, now: Date): Promise<TalkRow[]> {
  const facts = await loadFacts(store, [manager.id], now);
  return facts.managerIds.includes(manager.id) ? talksIn(facts.team(manager.id).reps) : [];
}

function talksIn(reps: ReturnType<Awaited<ReturnType<typeof loadFacts>>['team']>['reps']): TalkRow[] {
  return reps
    .filter(({ interactions }) => !interactions.some(isTimeWith))
    .map(({ rep, lastTalk }) => ({ repId: rep.id, name: rep.name, answer: lastTalk?.answer }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}
