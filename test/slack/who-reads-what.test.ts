/**
 * What a form says above a field is what comes of it: each kind is logged with a word of its own in every field, once as it is and once
 * shared, and all that whom it is about can see is searched for it. And nothing there is in the words of the manager's form.
 */
import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shareNote } from '../../src/acts/share-note.ts';
import { logInteraction } from '../../src/acts/log-interaction.ts';
import type { Behaviour } from '../../src/behaviours/behaviour.ts';
import { behaviours } from '../../src/behaviours/index.ts';
import { fieldOf } from '../../src/slack/kit/form.ts';
import { loadHome } from '../../src/slack/loading/home-data.ts';
import { loadLogForm } from '../../src/slack/loading/log-form-data.ts';
import { changedLogForm, readLogForm } from '../../src/slack/opening/log-form.ts';
import { loadLogList, loadNote } from '../../src/slack/loading/log-list.ts';
import { loadPersonView } from '../../src/slack/loading/person-data.ts';
import { messageKinds } from '../../src/slack/messages/index.ts';
import { loadRepRecap } from '../../src/slack/loading/rep-recap-data.ts';
import { askForm } from '../../src/slack/views/ask/ask-form.ts';
import { commentForm, goalForm, promiseForm } from '../../src/slack/views/log/development-forms.ts';
import { homeView } from '../../src/slack/views/home/home.ts';
import { logFormView } from '../../src/slack/views/log/log-form.ts';
import { noteReplyForm } from '../../src/slack/views/log/note-reply.ts';
import { repRecapMessage } from '../../src/slack/views/recap/rep-recap.ts';
import { openCycle } from '../../src/store/cycles.ts';
import { addIdea } from '../../src/store/ideas.ts';
import { interactionsBetween } from '../../src/store/interactions.ts';
import type { Person } from '../../src/store/people.ts';
import { addPromise } from '../../src/store/promises.ts';
import { fillEverything, standing, submitted } from '../helpers/forms.ts';
import type { Filled } from '../helpers/forms.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';
import { publishPulse } from '../helpers/pulses.ts';

const later = '2026-12-01';
/** What a choice has to be for a text to be asked for or kept. */
const callingForAll: Readonly<Record<string, Filled>> = {
  'ask-their-plan': { earlierIdeaNow: 'used' },
  recognition: { where: 'private' },
};

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  const { store } = office;
  const { dana, priya, sam } = office.people;
  const now = office.context.clock();
  await addPromise(
    store,
    { managerId: dana.id, repId: priya.id, text: 'Send the references', madeOn: '2026-11-02', dueOn: '2026-11-23' },
    now,
  );
  const agreed = { gap: 'Talks too early', rootCause: 'skill', assignment: 'Wait for the answer' } as const;
  const days = { openedOn: '2026-11-02', dueOn: '2026-11-20' } as const;
  await openCycle(store, { managerId: dana.id, repId: priya.id, ...agreed, ...days }, now);
  await addIdea(store, { repId: priya.id, text: 'Open with their numbers', heardOn: '2026-11-02' }, now);
  await publishPulse(store, dana, [priya, sam], { openedOn: '2026-11-10', closedOn: '2026-11-17' });
});
afterEach(() => office.close());

/** Who logs this kind about whom; and who reads it on the other side. */
function sides({ about }: Behaviour): { acting: Person; rep: Person | undefined; other: Person } {
  const { lee, dana, priya } = office.people;
  if (about === 'team') return { acting: dana, rep: undefined, other: priya };
  if (about === 'manager') return { acting: lee, rep: dana, other: dana };
  return { acting: about === 'rep' ? dana : lee, rep: priya, other: priya };
}

const markerOf = (field: string) => `Zebra${field}Quagga`;

/** Logs it with a word of its own in every text. @returns the form as it was sent */
async function log(behaviour: Behaviour, shared: boolean) {
  const { context } = office;
  const { acting, rep } = sides(behaviour);
  const opening = { behaviour: behaviour.id, only: true as const, ...(rep === undefined ? {} : { rep: rep.id }) };
  const short = logFormView(await loadLogForm(context, acting, opening));
  const open = await changedLogForm(context, acting, submitted(short, standing(short)), true);
  const markers = Object.fromEntries(
    [...behaviour.form.filter(({ kind }) => kind === 'text').map(({ id }) => id), 'promise'].map((id) => [
      id,
      markerOf(id),
    ]),
  );
  const given = { ...markers, ...callingForAll[behaviour.id], shared: shared ? ['yes'] : [] };
  const called = await changedLogForm(context, acting, submitted(open, fillEverything(open, later, given)));
  const filled = fillEverything(called, later, given);
  const sent = await changedLogForm(context, acting, submitted(called, filled));
  const { entry } = readLogForm(context, submitted(sent, filled));
  await logInteraction(context, acting, { entry, once: 'view:1' });
  return sent;
}

/** Everything of Slack that this person can get to see, as one text. */
async function allThatIsSeenBy(person: Person): Promise<string> {
  const { context, store } = office;
  const now = context.clock();
  const seen: unknown[] = [homeView(await loadHome(context, person, 0))];
  for (const { kind, recipientId, subject } of await office.outbox()) {
    if (recipientId !== person.id) continue;
    const message = messageKinds.find((one) => one.kind === kind);
    seen.push(await message?.render(context, subject, person, now));
  }
  seen.push(await loadLogList(context, person, { about: 'me', page: 0 }));
  for (const { id } of await interactionsBetween(store, { repId: person.id, limit: 50 }))
    seen.push(await loadNote(context, person, id).catch(() => 'nothing to read'));
  const recap = await loadRepRecap(context, person, '2026-11', now);
  if (recap !== undefined) seen.push(repRecapMessage(recap));
  return JSON.stringify(seen);
}

