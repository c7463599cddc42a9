import type { Json, JsonObject, PageAct } from '../contract.ts';
import { isObject } from '../json.ts';

/** The fields of each act that are text; those that are objects or flags come after. */
const textFields: Readonly<Record<PageAct['do'], readonly string[]>> = {
  send: ['as', 'conversationId', 'text'],
  command: ['as', 'conversationId', 'command', 'text'],
  read: ['as', 'conversationId'],
  'open-direct': ['as', 'userId'],
  'open-home': ['as'],
  shortcut: ['as', 'callbackId'],
  action: ['as'],
  values: ['as', 'viewId'],
  submit: ['as', 'viewId'],
  close: ['as', 'viewId'],
  'dismiss-notice': ['as'],
  status: ['as', 'text', 'emoji'],
  'time-zone': ['as', 'timeZone'],
  deactivate: ['userId'],
  reactivate: ['userId'],
  clock: ['moveTo'],
  uninstall: [],
};

const objectFields: Readonly<Partial<Record<PageAct['do'], readonly string[]>>> = {
  action: ['place', 'action'],
  values: ['values'],
  submit: ['values'],
};

/** What the page asks for. Throws a sentence if it is none of the acts. */
export function readAct(body: Json): PageAct {
  if (isObject(body) && isAct(body)) return body;
  throw new Error(`That is nothing a person can do: ${JSON.stringify(body).slice(0, 200)}`);
}

function isAct(body: JsonObject): body is JsonObject & PageAct {
  const name = Object.keys(textFields).find((each): each is PageAct['do'] => each === body['do']);
  if (name === undefined) return false;
  return (
    textFields[name].every((field) => typeof body[field] === 'string') &&
    (objectFields[name] ?? []).every((field) => isObject(body[field]))
  );
}
