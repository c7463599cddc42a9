/** Every kind of entry: what is filled in stands in the database, and in the form in which it is corrected. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { correctInteraction, removeInteraction } from '../../src/acts/correct-interaction.ts';
import { logInteraction } from '../../src/acts/log-interaction.ts';
import type { Field } from '../../src/behaviours/field.ts';
import type { Behaviour } from '../../src/behaviours/behaviour.ts';
import { behaviours } from '../../src/behaviours/index.ts';
import { validateView } from '@firstline/slack-sandbox/blocks';
import type { Json } from '@firstline/slack-sandbox';
import { loadLogForm } from '../../src/slack/loading/log-form-data.ts';
import { changedLogForm, readLogForm } from '../../src/slack/opening/log-form.ts';
import { logFormView } from '../../src/slack/views/log/log-form.ts';
import { openCycle } from '../../src/store/cycles.ts';
import { saveDeal } from '../../src/store/deals.ts';
import { addGoal } from '../../src/store/goals.ts';
import { addIdea } from '../../src/store/ideas.ts';
import { findInteraction, readTexts } from '../../src/store/interactions.ts';
import type { Person } from '../../src/store/people.ts';
import { addPromise, promisesOf } from '../../src/store/promises.ts';
import { fillEverything, standing, submitted } from '../helpers/forms.ts';
import type { Filled } from '../helpers/forms.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';
import { publishPulse } from '../helpers/pulses.ts';

const today = '2026-11-23';
const later = '2026-12-01';
const tables = ['promise', 'cycle', 'assignment', 'expectation', 'idea', 'skillNote', 'confidence', 'praise'] as const;

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  const { store } = office;
  const { dana, priya, sam } = office.people;
  const now = office.context.clock();
  const made = { madeOn: '2026-11-02', dueOn: today } as const;
  await addPromise(store, { managerId: dana.id, repId: priya.id, text: 'Send the references', ...made }, now);
  const agreed = { gap: 'Talks too early', rootCause: 'skill', assignment: 'Wait for the answer' } as const;
  const days = { openedOn: '2026-11-02', dueOn: '2026-11-20' } as const;
  await openCycle(store, { managerId: dana.id, repId: priya.id, ...agreed, ...days }, now);
  await addIdea(store, { repId: priya.id, text: 'Open with their numbers', heardOn: '2026-11-02' }, now);
  await addGoal(store, { repId: priya.id, authorId: priya.id, text: 'Lead a team', on: '2026-11-02' }, now);
  await publishPulse(store, dana, [priya, sam], { openedOn: '2026-11-10', closedOn: '2026-11-17' });
  const deal = {
    externalId: 'D1',
    name: 'Renewal',
    account: 'Northwind',
    stage: 'Proposal',
    amount: 1,
    currency: 'EUR',
  };
  const dates = { openedOn: null, lastActivityOn: null, closeOn: null };
  await saveDeal(store, { ...deal, ...dates, ownerId: priya.id, status: 'open' }, now);
});
afterEach(() => office.close());

/** Who logs this kind about whom. */
function sides({ about }: Behaviour): { acting: Person; rep: Person | undefined } {
  const { lee, dana, priya } = office.people;
  switch (about) {
    case 'rep':
      return { acting: dana, rep: priya };
    case 'team':
      return { acting: dana, rep: undefined };
    case 'manager':
      return { acting: lee, rep: dana };
    case 'rep-of-manager':
      return { acting: lee, rep: priya };
  }
}

/** What calls for every field that there can be. */
const callingForAll: Readonly<Record<string, Filled>> = {
  'blocked-deal': { obstacle: 'company' },
  'keep-promise': { outcome: 'moved' },
  'ask-their-plan': { earlierIdeaNow: 'used' },
};

/** With More pressed, and with the fields for which a choice calls. */
async function openForm(behaviour: Behaviour) {
  const { acting, rep } = sides(behaviour);
  const opening = { behaviour: behaviour.id, ...(rep === undefined ? {} : { rep: rep.id }) };
  const short = logFormView(await loadLogForm(office.context, acting, opening));
  const open = await changedLogForm(office.context, acting, submitted(short, standing(short)), true);
  const chosen = fillEverything(open, later, callingForAll[behaviour.id]);
  const view = await changedLogForm(office.context, acting, submitted(open, chosen));
  for (const one of [short, open, view])
    expect(validateView(JSON.parse(JSON.stringify(one)) as Json, 'modal')).toEqual([]);
  return { acting, rep, view };
}

