/** How a nudge ended that no entry in the log answered: what the records say of it now. */
import { canReopen } from '../../acts/promises.ts';
import { askFor } from '../../acts/read-ask.ts';
import type { Behaviour } from '../../behaviours/behaviour.ts';
import { batchOf } from '../../leading/nudge-answer.ts';
import { thingOf } from '../../leading/nudge-subject.ts';
import { findAsk } from '../../store/asks.ts';
import type { AskStepKind } from '../../leading/ask-lifecycle.ts';
import { findAssignment } from '../../store/cycles.ts';
import { findDeal } from '../../store/deals.ts';
import type { Store } from '../../store/db.ts';
import { findIdea } from '../../store/ideas.ts';
import { interactionsBetween } from '../../store/interactions.ts';
import type { Nudge } from '../../store/nudges.ts';
import { findPerson } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { findPromise } from '../../store/promises.ts';
import { managerIdOf } from '../../store/reporting-lines.ts';
import { formatDay } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { shortNameOf } from './name-of.ts';
import type { HowItEnded } from '../views/nudge/shown-nudge.ts';

/** A nudge with what is needed to say how it ended. */
interface Ended {
  readonly store: Store;
  readonly reader: Person;
  readonly nudge: Nudge;
  readonly behaviour: Behaviour | undefined;
  /** The reader's local day. */
  readonly today: LocalDate;
}

/** As many entries as one looks through for the act that made it untrue. */
const mostEntries = 200;

/**
 * Of an answer without an entry, and of what became untrue by itself.
 * @returns undefined where it is simply done
 */
export async function howItEnded(ended: Ended): Promise<HowItEnded | undefined> {
  const { nudge } = ended;
  if (nudge.state !== 'done' && nudge.state !== 'untrue') return undefined;
  const ofThing = await endOfThing(ended);
  if (ofThing !== undefined || nudge.state === 'done') return ofThing;
  return { label: (await whoIsGone(ended)) ?? (await whatHappened(ended)) };
}

async function endOfThing(ended: Ended): Promise<HowItEnded | undefined> {
  const thing = thingOf(ended.nudge);
  switch (thing?.kind) {
    case 'promise':
      return endOfPromise(ended, thing.id);
    case 'ask':
      return endOfAsk(ended, thing.id);
    case 'assignment':
      return endOfAssignment(ended, thing.id);
    case 'idea':
      return endOfIdea(ended, thing.id);
    default:
      return undefined;
  }
}

async function endOfPromise({ store, reader, today }: Ended, id: number): Promise<HowItEnded | undefined> {
  const promise = await findPromise(store, id);
  if (promise === undefined) return { label: 'Removed' };
  if (promise.state === 'open') return { label: `Moved to ${formatDay(promise.dueOn, today)}` };
  const isOwn = (promise.holderId ?? promise.managerId) === reader.id;
  const undo = isOwn && canReopen(promise) ? { undo: 'promise' as const } : {};
  return { label: promise.state === 'kept' ? 'Kept' : 'Withdrawn', ...undo };
}

/** In the words of what the reader did; else of who has it now. */
async function endOfAsk({ store, reader }: Ended, id: number): Promise<HowItEnded | undefined> {
  const found = await askFor(store, reader.id, id);
  const own = found?.steps.findLast((step) => step.actorId === reader.id && step.step in ownSteps);
  if (own !== undefined) return { label: ownSteps[own.step] ?? 'Answered' };
  const ask = found?.ask ?? (await findAsk(store, id));
  if (ask === undefined) return { label: 'Removed' };
  const isUnsettled = ask.state === 'open' || ask.state === 'taken';
  if (isUnsettled && ask.holderId !== reader.id)
    return { label: `With ${await shortNameOf(store, reader.id, ask.holderId)} now` };
  if (ask.state === 'withdrawn') return { label: `Withdrawn by ${await shortNameOf(store, reader.id, ask.repId)}` };
  return isUnsettled ? undefined : { label: 'Answered' };
}

const ownSteps: Readonly<Partial<Record<AskStepKind, string>>> = {
  taken: 'Taken',
  granted: 'Granted',
  declined: 'Declined',
  done: 'Done',
  handed: 'With your lead now',
};

async function endOfAssignment({ store, today }: Ended, id: number): Promise<HowItEnded | undefined> {
  const assignment = await findAssignment(store, id);
  if (assignment === undefined) return { label: 'Removed' };
  if (assignment.state !== 'open') return undefined;
  return assignment.dueOn > today ? { label: `Moved to ${formatDay(assignment.dueOn, today)}` } : undefined;
}

async function endOfIdea({ store }: Ended, id: number): Promise<HowItEnded | undefined> {
  const idea = await findIdea(store, id);
  if (idea === undefined) return { label: 'Removed' };
  if (idea.creditedOn !== null) return { label: 'Credited', undo: 'idea' };
  return idea.usedOn === null ? { label: 'Not used' } : undefined;
}

/** Whom it was about is somebody else's by now, or has left. */
async function whoIsGone({ store, reader, nudge, behaviour }: Ended): Promise<string | undefined> {
  if (nudge.repId === null) return undefined;
  const person = await findPerson(store, nudge.repId);
  const name = await shortNameOf(store, reader.id, nudge.repId);
  if (person === undefined || person.leftOn !== null) return `${name} has left`;
  const managerId = await managerIdOf(store, person.id);
  const isTheirs =
    managerId === reader.id ||
    (behaviour?.about === 'rep-of-manager' &&
      managerId !== undefined &&
      (await managerIdOf(store, managerId)) === reader.id);
  return isTheirs ? undefined : `${name} is with someone else now`;
}

async function whatHappened({ store, reader, nudge, behaviour }: Ended): Promise<string> {
  const from = batchOf(nudge.batch).on;
  if (await wasLogged(store, reader, nudge)) return 'Already done';
  if (thingOf(nudge)?.kind === 'assignment') return 'Looked again';
  if (nudge.dealId !== null || nudge.evidence.record?.kind === 'deal') {
    const deal = await findDeal(store, nudge.dealId ?? nudge.evidence.record?.id ?? 0);
    if (deal !== undefined && nudge.dealId !== null) {
      if (deal.status !== 'open') return deal.status === 'won' ? 'Won' : 'Lost';
      if ((deal.lastActivityOn ?? '') >= from) return 'Moving again';
    }
  }
  return behaviour?.passes === true ? 'Too late now' : 'No longer due';
}

/** Was the act logged since it was asked for, whoever did? */
async function wasLogged(store: Store, reader: Person, nudge: Nudge): Promise<boolean> {
  const about = nudge.repId === null ? { managerId: reader.id } : { repId: nudge.repId };
  const entries = await interactionsBetween(store, { ...about, limit: mostEntries });
  return entries.some(
    ({ behaviour, loggedAt, dealId }) =>
      behaviour === nudge.behaviour &&
      loggedAt >= nudge.createdAt &&
      (nudge.dealId === null || nudge.dealId === dealId),
  );
}
