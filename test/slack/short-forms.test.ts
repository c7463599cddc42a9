/** Every log form opens short: the question first, at most three things to fill in, the rest behind More with values to begin with. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Behaviour } from '../../src/behaviours/behaviour.ts';
import { behaviours } from '../../src/behaviours/index.ts';
import { askKinds, describeAskKind, idOfField } from '../../src/asks/index.ts';
import { logInteraction } from '../../src/acts/log-interaction.ts';
import { fieldOf } from '../../src/slack/kit/form.ts';
import { loadLogForm } from '../../src/slack/loading/log-form-data.ts';
import { changedLogForm, readLogForm } from '../../src/slack/opening/log-form.ts';
import { askForm } from '../../src/slack/views/ask/ask-form.ts';
import { logFormView } from '../../src/slack/views/log/log-form.ts';
import { cyclesOf, openCycle } from '../../src/store/cycles.ts';
import { addPromise } from '../../src/store/promises.ts';
import { offered, standing, submitted } from '../helpers/forms.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  const { store } = office;
  const { dana, priya } = office.people;
  const now = office.context.clock();
  const made = { madeOn: '2026-11-02', dueOn: '2026-11-23' } as const;
  await addPromise(store, { managerId: dana.id, repId: priya.id, text: 'Send the references', ...made }, now);
  const agreed = { gap: 'Talks too early', rootCause: 'will', assignment: 'Wait for the answer' } as const;
  const days = { openedOn: '2026-11-02', dueOn: '2026-11-20' } as const;
  await openCycle(store, { managerId: dana.id, repId: priya.id, ...agreed, ...days }, now);
});
afterEach(() => office.close());

function sides({ about }: Behaviour) {
  const { lee, dana, priya } = office.people;
  if (about === 'team') return { acting: dana, rep: undefined };
  if (about === 'manager') return { acting: lee, rep: dana };
  return { acting: about === 'rep' ? dana : lee, rep: priya };
}

async function open(behaviourId: string) {
  const behaviour = behaviours.find(({ id }) => id === behaviourId) as Behaviour;
  const { acting, rep } = sides(behaviour);
  const opening = { behaviour: behaviour.id, only: true as const, ...(rep === undefined ? {} : { rep: rep.id }) };
  return { behaviour, acting, view: logFormView(await loadLogForm(office.context, acting, opening)) };
}

function inputsOf({ blocks }: Awaited<ReturnType<typeof open>>['view']): string[] {
  return blocks.flatMap((block) => (block.type === 'input' ? [fieldOf(block.block_id ?? '')] : []));
}

describe.each(behaviours.map(({ id }) => [id] as const))('%s', (id) => {
  test('asks at most three things before More, and has the cursor in the first', async () => {
    const { behaviour, view } = await open(id);
    const inputs = inputsOf(view);
    expect(inputs.length).toBeGreaterThan(0);
    expect(inputs.length).toBeLessThanOrEqual(3);
    const focused = view.blocks.filter((block) => JSON.stringify(block).includes('"focus_on_load":true'));
    expect(focused.map(({ block_id: block }) => fieldOf(block ?? ''))).toEqual([inputs[0]]);
    expect(behaviour.form.map((field) => field.id)).toContain(inputs[0]);
  });

  test('what stands behind More may be left empty or has a value to begin with', async () => {
    const { behaviour, view } = await open(id);
    const given = (JSON.parse(view.private_metadata ?? '{}') as { given?: Record<string, string> }).given ?? {};
    const shown = inputsOf(view);
    const missing = behaviour.form.filter(
      (field) => field.optional !== true && field.kind !== 'deal' && !shown.includes(field.id) && !(field.id in given),
    );
    expect(missing.map((field) => field.id)).toEqual([]);
  });

  test('asks for minutes only where time was spent together', async () => {
    const { behaviour, acting, view } = await open(id);
    const more = await changedLogForm(office.context, acting, submitted(view, standing(view)), true);
    expect(inputsOf(more).includes('minutes')).toBe(behaviour.isWithoutTime !== true);
  });
});

test('a check-in is one question and a choice that has an answer; the rest is told in a line', async () => {
  const { view } = await open('check-in');
  expect(inputsOf(view)).toEqual(['heard', 'about', 'shared']);
  expect(JSON.stringify(view)).toContain('Today · 30 minutes');
});

test('looking again asks how it went and for one note; what is looked at is said', async () => {
  const { view } = await open('evaluate-assignment');
  expect(inputsOf(view)).toEqual(['result', 'saw', 'shared']);
  expect(offered(view, 'result')).toEqual(['closed', 'improved', 'repeated', 'missed']);
  expect(JSON.stringify(view)).toContain('*What did you look at?* Wait for the answer · for Nov 20');
});

test('a next step is asked for once there is one, isn’t saved without, and has a day', async () => {
  const { context, store } = office;
  const { acting, view } = await open('evaluate-assignment');
  const chosen = { ...standing(view), result: 'improved' };
  const stepped = await changedLogForm(context, acting, submitted(view, chosen));
  expect(inputsOf(stepped)).toEqual(['result', 'nextAssignment', 'saw', 'shared']);
  expect(JSON.stringify(stepped)).toContain('look again Mon, Dec 7');
  const without = readLogForm(context, submitted(stepped, { ...standing(stepped), result: 'improved' }));
  await expect(logInteraction(context, acting, { entry: without.entry, once: 'view:1' })).rejects.toMatchObject({
    field: 'nextAssignment',
    message: 'Write the next step, or choose how it went instead.',
  });
  const filled = { ...standing(stepped), result: 'improved', nextAssignment: 'Ask who else decides' };
  const { entry } = readLogForm(context, submitted(stepped, filled));
  await logInteraction(context, acting, { entry, once: 'view:2' });
  const [cycle] = await cyclesOf(store, office.people.priya.id);
  expect(cycle?.assignments).toMatchObject([
    { text: 'Ask who else decides', dueOn: '2026-12-07', state: 'open' },
    { text: 'Wait for the answer', state: 'improved' },
  ]);
});

test('words for a next step that is no longer called for stay to be copied', async () => {
  const { acting, view } = await open('evaluate-assignment');
  const stepped = await changedLogForm(
    office.context,
    acting,
    submitted(view, { ...standing(view), result: 'repeated' }),
  );
  const typed = { ...standing(stepped), result: 'closed', nextAssignment: 'Ask who else decides' };
  const closed = await changedLogForm(office.context, acting, submitted(stepped, typed));
  expect(inputsOf(closed)).toEqual(['result', 'saw', 'shared']);
  expect(JSON.stringify(closed)).toContain('Ask who else decides');
});

test('a promise that moves needs its new day', async () => {
  const { acting, view } = await open('keep-promise');
  expect(inputsOf(view)).toEqual(['outcome']);
  expect(JSON.stringify(view)).toContain('*Which promise?* Send the references · by Nov 23');
  const moved = await changedLogForm(office.context, acting, submitted(view, { ...standing(view), outcome: 'moved' }));
  const { entry } = readLogForm(office.context, submitted(moved, { ...standing(moved), outcome: 'moved' }));
  await expect(logInteraction(office.context, acting, { entry, once: 'view:1' })).rejects.toMatchObject({
    field: 'movedTo',
    message: 'Choose the new day.',
  });
});

/** The form with More pressed and filled in, after another kind was chosen. */
async function changed(typed: Record<string, string>, from: string, to: string) {
  const { context, people } = office;
  const opening = { behaviour: from, rep: people.priya.id };
  const first = logFormView(await loadLogForm(context, people.dana, opening));
  const more = await changedLogForm(context, people.dana, submitted(first, standing(first)), true);
  const filled = { ...standing(more), ...typed, behaviour: to };
  return changedLogForm(context, people.dana, submitted(more, filled));
}

