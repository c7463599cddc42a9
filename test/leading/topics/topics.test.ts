import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { settingCatalogue, settingMarks } from '../../../src/cli/setting-catalogue.ts';
import { defaultPolicy } from '../../../src/leading/policy.ts';
import { findTopic, initialValues, ownTopics, workspaceTopics } from '../../../src/leading/topics/index.ts';
import * as mine from '../../../src/leading/topics/own.ts';
import type { Told, Topic } from '../../../src/leading/topics/topic.ts';
import * as everybodys from '../../../src/leading/topics/workspace.ts';

const topics = [
  ...workspaceTopics.map((topic): ['workspace', Topic] => ['workspace', topic]),
  ...ownTopics.map((topic): ['own', Topic] => ['own', topic]),
];
const names = (list: readonly Topic[]) => list.flatMap(({ settings }) => Object.keys(settings));
const told: Told = {
  before: {},
  after: {},
  today: '2026-11-23',
  planCame: false,
  recapAt: { day: 5, at: '15:00' },
  literal: (text) => text,
};

describe.each(topics.map(([scope, topic]) => ({ scope, id: topic.id, topic })))(
  '$scope $id',
  ({ scope, id, topic }) => {
    test('is found by its name, and no other is called so', () => {
      expect(findTopic(scope, id)).toBe(topic);
      expect(topics.filter(([one, other]) => one === scope && other.id === id)).toHaveLength(1);
    });

    test('what holds to begin with fits its bounds and everything else, and can be told in a sentence', () => {
      for (const { schema, initial } of Object.values(topic.settings))
        expect(schema.safeParse(initial).success).toBe(true);
      const values = initialValues(topic.settings);
      expect(() => topic.check?.(values, defaultPolicy)).not.toThrow();
      expect(topic.told(values, told)).toMatch(/^[A-Z].*\.$/u);
    });
  },
);

test('every topic that is described is in a list', () => {
  const described = [...Object.values(mine), ...Object.values(everybodys)].filter(
    (one): one is typeof one & Topic => typeof one === 'object' && 'told' in one,
  );
  expect(described.length).toBe(topics.length);
  expect(described.filter((one) => !topics.some(([, topic]) => topic === one))).toEqual([]);
});

test('no setting stands in two topics of a scope, and of those in both scopes the defaults are the same', () => {
  for (const list of [ownTopics, workspaceTopics]) expect(new Set(names(list)).size).toBe(names(list).length);
  const ofPolicy = topics
    .flatMap(([, { settings }]) => Object.entries(settings))
    .filter(([name]) => Object.hasOwn(defaultPolicy, name));
  for (const [name, { initial }] of ofPolicy) expect(initial).toEqual(Reflect.get(defaultPolicy, name));
});

test('the documents’ table is the generated one', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/settings.md'), 'utf8');
  const block = text.slice(text.indexOf(settingMarks.begin), text.indexOf(settingMarks.end) + settingMarks.end.length);
  expect(block).toBe(settingCatalogue());
});
