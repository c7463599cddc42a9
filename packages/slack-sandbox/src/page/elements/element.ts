import type { JsonObject } from '../../contract.ts';
import { usePage } from '../context.ts';
import { compact, objectAt, textAt, wordsAt } from '../json.ts';
import { plainText } from '../mrkdwn.tsx';
import { useSurface } from '../surface.tsx';
import { askFirst } from './confirm.tsx';
import { initialValue } from './values.ts';

/** How a control is named: by the `<label for>` of its input block, or by itself. */
export interface Naming {
  /** The id that a label points to. */
  id?: string;
  /** The label's words, for controls that a `<label for>` cannot name, such as a group of checkboxes. */
  label?: string;
  describedBy?: string;
  invalid?: boolean;
  optional?: boolean;
  autofocus?: boolean;
}

export interface ElementProps {
  element: JsonObject;
  blockId: string;
  naming?: Naming;
  /** Whether a change is sent to the app at once. Input blocks only do so when they ask for it. */
  dispatches?: boolean;
}

export interface ElementState {
  /** What the control shows now: typed, or initial. */
  value: JsonObject;
  /** Takes a new value; sends it to the app where the element does so. False where a confirmation was declined. */
  change: (value: JsonObject, send?: boolean) => Promise<boolean>;
  /** Sends what the control holds now. */
  send: (value?: JsonObject) => Promise<boolean>;
  attributes: Record<string, string | boolean | undefined>;
  placeholder: string;
}

/** The words that a control shows while nothing is chosen. */
const defaultPlaceholders: Record<string, string> = {
  static_select: 'Select an item',
  external_select: 'Select an item',
  users_select: 'Select a person',
  conversations_select: 'Select a conversation',
  channels_select: 'Select a channel',
  multi_static_select: 'Select items',
  multi_external_select: 'Select items',
  multi_users_select: 'Select people',
  multi_conversations_select: 'Select conversations',
  multi_channels_select: 'Select channels',
  datepicker: 'Select a date',
  timepicker: 'Select a time',
  datetimepicker: 'Select a date and time',
};

/** What every stateful element shares: its value, its way to the app, and its name. */
export function useElement({ element, blockId, naming, dispatches = true }: ElementProps): ElementState {
  const surface = useSurface();
  const { zone } = usePage();
  const type = textAt(element, 'type') ?? '';
  const actionId = textAt(element, 'action_id') ?? '';
  const value = surface.typed(blockId, actionId) ?? initialValue(element);
  const placeholder = plainText(wordsAt(element, 'placeholder') ?? defaultPlaceholders[type] ?? '');
  const send = async (sent: JsonObject = value): Promise<boolean> => {
    const timezone = type === 'timepicker' ? (textAt(element, 'timezone') ?? zone) : undefined;
    const action = { ...sent, type, action_id: actionId, block_id: blockId, timezone };
    return surface.press(compact({ ...action, placeholder: objectAt(element, 'placeholder') }));
  };
  return {
    value,
    placeholder,
    send,
    async change(next, sending = dispatches) {
      if (sending && !(await askFirst(objectAt(element, 'confirm')))) return false;
      surface.keep(blockId, actionId, { type, ...next });
      return sending ? send(next) : true;
    },
    attributes: {
      id: naming?.id,
      'aria-label': naming?.id === undefined ? (naming?.label ?? (placeholder || actionId)) : undefined,
      'aria-describedby': naming?.describedBy,
      'aria-invalid': naming?.invalid ? 'true' : undefined,
      'data-focus-first': naming?.autofocus ? 'true' : undefined,
    },
  };
}
