/** Writes the talks that come round slowly, with what they put on record: goals, expectations, and how sure a rep is. */
import type { ConfidenceTopic, Detail } from '../behaviours/facts.ts';
import type { InteractionId } from '../behaviours/ids.ts';
import { addConsequence } from '../store/consequences.ts';
import { acknowledgeExpectation, addExpectation } from '../store/expectations.ts';
import { addGoal, revisitGoals } from '../store/goals.ts';
import type { Texts } from '../store/interactions.ts';
import { answerConfidence, askConfidence } from '../store/skills.ts';
import { instantOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { dayAtWork, workdayAfter, workdayBefore } from './days.ts';
import { addEntry } from './entries.ts';
import { idOf } from './filling.ts';
import type { Filling } from './filling.ts';
import { expectations, goals } from './goal-words.ts';
import { dealer } from './history.ts';
import { people, reportsTo } from './people.ts';
import type { DemoPerson } from './people.ts';
import { vacations } from './profiles.ts';
import { agesOf, slowRhythms } from './rhythms.ts';
import type { SlowKind } from './rhythms.ts';
import {
  briefQuestions,
  careerTalks,
  connectWords,
  goalTalks,
  heardBySkip,
  plansAskedFor,
  wishes,
} from './talk-words.ts';

interface Said {
  readonly texts: Texts;
  readonly details?: Readonly<Record<string, Detail>>;
}
type Words = Readonly<Record<SlowKind, () => Said>>;

const kindsOfManager = [
  'connect',
  'make-job-easier',
  'ask-their-plan',
  'grow-career',
  'strategy-brief',
  'personal-goals',
  'set-standards',
] as const satisfies readonly SlowKind[];
const topics: readonly ConfidenceTopic[] = ['how-we-win', 'dream-clients', 'our-value'];
/** Not sure yet of one thing after the last brief. */
const unsure = 'sofia';
/** Younger expectations than this have not been confirmed. */
const unconfirmedDays = 5;

/** How long managers have had their own goals on record, in calendar days. */
const managersGoalsAge = 140;

export async function addTalks(filling: Filling): Promise<void> {
  for (const manager of people) {
    if (reportsTo(manager.handle).length > 0)
      await recordGoals(filling, manager, workdayBefore(filling.dayOf(manager.handle), managersGoalsAge), true);
    const words = wordsOf(filling);
    for (const rep of reportsTo(manager.handle).filter(({ handle }) => reportsTo(handle).length === 0)) {
      for (const kind of kindsOfManager) await addKind(filling, manager, rep, kind, words);
    }
    for (const rep of reportsTo(manager.handle).flatMap(({ handle }) => reportsTo(handle)))
      await addKind(filling, manager, rep, 'skip-level', words);
  }
}

/** Every manager has their own pack of words. */
function wordsOf({ chance }: Filling): Words {
  const said = (pack: readonly Texts[]) => {
    const deal = dealer(pack, chance);
    return (): Said => ({ texts: deal() });
  };
  const wish = dealer(wishes, chance);
  const standard = dealer(expectations, chance);
  return {
    connect: said(connectWords),
    'make-job-easier': () => {
      const { sort, ...texts } = wish();
      return { texts, details: { sort } };
    },
    'ask-their-plan': said(plansAskedFor),
    'grow-career': said(careerTalks),
    'strategy-brief': () => ({ ...said(briefQuestions)(), details: { topics, check: 'yes' } }),
    'personal-goals': said(goalTalks),
    'set-standards': () => ({ texts: { expectation: standard() } }),
    'skip-level': said(heardBySkip),
  };
}

async function addKind(
  filling: Filling,
  manager: DemoPerson,
  rep: DemoPerson,
  kind: SlowKind,
  words: Words,
): Promise<void> {
  const { chance, dayOf } = filling;
  const days = agesOf(kind, rep, chance)
    .map((age) => dayAtWork(dayOf(manager.handle), age, vacations[manager.handle]))
    .toReversed();
  for (const [index, happenedOn] of days.entries()) {
    const { texts, details = {} } = words[kind]();
    const { expectation, ...note } = named(texts, rep);
    const entry = { behaviour: kind, rep: rep.handle, happenedOn, details, texts: note, shared: false };
    const id = await addEntry(filling, manager, { ...entry, minutes: chance.pick(slowRhythms[kind].minutes) });
    if (kind === 'personal-goals') await recordGoals(filling, rep, happenedOn, index === 0);
    if (kind === 'set-standards') await recordExpectation(filling, manager, rep, id, happenedOn, expectation ?? '');
    if (kind === 'strategy-brief') await recordConfidence(filling, rep, id, happenedOn, index === days.length - 1);
  }
}

function named(texts: Texts, rep: DemoPerson): Texts {
  const name = rep.name.split(' ')[0] ?? rep.name;
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, text.replaceAll('{name}', name)]));
}

/** The rep wrote them down after the first talk; at the later ones both looked at them. */
async function recordGoals({ store, ids }: Filling, rep: DemoPerson, on: LocalDate, isFirst: boolean): Promise<void> {
  const repId = idOf(ids, rep.handle);
  if (!isFirst) return revisitGoals(store, repId, on);
  for (const text of goals[rep.handle] ?? [])
    await addGoal(store, { repId, authorId: repId, text, on }, instantOf(on, '17:10', rep.timeZone));
}

async function recordExpectation(
  { store, ids, dayOf, chance }: Filling,
  manager: DemoPerson,
  rep: DemoPerson,
  interactionId: InteractionId,
  on: LocalDate,
  text: string,
): Promise<void> {
  const at = instantOf(on, '16:00', manager.timeZone);
  const stated = { managerId: idOf(ids, manager.handle), repId: idOf(ids, rep.handle), text, on };
  const id = await addExpectation(store, stated, at);
  await addConsequence(store, { interactionId, kind: 'state-expectation', recordId: id, remembered: {} }, at);
  const today = dayOf(rep.handle);
  if (on > workdayBefore(today, unconfirmedDays + 1)) return;
  await acknowledgeExpectation(store, id, workdayAfter(on, chance.between(0, 2)));
}

async function recordConfidence(
  { store, ids, chance }: Filling,
  rep: DemoPerson,
  interactionId: InteractionId,
  on: LocalDate,
  isNewest: boolean,
): Promise<void> {
  const repId = idOf(ids, rep.handle);
  await askConfidence(store, { repId, interactionId, topics }, instantOf(on, '17:30', rep.timeZone));
  for (const topic of topics) {
    const value = isNewest && rep.handle === unsure && topic === 'our-value' ? 2 : chance.pick([3, 4, 4, 5]);
    await answerConfidence(store, { repId, interactionId, topic, value, on });
  }
}
