import { fc } from '../../helpers/fast-check.ts';
import { describe, expect, test } from 'vitest';
import type { KnownBlock } from '@slack/types';
import type { Detail } from '../../../src/behaviours/facts.ts';
import type { Field } from '../../../src/behaviours/field.ts';
import type { Json } from '@firstline/slack-sandbox';
import { validateView } from '@firstline/slack-sandbox/blocks';
import { fieldBlocks, readFields, typedValues } from '../../../src/slack/kit/form.ts';
import type { FormChoices, FormValues, NumberedChoice } from '../../../src/slack/kit/form.ts';

const sides = [
  { value: 'a', label: 'One' },
  { value: 'b', label: 'Two' },
];
const manyChoices = Array.from({ length: 30 }, (_, index) => ({ value: `v${index}`, label: `Choice ${index}` }));
const text = { kind: 'text', id: 'text', label: 'What?', reader: 'author', multiline: true } as const satisfies Field;
const fields: readonly Field[] = [
  text,
  { kind: 'choice', id: 'choice', label: 'Which?', reader: 'author', choices: sides },
  { kind: 'choices', id: 'choices', label: 'Which ones?', reader: 'author', choices: sides },
  { kind: 'choices', id: 'many', label: 'Which of many?', reader: 'author', choices: manyChoices, optional: true },
  { kind: 'number', id: 'number', label: 'How many?', reader: 'author', minimum: 0, maximum: 90 },
  { kind: 'deal', id: 'deal', label: 'Which deal?', reader: 'author' },
  { kind: 'date', id: 'date', label: 'By when?', reader: 'author' },
  { kind: 'record', of: 'promise', id: 'record', label: 'Which promise?', reader: 'author' },
  { kind: 'person', id: 'person', label: 'Who?', reader: 'author' },
];
const deals: readonly NumberedChoice[] = [
  { id: 7, label: 'Northwind – Renewal' },
  { id: 8, label: 'Umbrella' },
];

const choices: FormChoices = {
  deal: deals,
  promise: [{ id: 3, label: 'Send the references · by Nov 27' }],
  person: [{ id: 4, label: 'Sam Ruiz' }],
};

/** What Slack's `state.values` holds when nobody touches the form: the initial values. */
function stateOf(blocks: readonly KnownBlock[]): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    blocks.flatMap((block) => {
      if (block.type !== 'input') return [];
      const { element } = block;
      const initial: unknown[] = ['initial_value', 'initial_option', 'initial_options', 'initial_date'].map((key) =>
        Reflect.get(element, key),
      );
      const [value, selected_option, selected_options, selected_date] = initial;
      return [
        [
          block.block_id ?? '',
          { value: { type: element.type, value, selected_option, selected_options, selected_date } },
        ],
      ];
    }),
  );
}

/** Elements in the shape of `state.values`. */
function sent(values: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(values).map(([id, element]) => [id, { value: element }]));
}

function problemsOf(blocks: readonly KnownBlock[]) {
  const title = { type: 'plain_text', text: 'Form' };
  const view: Json = JSON.parse(JSON.stringify({ type: 'modal', title, submit: title, blocks })) as Json;
  return validateView(view, 'modal');
}

