/** Writes what everybody works on: the gap, the assignments, and what was seen of them. */
import type { CycleId } from '../behaviours/ids.ts';
import { addConsequence } from '../store/consequences.ts';
import { addAssignment, addCycleComment, findCycle, openCycle, settleAssignment } from '../store/cycles.ts';
import { instantOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { gaps } from './cycle-words.ts';
import type { GapWords } from './cycle-words.ts';
import { cycles, dayToCome } from './cycles.ts';
import type { DemoCycle } from './cycles.ts';
import { workdayBefore } from './days.ts';
import { addEntry } from './entries.ts';
import { idOf, personOf } from './filling.ts';
import type { Filling } from './filling.ts';
import type { DemoPerson } from './people.ts';

/** A cycle on its way, with the assignment that is open. */
interface Going {
  readonly filling: Filling;
  readonly manager: DemoPerson;
  readonly rep: DemoPerson;
  readonly words: GapWords;
  readonly cycleId: CycleId;
  readonly assignment: number;
  readonly at: (day: LocalDate) => Date;
}

export async function addCycles(filling: Filling): Promise<void> {
  for (const [handle, cycle] of Object.entries(cycles)) await addCycle(filling, personOf(handle), cycle);
}

async function addCycle(filling: Filling, rep: DemoPerson, cycle: DemoCycle): Promise<void> {
  const { store, ids, dayOf } = filling;
  const manager = personOf(rep.manager ?? '');
  const words = gaps[cycle.gap];
  if (words === undefined) throw new Error(`No gap ${cycle.gap}`);
  const today = dayOf(manager.handle);
  const openedOn = workdayBefore(today, cycle.openedAgo);
  const looks = (cycle.seen ?? []).map(({ ago, state }) => ({ on: workdayBefore(today, ago), state }));
  const last = cycle.next === undefined ? [] : [dayToCome(today, cycle.next)];
  const days = [...looks.map(({ on }) => on), ...last];

  let going = await open({ filling, manager, rep, words }, openedOn, days[0] ?? openedOn);
  for (const [index, look] of looks.entries())
    going = await lookAgain(going, look, { index, before: looks[index - 1]?.on ?? null, nextOn: days[index + 1] });
  if (cycle.hasComment !== true) return;
  const comment = { cycleId: going.cycleId, authorId: idOf(ids, rep.handle), text: words.comment };
  await addCycleComment(store, comment, going.at(looks.at(-1)?.on ?? openedOn));
}

async function open(
  given: Pick<Going, 'filling' | 'manager' | 'rep' | 'words'>,
  openedOn: LocalDate,
  dueOn: LocalDate,
): Promise<Going> {
  const { filling, manager, rep, words } = given;
  const { store, ids } = filling;
  const at = (day: LocalDate) => instantOf(day, '16:30', manager.timeZone);
  const { gap, rootCause, assignments } = words;
  const interactionId = await addEntry(filling, manager, {
    behaviour: 'development-gap',
    rep: rep.handle,
    happenedOn: openedOn,
    minutes: 45,
    details: { rootCause, assignmentBy: dueOn },
    texts: {},
    shared: false,
  });
  const agreed = {
    managerId: idOf(ids, manager.handle),
    repId: idOf(ids, rep.handle),
    gap,
    rootCause,
    openedOn,
    dueOn,
  };
  const cycleId = await openCycle(store, { ...agreed, assignment: assignments[0] }, at(openedOn));
  const assignment = (await findCycle(store, cycleId))?.assignments[0]?.id ?? 0;
  const opened = { interactionId, kind: 'open-cycle', recordId: cycleId, remembered: { assignment } } as const;
  await addConsequence(store, opened, at(openedOn));
  return { ...given, cycleId, assignment, at };
}

/** Watches again: with a next day there is a next assignment, without one the gap is closed. */
async function lookAgain(
  going: Going,
  { on, state }: { on: LocalDate; state: 'improved' | 'repeated' | 'missed' },
  { index, before, nextOn }: { index: number; before: LocalDate | null; nextOn: LocalDate | undefined },
): Promise<Going> {
  const { filling, manager, rep, words, cycleId, assignment, at } = going;
  const { store } = filling;
  const closesCycle = nextOn === undefined;
  const interactionId = await addEntry(filling, manager, {
    behaviour: 'evaluate-assignment',
    rep: rep.handle,
    happenedOn: on,
    minutes: 45,
    details: { assignmentSeen: String(assignment), result: closesCycle ? 'closed' : state },
    texts: { saw: state === 'missed' ? 'No call for it that week. We’ll try again.' : words.seen },
    shared: false,
  });
  await settleAssignment(store, { id: assignment, cycleId, state, on, closesCycle });
  const [first, second, third] = words.assignments;
  const text = state === 'missed' ? first : index === 0 ? second : third;
  const next = closesCycle ? null : await addAssignment(store, { cycleId, text, agreedOn: on, dueOn: nextOn }, at(on));
  const remembered = { cycle: cycleId, next, evaluatedOn: before };
  const seen = { interactionId, kind: 'evaluate-assignment', recordId: assignment, remembered } as const;
  await addConsequence(store, seen, at(on));
  return { ...going, assignment: next ?? assignment };
}
