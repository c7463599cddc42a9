/** Messages and modals by the thousand, made of parts that are valid by themselves. */
import { fc } from '../support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/contract.ts';
import { limits, validateMessage, validateView } from '../../src/blocks/validate.ts';
import { isArray, isObject } from '../../src/blocks/schema/check.ts';
import { modal } from './examples.ts';
import { objectsIn, withSurprise } from './run.ts';

const text = (maximum: number): fc.Arbitrary<string> =>
  // 'binary' gives any code point, so some characters are two code units long.
  fc
    .string({ minLength: 1, maxLength: Math.min(maximum, 200), unit: 'binary' })
    .filter(({ length }) => length <= maximum);

const plain = (maximum: number): fc.Arbitrary<JsonObject> =>
  fc.record(
    { type: fc.constant('plain_text'), text: text(maximum), emoji: fc.boolean() },
    { requiredKeys: ['type', 'text'] },
  );

const mrkdwn = (maximum: number): fc.Arbitrary<JsonObject> =>
  fc.record(
    { type: fc.constant('mrkdwn'), text: text(maximum), verbatim: fc.boolean() },
    { requiredKeys: ['type', 'text'] },
  );

const either = (maximum: number): fc.Arbitrary<JsonObject> => fc.oneof(plain(maximum), mrkdwn(maximum));

const confirm = fc.record({ title: plain(100), text: either(300), confirm: plain(30), deny: plain(30) });

const button: fc.Arbitrary<JsonObject> = fc.record(
  {
    type: fc.constant('button'),
    text: plain(limits.button.text),
    value: text(limits.button.value),
    url: fc.webUrl(),
    style: fc.constantFrom('primary', 'danger'),
    confirm,
  },
  { requiredKeys: ['type', 'text'] },
);

const options = (maximum: number): fc.Arbitrary<JsonObject[]> =>
  fc.uniqueArray(fc.record({ text: plain(limits.option.text), value: text(limits.option.value) }), {
    minLength: 1,
    maxLength: maximum,
    selector: ({ value }) => value,
  });

const choice = (type: string, maximum: number): fc.Arbitrary<JsonObject> =>
  options(maximum).chain((offered) =>
    fc.record(
      { type: fc.constant(type), options: fc.constant(offered), initial_option: fc.constantFrom(...offered) },
      { requiredKeys: ['type', 'options'] },
    ),
  );

const day = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const picker: fc.Arbitrary<JsonObject> = fc.record({ type: fc.constant('datepicker'), initial_date: day });

const interactive = fc.oneof(
  button,
  choice('static_select', 20),
  choice('radio_buttons', limits.radioButtons.options),
  options(limits.overflow.options).map((offered): JsonObject => ({ type: 'overflow', options: offered })),
  picker,
);

const inLine: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.record({ type: fc.constant('text'), text: text(500) }),
  fc.record({ type: fc.constant('user'), user_id: fc.constant('U012ABCDEF') }),
  fc.record({ type: fc.constant('link'), url: fc.webUrl() }),
);

const richText: fc.Arbitrary<JsonObject> = fc.array(fc.array(inLine)).map((lines) => ({
  type: 'rich_text',
  elements: lines.map((elements) => ({ type: 'rich_text_section', elements })),
}));

const anywhere: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.constant({ type: 'divider' }),
  fc.record({ type: fc.constant('header'), text: plain(limits.header.text) }),
  fc.record(
    { type: fc.constant('section'), text: either(limits.section.text), accessory: interactive },
    { requiredKeys: ['type', 'text'] },
  ),
  fc.record({
    type: fc.constant('section'),
    fields: fc.array(either(limits.section.field), { minLength: 1, maxLength: limits.section.fields }),
  }),
  fc.record({ type: fc.constant('context'), elements: fc.array(either(limits.text), { minLength: 1, maxLength: 10 }) }),
  fc.record({ type: fc.constant('actions'), elements: fc.array(interactive, { minLength: 1, maxLength: 25 }) }),
  richText,
);

const input: fc.Arbitrary<JsonObject> = fc.record(
  {
    type: fc.constant('input'),
    label: plain(limits.input.label),
    hint: plain(limits.input.hint),
    optional: fc.boolean(),
    element: fc.oneof(
      choice('static_select', 20),
      choice('radio_buttons', limits.radioButtons.options),
      picker,
      fc.record({ type: fc.constant('plain_text_input'), initial_value: text(limits.plainTextInput.length) }),
    ),
  },
  { requiredKeys: ['type', 'label', 'element'] },
);

/** Gives every block an identifier of its own. */
function numbered(blocks: readonly JsonObject[]): JsonObject[] {
  return blocks.map((block, index) => ({ ...block, block_id: `block ${index}` }));
}

const message = fc.record({
  text: text(limits.message.text),
  blocks: fc.array(anywhere, { maxLength: limits.message.blocks }).map(numbered),
});

const view = fc.array(fc.oneof(anywhere, input), { maxLength: 30 }).map((blocks) => modal(...numbered(blocks)));

const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true }),
    fc.constantFrom('section', 'input', 'static_select', 'table', 'carousel', 'container', 'plan', 'rich_text', ''),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.constantFrom(
        'type',
        'text',
        'blocks',
        'elements',
        'element',
        'accessory',
        'options',
        'rows',
        'child_blocks',
        'tasks',
        'a/~b',
      ),
      tie('value'),
    ),
  ),
})).value;

function isPlaceIn(value: Json | undefined, pointer: string): boolean {
  const [, name, rest = ''] = /^\/([^/]*)(.*)$/.exec(pointer) ?? [];
  if (name === undefined) return value !== undefined && pointer === '';
  if (isArray(value)) return isPlaceIn(value[Number(name)], rest);
  return isObject(value) && isPlaceIn(value[name.replaceAll('~1', '/').replaceAll('~0', '~')], rest);
}

describe('generated', () => {
  test('a message of valid parts has no problems', () => {
    fc.assert(
      fc.property(message, (given) => {
        expect(validateMessage(given)).toEqual([]);
      }),
    );
  });

  test('a modal of valid parts has no problems', () => {
    fc.assert(
      fc.property(view, (given) => {
        fc.pre(Buffer.byteLength(JSON.stringify(given)) <= limits.view.bytes);
        expect(validateView(given, 'modal')).toEqual([]);
      }),
    );
  });

  test('one unknown property anywhere in a message is found where it is', () => {
    fc.assert(
      fc.property(message, fc.nat(), ({ blocks }, at) => {
        const places = objectsIn(blocks);
        fc.pre(places.length > 0);
        const pointer = places[at % places.length]?.pointer ?? '';
        const found = validateMessage({ blocks: withSurprise(blocks, pointer) });
        expect(found).toContainEqual({
          pointer: `/blocks${pointer}`,
          message: 'invalid additional property: surprise',
        });
      }),
    );
  });

  test('whatever JSON is given, every problem names a place in it and nothing is thrown', () => {
    fc.assert(
      fc.property(json, (given) => {
        const whole = { text: given, blocks: given, attachments: given };
        const problems = validateMessage(whole);
        expect(problems).not.toEqual([]);
        for (const { pointer } of problems) expect(isPlaceIn(whole, pointer)).toBe(true);
        for (const shown of [given, { type: 'home', blocks: given }, { type: 'modal', blocks: given }]) {
          for (const { pointer } of [...validateView(shown, 'modal'), ...validateView(shown, 'home')]) {
            // Slack names an input that wants a submit button by a member that blocks do not have.
            expect(isPlaceIn({ view: shown }, pointer.replace(/\/input$/, ''))).toBe(true);
          }
        }
      }),
    );
  });
});
