/** What somebody does with what they see: presses buttons, fills in forms and sends them. */
import type { InputValue, JsonObject, PageView, SandboxUser } from '@firstline/slack-sandbox';
import { people, slackIdOf } from '../helpers/people.ts';
import type { PersonKey } from '../helpers/people.ts';
import { pick } from './roll.ts';
import type { Roll } from './roll.ts';

export interface Button {
  readonly actionId: string;
  readonly blockId: string;
  /** Of the message that it is in; left out: Home, or the open form. */
  readonly messageTs?: string;
  readonly home?: boolean;
  readonly choose?: InputValue;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? (value as JsonObject[]) : []);
const objectOf = (value: unknown): JsonObject | undefined =>
  typeof value === 'object' && value !== null ? (value as JsonObject) : undefined;

/** All that can be pressed in some blocks, but for what leads out of Slack. */
function buttonsOf(blocks: readonly JsonObject[], roll: Roll): Button[] {
  return blocks.flatMap((block) =>
    [...listOf(block['elements']), objectOf(block['accessory'])].flatMap((element) => {
      const target = { actionId: textOf(element?.['action_id']), blockId: textOf(block['block_id']) };
      if (element === undefined || target.actionId === '') return [];
      if (element['type'] === 'button') return element['url'] === undefined ? [target] : [];
      const choose = valueFor(element, roll);
      return choose === undefined ? [] : [{ ...target, choose }];
    }),
  );
}

/** Something on Home, in one of the newest messages, or in the open form. */
export function somethingToPress(user: SandboxUser, roll: Roll): Button | undefined {
  const [home, modal, message] = [user.home(), user.modal(), user.messages().at(-1 - roll(4))];
  const where = roll(modal === undefined ? 2 : 3);
  if (where === 2 && modal !== undefined) return anyOf(buttonsOf(modal.blocks, roll), roll);
  if (where === 0 && home !== undefined)
    return anyOf(
      buttonsOf(home.blocks, roll).map((button) => ({ ...button, home: true })),
      roll,
    );
  if (message === undefined) return undefined;
  return anyOf(
    buttonsOf(message.blocks, roll).map((button) => ({ ...button, messageTs: message.ts })),
    roll,
  );
}

const anyOf = (buttons: readonly Button[], roll: Roll) => (buttons.length === 0 ? undefined : pick(roll, buttons));

/** Fills in some of an open form's fields, in any way that its elements take. */
export function fillIn(user: SandboxUser, { blocks }: PageView, roll: Roll): void {
  for (const block of blocks) {
    const element = block['type'] === 'input' ? objectOf(block['element']) : undefined;
    const value = element && valueFor(element, roll);
    if (value === undefined || roll(3) === 0) continue;
    try {
      user.fill({ [textOf(block['block_id'])]: value });
    } catch {
      // Slack takes no such value in this field.
    }
  }
}

const typed = ['We talked it over', '5', 'Yes', 'Northwind wants 12% less', '12', 'x'.repeat(2_000)];
const times = ['07:30', '09:00', '10:15', '16:00', '18:30'];
const days = ['2026-11-20', '2026-11-25', '2026-12-01', '2026-12-04', '2027-01-15'];

/** A value that this element takes. */
function valueFor(element: JsonObject, roll: Roll): InputValue | undefined {
  const options = [
    ...listOf(element['options']),
    ...listOf(element['option_groups']).flatMap(({ options: of }) => listOf(of)),
  ]
    .map(({ value }) => textOf(value))
    .filter((value) => value !== '');
  const person = () => slackIdOf(pick<{ readonly key: PersonKey }>(roll, people).key);
  switch (element['type']) {
    case 'plain_text_input':
      return pick(roll, typed);
    case 'number_input':
      return `${roll(40)}`;
    case 'datepicker':
      return pick(roll, days);
    case 'timepicker':
      return pick(roll, times);
    case 'users_select':
      return person();
    case 'multi_users_select':
      return [person()];
    case 'static_select':
    case 'radio_buttons':
    case 'overflow':
      return options.length === 0 ? undefined : pick(roll, options);
    case 'multi_static_select':
    case 'checkboxes':
      return options.filter(() => roll(2) === 0);
    default:
      return undefined;
  }
}
