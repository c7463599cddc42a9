/**
 * Refuses what Slack refuses of messages and views. Where the documentation leaves something open, the stricter reading is
 * taken: what passes here should pass there.
 */
import type { BlockProblem, Json, JsonObject, Surface } from '../contract.ts';
import { plainText } from './composition.ts';
import { anyBlock } from './layout/surfaces.ts';
import { limits } from './limits.ts';
import { isObject, objectsOf, report, words, type Check, type Inspection } from './schema/check.ts';
import { list, object, required, type Fields } from './schema/structures.ts';
import { boolean, enumeration, string } from './schema/values.ts';
import {
  checkFocus,
  checkIdentifiers,
  checkResponseUrls,
  checkTotals,
  placedBlocks,
  type PlacedBlock,
} from './whole.ts';

export { limits } from './limits.ts';

/** The part of a message that is validated, as the method's arguments have it (blocks and attachments already parsed). */
export interface MessageToValidate {
  text?: Json;
  blocks?: Json;
  attachments?: Json;
  /** True for chat.update, which fails where chat.postMessage cuts. */
  updates?: boolean;
}

const messageBlocks: Check = list(anyBlock, { maximum: limits.message.blocks });

/** Attachments are of old and take much; their blocks are checked as the message's own. */
const attachments: Check = list(
  (value, pointer, inspection) => {
    if (!isObject(value)) return report(inspection, pointer, words.notObject);
    if (value['blocks'] !== undefined) messageBlocks(value['blocks'], `${pointer}/blocks`, inspection);
  },
  { maximum: limits.message.attachments },
);

function checkWhole(placed: readonly PlacedBlock[], inspection: Inspection): void {
  checkIdentifiers(placed, inspection);
  checkFocus(placed, inspection);
  checkTotals(placed, inspection);
  checkResponseUrls(placed, inspection);
}

/** What Slack would refuse of a message, with pointers like `/blocks/3/accessory/options/0/text`. */
export function validateMessage(message: MessageToValidate): BlockProblem[] {
  const inspection: Inspection = { surface: 'message', problems: [] };
  const textMaximum = message.updates === true ? limits.message.updatedText : limits.message.text;
  if (message.text !== undefined) string({ maximum: textMaximum })(message.text, '/text', inspection);
  if (message.blocks !== undefined) messageBlocks(message.blocks, '/blocks', inspection);
  if (message.attachments !== undefined) attachments(message.attachments, '/attachments', inspection);
  const inAttachments = objectsOf(message.attachments).flatMap(({ index, value }) =>
    placedBlocks(value['blocks'], `/attachments/${index}/blocks`),
  );
  checkWhole([...placedBlocks(message.blocks, '/blocks'), ...inAttachments], inspection);
  return inspection.problems;
}

const anyView: Fields = {
  blocks: required(list(anyBlock, { maximum: limits.view.blocks })),
  private_metadata: string({ maximum: limits.view.privateMetadata }),
  callback_id: string({ maximum: limits.view.callbackId }),
  external_id: string({ maximum: limits.view.externalId }),
};

const views: Readonly<Record<Exclude<Surface, 'message'>, Check>> = {
  modal: object({
    ...anyView,
    type: required(enumeration('modal')),
    title: required(plainText(limits.view.title)),
    submit: plainText(limits.view.submit),
    close: plainText(limits.view.close),
    clear_on_close: boolean,
    notify_on_close: boolean,
  }),
  home: object({ ...anyView, type: required(enumeration('home')) }),
};

/** A form needs a button to send it with. */
function checkSubmit(view: JsonObject, placed: readonly PlacedBlock[], inspection: Inspection): void {
  if (view['submit'] !== undefined) return;
  for (const { block, pointer } of placed) {
    if (block['type'] !== 'input') continue;
    // Slack's own pointer, though a block has no member of that name.
    report(inspection, `${pointer}/input`, 'must define `submit` to use an `input` block in modals');
  }
}

/** What Slack would refuse of a view, with pointers like `/view/blocks/3/element`. */
export function validateView(view: Json, surface: 'modal' | 'home'): BlockProblem[] {
  const inspection: Inspection = { surface, problems: [] };
  if (!isObject(view)) {
    report(inspection, '/view', words.notObject);
    return inspection.problems;
  }
  const type = view['type'];
  if (typeof type === 'string' && type !== surface) {
    report(inspection, '/view/type', words.unsupported(type));
    return inspection.problems;
  }
  views[surface](view, '/view', inspection);
  const placed = placedBlocks(view['blocks'], '/view/blocks');
  checkWhole(placed, inspection);
  if (surface === 'modal') checkSubmit(view, placed, inspection);
  if (Buffer.byteLength(JSON.stringify(view)) > limits.view.bytes) {
    report(inspection, '/view', `view cannot be larger than ${limits.view.bytes / 1_000} KB`);
  }
  return inspection.problems;
}
