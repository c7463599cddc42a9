import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exceptionKinds } from '../../src/asks/exceptions.ts';
import { askKinds, describeAskKind, idOfField, wordsFields, wordsFieldsOf } from '../../src/asks/index.ts';
import { askCatalogue, askMarks } from '../../src/cli/ask-catalogue.ts';
import { mayReadField } from '../../src/leading/ask-case.ts';
import { readAskWords } from '../../src/leading/ask-words-read.ts';
import { inputsOfField } from '../../src/slack/views/ask/ask-form.ts';

describe.each(askKinds)('%s', (kind) => {
  const { fields, first, label, sample, steps = {}, without = [] } = describeAskKind(kind);

  test('asks first for one of its fields, and has each once', () => {
    expect(fields).toContain(first);
    expect(new Set(fields.map(idOfField)).size).toBe(fields.length);
  });

  test('its example is read as what it is an example of', () => {
    expect(readAskWords(sample, { today: '2026-11-23', style: 'month-first', deals: [] }).kind).toBe(kind);
  });

  test('its words fit Slack’s buttons and options, and no button is renamed that it hasn’t', () => {
    expect(label.length).toBeLessThanOrEqual(75);
    for (const [step, { button }] of Object.entries(steps)) {
      expect((button?.({ wasDeclined: false }) ?? '').length).toBeLessThanOrEqual(75);
      expect(without).not.toContain(step);
    }
  });
});

test('a field for words is the same wherever it is, and has no other’s name', () => {
  const ids = wordsFields.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const others = askKinds
    .flatMap((kind) => describeAskKind(kind).fields)
    .filter((field) => typeof field === 'string')
    .flatMap(inputsOfField);
  expect(ids.filter((id) => [...others, 'kind', 'text'].includes(id))).toEqual([]);
  for (const kind of askKinds) expect(wordsFieldsOf(kind).every((field) => wordsFields.includes(field))).toBe(true);
});

test('kinds and exceptions are told apart by their names', () => {
  expect(new Set(askKinds).size).toBe(askKinds.length);
  expect(new Set(exceptionKinds).size).toBe(exceptionKinds.length);
});

test('a field for the manager is read by the rep and that manager, and by nobody who has the ask later', () => {
  const [rep, manager, lead] = [3, 2, 1];
  const ask = { repId: rep, managerId: manager };
  const read = (readers: 'everybody' | 'manager') =>
    [rep, manager, lead].filter((reader) => mayReadField({ readers }, ask, reader));
  expect(read('everybody')).toEqual([rep, manager, lead]);
  expect(read('manager')).toEqual([rep, manager]);
});

test('the documents’ table is the generated one', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/asks.md'), 'utf8');
  expect(text.slice(text.indexOf(askMarks.begin), text.indexOf(askMarks.end) + askMarks.end.length)).toBe(
    askCatalogue(),
  );
});
