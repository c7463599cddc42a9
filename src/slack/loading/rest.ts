/** What else is due for somebody, beyond what they were asked already: loaded with what it is about, for their eyes. */
import type { ModalView } from '@slack/types';
import type { Due } from '../../behaviours/behaviour.ts';
import type { Context } from '../../context.ts';
import { subjectOf } from '../../leading/nudge.ts';
import { thingOf } from '../../leading/nudge-subject.ts';
import { everythingDue } from '../../leading/weekly-plan.ts';
import type { PlanInput } from '../../leading/weekly-plan.ts';
import { openNudges } from '../../store/nudges.ts';
import { findPeople } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { loadPlanning } from '../../store/plan-input.ts';
import { shortNamesForReader } from '../../store/short-names.ts';
import { subjectFor } from './nudge-subject.ts';
import { everythingElseView, restOnAPage } from '../views/nudge/everything-else.ts';
import type { ShownDue } from '../views/nudge/everything-else.ts';

/** In order of need; what stands open in a message isn't said twice, and asks and promises have places of their own. */
export async function restOf(context: Pick<Context, 'store'>, person: Person, input: PlanInput): Promise<Due[]> {
  const said = new Set((await openNudges(context.store, [person.id])).map(subjectOf));
  return everythingDue(input).filter((due) => {
    const thing = thingOf(due)?.kind;
    return thing !== 'ask' && thing !== 'promise' && !said.has(subjectOf(due));
  });
}

/** Ready to be drawn, with the words that this reader may read. */
export async function showDues(store: Context['store'], reader: Person, dues: readonly Due[]): Promise<ShownDue[]> {
  const people = await findPeople(store, [...new Set(dues.flatMap(({ repId }) => repId ?? []))]);
  const byId = new Map(people.map((person) => [person.id, person]));
  const shortNameOf = await shortNamesForReader(store, reader.id);
  const shown: ShownDue[] = [];
  for (const due of dues) {
    const person = due.repId === null ? undefined : byId.get(due.repId);
    shown.push({
      behaviour: due.behaviour,
      words: due.words,
      subject: await subjectFor(store, reader, due),
      thing: thingOf(due),
      about: person && { id: person.id, name: person.name, shortName: shortNameOf(person.name) },
      sentence: due.evidence.sentence,
    });
  }
  return shown;
}

/** @param page from 0; the last one where there are fewer */
export async function loadRestView(context: Context, person: Person, page: number): Promise<ModalView> {
  const planning = await loadPlanning(context.store, context.behaviours, [person.id], context.clock());
  const isLeader = planning.facts.leaderIds.includes(person.id);
  const rest = isLeader ? await restOf(context, person, await planning.inputOf(person.id)) : [];
  const pages = Math.max(1, Math.ceil(rest.length / restOnAPage));
  const shown = Math.min(Math.max(0, page), pages - 1);
  const onPage = rest.slice(shown * restOnAPage, (shown + 1) * restOnAPage);
  return everythingElseView({ rows: await showDues(context.store, person, onPage), page: shown, pages });
}
