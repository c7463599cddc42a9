import { describe, expect, test } from 'vitest';
import type { Surface } from '../../src/contract.ts';
import { elements } from './element-examples.ts';
import { blocks } from './examples.ts';
import { json, plain } from './parts.ts';
import { changed, objectsIn, problemsOn, typeOf, withSurprise } from './run.ts';

const surfaces: readonly Surface[] = ['message', 'modal', 'home'];

describe('blocks', () => {
  const cases = Object.entries(blocks).flatMap(([name, example]) =>
    surfaces.map((surface) => ({ name, surface, ...example, takes: example.surfaces.includes(surface) })),
  );

  test.each(cases.filter(({ takes }) => takes))('$name is taken on: $surface', ({ block, surface }) => {
    expect(problemsOn(surface, block)).toEqual([]);
  });

  test.each(cases.filter(({ takes }) => !takes))('$name is refused on: $surface', ({ block, surface }) => {
    expect(problemsOn(surface, block)).toEqual([
      { pointer: '/blocks/0/type', message: `unsupported type: ${typeOf(block)}` },
    ]);
  });

  const places = Object.entries(blocks).flatMap(([name, { block, surfaces: taking }]) =>
    objectsIn(block).map(({ pointer }) => ({ name, block, pointer, surface: taking[0] ?? 'message' })),
  );

  test.each(places)('$name refuses a property of its own making at "$pointer"', ({ block, pointer, surface }) => {
    const value = withSurprise(block, pointer);
    expect(problemsOn(surface, value)).toEqual([
      { pointer: `/blocks/0${pointer}`, message: 'invalid additional property: surprise' },
    ]);
  });

  test.each(places)('$name does not take null for the object at "$pointer"', ({ block, pointer, surface }) => {
    const problems = problemsOn(
      surface,
      changed(block, pointer, () => null),
    );
    const isNullable = pointer.startsWith('/column_settings/');
    expect(problems.some((problem) => problem.pointer === `/blocks/0${pointer}`)).toBe(!isNullable);
  });

  test.each([
    [{ type: 'foo' }, '/blocks/0/type', 'unsupported type: foo'],
    [{ type: 'toString' }, '/blocks/0/type', 'unsupported type: toString'],
    [{ type: 'button', text: json(plain('a')) }, '/blocks/0/type', 'unsupported type: button'],
    [{ type: 7 }, '/blocks/0/type', 'must provide a string'],
    [{}, '/blocks/0', 'missing required field: type'],
    ['section', '/blocks/0', 'must provide an object'],
    [[], '/blocks/0', 'must provide an object'],
  ])('%j is no block', (block, pointer, message) => {
    expect(problemsOn('message', block)).toEqual([{ pointer, message }]);
  });
});

describe('elements', () => {
  const inPlaces = Object.entries(elements).flatMap(([name, example]) =>
    surfaces.flatMap((surface) => {
      const onSurface = example.surfaces.includes(surface);
      const { element } = example;
      return [
        {
          name,
          surface,
          element,
          place: '/blocks/0/accessory',
          takes: example.section && onSurface,
          block: { type: 'section', text: json(plain('a')), accessory: element },
        },
        {
          name,
          surface,
          element,
          place: '/blocks/0/elements/0',
          takes: example.actions && onSurface,
          block: { type: 'actions', elements: [element] },
        },
        {
          name,
          surface,
          element,
          place: '/blocks/0/element',
          takes: example.input && onSurface,
          block: { type: 'input', label: json(plain('a')), element },
        },
      ];
    }),
  );

  test.each(inPlaces.filter(({ takes }) => takes))('$name is taken at $place on: $surface', ({ block, surface }) => {
    expect(problemsOn(surface, block)).toEqual([]);
  });

  test.each(inPlaces.filter(({ takes }) => !takes))(
    '$name is refused at $place on: $surface',
    ({ block, surface, place, element }) => {
      expect(problemsOn(surface, block)).toEqual([
        { pointer: `${place}/type`, message: `unsupported type: ${typeOf(element)}` },
      ]);
    },
  );

  const members = Object.entries(elements).flatMap(([name, { element, input, section }]) =>
    objectsIn(element).map(({ pointer }) => ({ name, element, pointer, input, section })),
  );

  test.each(members)('$name refuses a property of its own making at "$pointer"', ({ element, pointer, input }) => {
    const value = withSurprise(element, pointer);
    const [block, at] = input
      ? [{ type: 'input', label: json(plain('a')), element: value }, '/blocks/0/element']
      : [{ type: 'section', text: json(plain('a')), accessory: value }, '/blocks/0/accessory'];
    const found = problemsOn('modal', block);
    expect(found).toContainEqual({ pointer: at + pointer, message: 'invalid additional property: surprise' });
  });
});