/** What stands in a list for whom it is about. */
function headingOf(behaviour: Behaviour): string {
  return (behaviour.forRep?.heading ?? `*${behaviour.name}*`).replace('{name}', sides(behaviour).acting.name);
}

function labelsOf(view: ModalView): Map<string, string> {
  return new Map(
    view.blocks.flatMap((block): [string, string][] =>
      block.type === 'input' && 'label' in block ? [[fieldOf(block.block_id ?? ''), block.label.text]] : [],
    ),
  );
}

describe.each(behaviours.map((behaviour) => [behaviour.id, behaviour] as const))('%s', (_id, behaviour) => {
  test.each([[false], [true]])('says above every field who reads it, and that is so; shared: %s', async (shared) => {
    const view = await log(behaviour, shared);
    const { other } = sides(behaviour);
    const labels = labelsOf(view);
    const textIds = behaviour.form.flatMap(({ id, kind }) => (kind === 'text' ? [id] : []));
    const seen = await allThatIsSeenBy(other);
    const asked = [...labels].filter(([id]) => id !== 'shared');
    for (const [, label] of asked)
      expect(label).toMatch(/ · (?:Only you|(?:\w+|Your team) reads this(?: if you share it)?)$/u);
    const written = asked.filter(([id]) => id === 'promise' || textIds.includes(id));
    expect(written.map(([id]) => [id, seen.includes(markerOf(id))])).toEqual(
      written.map(([id, label]) => [id, label.endsWith('reads this')]),
    );
    const texts = behaviour.form.filter(({ kind, reader }) => kind === 'text' && reader !== 'author');
    expect(texts.filter(({ id }) => !labels.has(id))).toEqual([]);
  });

  test('whom it is about reads nothing in the words of the form', async () => {
    await log(behaviour, true);
    const { other } = sides(behaviour);
    const seen = await allThatIsSeenBy(other);
    const forThem = behaviour.form.flatMap((field) => (field.kind === 'text' && field.forRep ? [field.forRep] : []));
    const labels = behaviour.form.map(({ label }) => label).filter((label) => !forThem.includes(label));
    const inFormsWords = labels.filter((label) => seen.includes(`"${label}"`) || seen.includes(`*${label}*`));
    expect(inFormsWords).toEqual([]);
    expect(seen).not.toContain('{name}');
    expect(seen.includes(headingOf(behaviour))).toBe(behaviour.forRep !== null && behaviour.about !== 'team');
  });
});

test('what a manager takes for the cause is theirs alone', async () => {
  const { context, people } = office;
  await log(behaviours.find(({ id }) => id === 'development-gap') as Behaviour, true);
  const seen = await allThatIsSeenBy(people.priya);
  expect(seen).toContain(markerOf('gap'));
  expect(seen).not.toMatch(/cause|nobody said it|daring|Where it comes from/iu);
  const own = JSON.stringify(await loadPersonView(context, people.dana, people.priya.id, 0));
  expect(own).toContain('Your view of the cause: no one made it clear. Only you can see this.');
});

test('a note that only its author reads is neither shown nor counted to whom it is about; shared, it is both', async () => {
  const { context, people } = office;
  const note = behaviours.find(({ id }) => id === 'coaching-note') as Behaviour;
  await log(note, false);
  const before = await allThatIsSeenBy(people.priya);
  expect(before).not.toContain('Note from');
  expect((await loadRepRecap(context, people.priya, '2026-11', context.clock()))?.took).toEqual([]);
  const { dana } = people;
  const [entry] = await interactionsBetween(office.store, { managerId: dana.id, limit: 1 });
  await shareNote(context, dana, entry?.id ?? 0);
  expect(await allThatIsSeenBy(people.priya)).toContain('Note from Dana');
  expect((await loadRepRecap(context, people.priya, '2026-11', context.clock()))?.took).toEqual([
    { noun: 'note for you', count: 1, days: ['2026-11-23'] },
  ]);
});

test('a ticked box over an empty field shares nothing', async () => {
  const { context, people, store } = office;
  const opening = { behaviour: 'ride-along', only: true as const, rep: people.priya.id };
  const view = logFormView(await loadLogForm(context, people.dana, opening));
  expect(standing(view)['shared']).toEqual(['yes']);
  const { entry } = readLogForm(context, submitted(view, standing(view)));
  await logInteraction(context, people.dana, { entry, once: 'view:1' });
  expect(await interactionsBetween(store, { managerId: people.dana.id, limit: 1 })).toMatchObject([{ shared: false }]);
  expect((await office.outbox()).map(({ kind }) => kind)).not.toContain('note-shared');
});

test('every other form says above its words who reads them', () => {
  const rep = { id: 3, name: 'Priya Nair' };
  const forms: readonly [string, ModalView][] = [
    ['Your comment · Dana Osei reads this', commentForm({ cycle: 1, gap: 'Talks early', otherName: 'Dana Osei' })],
    ['What do you want from this job? · Dana Osei reads this', goalForm({ goal: undefined, managerName: 'Dana Osei' })],
    ['What will you do? · Priya Nair reads this', promiseForm({ rep, dueOn: later })],
    ['Your reply · Dana reads this', noteReplyForm({ interaction: 1, about: 'Check-in', authorShortName: 'Dana' })],
    [
      'What do you need? · Dana reads this',
      askForm({
        managerName: 'Dana Osei',
        deals: [],
        currencies: [],
        kind: 'help',
        typed: {},
        today: '2026-11-23',
        more: false,
      }),
    ],
  ];
  for (const [label, view] of forms) expect([...labelsOf(view).values()]).toContain(label);
});