describe('changing the kind', () => {
  test('changes the minutes to the usual ones of that kind, in a field that Slack begins anew', async () => {
    const view = await changed({}, 'ride-along', 'check-in');
    expect(standing(view)['minutes']).toBe('30');
    const blocks = view.blocks.map(({ block_id: id }) => id);
    expect(blocks).toContain('minutes~check-in');
    expect(blocks).not.toContain('minutes~ride-along');
  });

  test('keeps minutes that a person typed', async () => {
    expect(standing(await changed({ minutes: '75' }, 'ride-along', 'check-in'))['minutes']).toBe('75');
  });

  test('proposes to share what was noticed on a ride-along, but not what was typed before that was chosen', async () => {
    expect(standing(await changed({}, 'check-in', 'ride-along'))['shared']).toEqual(['yes']);
    const typed = await changed({ heard: 'I doubt that they like it here' }, 'check-in', 'ride-along');
    expect(standing(typed)).toMatchObject({ saw: 'I doubt that they like it here', shared: undefined });
  });
});

test('only kinds that somebody writes down by hand are offered, the usual ones first', async () => {
  const { context, people } = office;
  const view = logFormView(await loadLogForm(context, people.dana, { behaviour: 'coaching-note' }));
  const kinds = offered(view, 'behaviour');
  expect(kinds.slice(0, 3)).toEqual(['check-in', 'coaching-note', 'ride-along']);
  for (const id of ['trust-pulse', 'time-balance', 'reflection', 'answer-ask', 'blocked-deal', 'keep-promise'])
    expect(kinds).not.toContain(id);
  expect(kinds).not.toContain('even-attention');
  expect(JSON.stringify(view)).toContain('Time outside work');
});

test.each(behaviours.map((behaviour) => [behaviour.asLogged] as const))('“%s” fits a title', (asLogged) => {
  expect(asLogged.length).toBeLessThanOrEqual(24);
});

test.each(askKinds)('an ask (%s) opens with three fields at most, and More has all that fits it', (kind) => {
  const ask = {
    managerName: 'Dana Osei',
    deals: [{ id: 1, label: 'Northwind' }],
    currencies: ['USD'],
    kind,
    typed: {},
  };
  const inputs = (more: boolean) =>
    askForm({ ...ask, today: '2026-11-23', more }).blocks.filter(({ type }) => type === 'input');
  expect(inputs(false).map(({ block_id: id }) => id)[0]).toBe('text');
  expect(inputs(false).length).toBeLessThanOrEqual(3);
  const all = inputs(true).map(({ block_id: id }) => id);
  expect(all).toEqual(expect.arrayContaining(describeAskKind(kind).fields.map(idOfField)));
});