describe('a form', () => {
  test('gives back what it was filled with, whatever the field', () => {
    const records = { date: '2026-11-27', record: '3', person: '4' };
    const details = { choice: 'b', choices: ['a', 'b'], many: ['v3', 'v29'], number: 45, ...records };
    const values: FormValues = { ...details, number: 45, text: 'Line one\nline two', deal: '8' };
    const blocks = fieldBlocks(fields, { values, choices });
    expect(problemsOf(blocks)).toEqual([]);
    expect(readFields(fields, stateOf(blocks))).toEqual({
      ok: true,
      details,
      texts: { text: 'Line one\nline two' },
      dealId: 8,
    });
  });

  test('keeps every text up to its limit exactly as it was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), (typed) => {
        fc.pre(typed.trim() !== '');
        const reading = readFields([text], stateOf(fieldBlocks([text], { values: { text: typed } })));
        expect(reading).toMatchObject({ ok: true, texts: { text: typed } });
      }),
    );
  });

  test('without values shows what the field begins with', () => {
    const beginning: readonly Field[] = [
      { kind: 'choice', id: 'choice', label: 'Which?', reader: 'author', choices: sides, initial: 'b' },
      { kind: 'number', id: 'number', label: 'How many?', reader: 'author', minimum: 0, maximum: 90, initial: 30 },
    ];
    expect(readFields(beginning, stateOf(fieldBlocks(beginning)))).toMatchObject({
      details: { choice: 'b', number: 30 },
    });
  });

  test.each<[string, Detail]>([
    ['choice', 'gone'],
    ['choices', ['gone']],
    ['number', 900],
    ['deal', '99'],
    ['record', '99'],
    ['person', '99'],
    ['date', '2026-02-30'],
  ])('shows no %s that can no longer be chosen', (id, value) => {
    const blocks = fieldBlocks(fields, { values: { [id]: value }, choices });
    expect(problemsOf(blocks)).toEqual([]);
    expect(JSON.stringify(blocks)).not.toContain('initial');
  });

  test('with a hundred and one deals of endless names shows a hundred, shortened between characters', () => {
    const label = '👩‍👩‍👧‍👦'.repeat(40);
    const many = Array.from({ length: 101 }, (_, index) => ({ id: index + 1, label }));
    const blocks = fieldBlocks([{ kind: 'deal', id: 'deal', label: 'Which deal?', reader: 'author' }], {
      choices: { deal: many },
    });
    expect(problemsOf(blocks)).toEqual([]);
    const shown = /"text":"([^"]+)…"/u.exec(JSON.stringify(blocks))?.[1] ?? '';
    expect(shown).toBe('👩‍👩‍👧‍👦'.repeat(shown.length / '👩‍👩‍👧‍👦'.length));
  });

  test('says in a line that there is no deal to choose, and is complete without', () => {
    const field: Field = { kind: 'deal', id: 'deal', label: 'Which deal?', reader: 'author' };
    const blocks = fieldBlocks([field], { choices: { deal: [] } });
    expect(JSON.stringify(blocks)).toContain('No open deals.');
    expect(readFields([field], {})).toMatchObject({ ok: true, dealId: null });
  });

  test.each([
    ['Nothing open.', { kind: 'record', of: 'idea', id: 'idea', label: 'Which?', reader: 'author' }],
    ['Nobody else is on the team.', { kind: 'person', id: 'person', label: 'Who?', reader: 'author' }],
  ] as const)('says “%s” where there is nothing to choose, and isn’t complete without', (line, field) => {
    expect(JSON.stringify(fieldBlocks([field]))).toContain(line);
    expect(readFields([field], {})).toMatchObject({ ok: false });
  });
});

describe('what was sent', () => {
  test('names every field that is missing, by its block', () => {
    const reading = readFields(fields, {});
    expect(reading.ok ? [] : Object.keys(reading.errors)).toEqual([
      'text',
      'choice',
      'choices',
      'number',
      'date',
      'record',
      'person',
    ]);
  });

  test.each([
    ['text', { value: '   ' }],
    ['text', { value: 'x'.repeat(3001) }],
    ['text', { value: '🙂'.repeat(3000) }],
    ['choice', { selected_option: { value: 'forged' } }],
    ['choices', { selected_options: [{ value: 'a' }, { value: 'forged' }] }],
    ['number', { value: '91' }],
    ['number', { value: '1.5' }],
    ['number', { value: 'ten' }],
    ['deal', { selected_option: { value: '8 or 1=1' } }],
    ['record', { selected_option: { value: '3; drop' } }],
    ['person', { selected_option: { value: '-4' } }],
    ['date', { selected_date: '2026-02-30' }],
  ])('is refused with a sentence: %s %j', (id, element) => {
    const only = fields.filter((field) => field.id === id);
    const reading = readFields(only, sent({ [id]: element }));
    expect(reading.ok ? '' : reading.errors[id]).toMatch(/^[A-Z].*\.$/u);
  });

  test('says how long a text is that is too long', () => {
    const reading = readFields([text], sent({ text: { value: 'x'.repeat(3001) } }));
    expect(reading.ok ? '' : reading.errors['text']).toContain('3001 characters, and 3000 fit');
  });

  test('is read from dates and times too, and a shape that isn’t Slack’s is nothing', () => {
    expect(typedValues(sent({ on: { selected_date: '2026-11-23' }, at: { selected_time: '10:00' } }))).toEqual({
      on: '2026-11-23',
      at: '10:00',
    });
    expect(typedValues('forged')).toEqual({});
  });
});