let forms = 0;
async function save(behaviour: Behaviour, given: Filled = {}) {
  const { acting, rep, view } = await openForm(behaviour);
  const filled = fillEverything(view, later, { ...callingForAll[behaviour.id], ...given });
  const { entry } = readLogForm(office.context, submitted(view, filled));
  forms += 1;
  const { interactionId = 0 } = await logInteraction(office.context, acting, { entry, once: `view:every-${forms}` });
  return { acting, rep, filled, entry, interactionId };
}

function pick(values: Filled, ids: readonly string[]): Filled {
  return Object.fromEntries(ids.map((id) => [id, values[id]]));
}

/** Its words are in a record and not in the entry. */
function isOnRecord(field: Field): boolean {
  return field.kind === 'text' && field.keptInRecord !== undefined;
}

async function counts(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of tables)
    found[table] = (await office.store.database.selectFrom(table).select('id').execute()).length;
  return found;
}

describe.each(behaviours.map((behaviour) => [behaviour.id, behaviour] as const))('%s', (id, behaviour) => {
  test('with every field filled in: the entry and its records are in the database', async () => {
    const { acting, rep, filled, interactionId } = await save(behaviour);
    expect(await findInteraction(office.store, interactionId)).toMatchObject({
      behaviour: id,
      managerId: acting.id,
      repId: rep?.id ?? null,
      happenedOn: today,
      minutes: behaviour.isWithoutTime === true ? null : 45,
      shared: (filled['shared'] ?? []).includes('yes'),
    });
    const entry = await findInteraction(office.store, interactionId);
    const texts = await readTexts(office.store, interactionId);
    const stored: Filled = Object.fromEntries(
      behaviour.form.map((field) => {
        if (field.kind === 'deal') return [field.id, String(entry?.dealId)];
        return [field.id, field.kind === 'text' ? texts[field.id] : (entry?.details[field.id] as Filled[string])];
      }),
    );
    const inEntry = behaviour.form.filter((field) => !isOnRecord(field)).map((field) => field.id);
    expect(inEntry.filter((fieldId) => filled[fieldId] === undefined)).toEqual([]);
    expect(pick(stored, inEntry)).toEqual(pick(filled, inEntry));
    const made = await counts();
    const promises = await promisesOf(office.store, { managerId: acting.id, limit: 50 });
    const fresh = promises.filter(({ text }) => text === 'Words for promise');
    const toTheTeam = id === 'trust-pulse' ? 2 : 0;
    expect(made['promise']).toBe(behaviour.about === 'rep' ? 2 : 1 + toTheTeam);
    expect(fresh).toMatchObject(
      behaviour.about === 'rep' ? [{ repId: rep?.id, madeOn: today, dueOn: later, state: 'open' }] : [],
    );
  });

  test('the form in which it is corrected shows all of it again, and saving that changes nothing', async () => {
    const { acting, filled, interactionId } = await save(behaviour);
    const before = await counts();
    const view = logFormView(await loadLogForm(office.context, acting, { interaction: interactionId }));
    const shown = standing(view);
    const common = ['happenedOn', 'minutes', 'promise', 'promiseBy', 'shared'];
    const all = [...behaviour.form.map((field) => field.id), ...common];
    expect(pick(shown, all)).toEqual(pick(filled, all));
    const { entry } = readLogForm(office.context, submitted(view, shown));
    await correctInteraction(office.context, acting, { interactionId, entry, once: 'view:correct' });
    expect(await counts()).toEqual(before);
  });

  test('deleted, it takes along what it put on record', async () => {
    const before = await counts();
    const { acting, interactionId } = await save(behaviour);
    await removeInteraction(office.context, acting, interactionId);
    expect(await counts()).toEqual(before);
    const [promise] = await promisesOf(office.store, { repId: office.people.priya.id, limit: 1 });
    expect(promise).toMatchObject({ state: 'open', dueOn: today });
  });
});
