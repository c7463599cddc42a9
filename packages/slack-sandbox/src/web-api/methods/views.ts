import type { Json, JsonObject } from '../../contract.ts';
import { validateView } from '../../blocks/validate.ts';
import type { Engine } from '../../engine.ts';
import { isObject, parseJson } from '../../json.ts';
import { limits } from '../../limits.ts';
import { createView, findView, modalsOf, replaceContent, setModals } from '../../workspace/views.ts';
import type { View } from '../../workspace/model.ts';
import type { Arguments } from '../arguments.ts';
import { knownUser } from '../find.ts';
import type { Call, Methods } from '../method.ts';
import { viewObject } from '../shapes/view.ts';
import { invalidArguments, refuseView, SlackError } from '../slack-error.ts';
import { refuseUnknownFiles } from '../slack-files.ts';

/** views.*; https://docs.slack.dev/reference/methods?family=views */
export const viewMethods: Methods = {
  'views.open': { answer: open },
  'views.push': { answer: push },
  'views.update': { answer: update },
  'views.publish': { answer: publish },
};

/** Validates a view that came as an argument or in an acknowledgement. Throws the refusal. */
export function acceptView(engine: Engine, view: Json | undefined, surface: 'modal' | 'home'): JsonObject {
  if (!isObject(view)) throw invalidArguments('missing required field: view');
  if (JSON.stringify(view).length > limits.viewBytes) throw new SlackError('view_too_large');
  refuseView(validateView(view, surface));
  refuseUnknownFiles(engine, view['blocks'], '/view/blocks', refuseView);
  return view;
}

function open({ engine, arguments: from }: Call): JsonObject {
  const userId = exchange(engine, from);
  const view = createView(engine, userId, acceptView(engine, viewArgument(from), 'modal'));
  refuseDuplicate(engine, view);
  setModals(engine, userId, [view]);
  return { view: viewObject(engine.workspace, view) };
}

function push({ engine, arguments: from }: Call): JsonObject {
  const userId = exchange(engine, from);
  const stack = modalsOf(engine.workspace, userId);
  if (stack.length === 0) throw new SlackError('not_found');
  if (stack.length >= limits.modalStack) throw new SlackError('push_limit_reached');
  const view = createView(engine, userId, acceptView(engine, viewArgument(from), 'modal'), stack.at(-1));
  refuseDuplicate(engine, view);
  setModals(engine, userId, [...stack, view]);
  return { view: viewObject(engine.workspace, view) };
}

function update({ engine, arguments: from }: Call): JsonObject {
  const id = from.text('view_id');
  const externalId = from.text('external_id');
  if (id === undefined && externalId === undefined) throw invalidArguments('missing required field: view_id');
  const view = findView(engine.workspace, (each) =>
    id === undefined ? each.externalId === externalId : each.id === id,
  );
  if (!view) throw new SlackError('not_found');
  refuseStale(view, from);
  replaceContent(engine, view, acceptView(engine, viewArgument(from), view.type));
  return { view: viewObject(engine.workspace, view) };
}

function publish({ engine, arguments: from }: Call): JsonObject {
  if (!engine.manifest.homeTab) throw new SlackError('not_enabled');
  const user = knownUser(engine, from.required('user_id'));
  const known = engine.workspace.homes.get(user.id);
  if (known) refuseStale(known, from);
  const source = acceptView(engine, viewArgument(from), 'home');
  if (known) replaceContent(engine, known, source);
  else engine.workspace.homes.set(user.id, createView(engine, user.id, source));
  engine.changes.changed();
  const view = engine.workspace.homes.get(user.id);
  return { view: view ? viewObject(engine.workspace, view) : null };
}

function exchange(engine: Engine, from: Arguments): string {
  const outcome = engine.triggers.exchange(from.required('trigger_id'));
  if ('refusal' in outcome) throw new SlackError(outcome.refusal);
  return outcome.userId;
}

function viewArgument(from: Arguments): Json | undefined {
  const view = from.all['view'];
  if (typeof view !== 'string') return view;
  const parsed = parseJson(view);
  if (parsed === undefined) throw invalidArguments('failed to parse: view [json-pointer:/view]');
  return parsed;
}

function refuseStale(view: View, from: Arguments): void {
  const hash = from.text('hash');
  if (hash !== undefined && hash !== '' && hash !== view.hash) throw new SlackError('hash_conflict');
}

function refuseDuplicate(engine: Engine, view: View): void {
  if (view.externalId === '') return;
  const other = findView(engine.workspace, (each) => each.externalId === view.externalId);
  if (other) throw new SlackError('duplicate_external_id');
}
