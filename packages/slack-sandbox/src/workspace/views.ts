import type { JsonObject } from '../contract.ts';
import { completeBlocks } from '../block-elements/complete.ts';
import { findPlaced } from '../block-elements/placed.ts';
import type { Engine } from '../engine.ts';
import { objectOf, objectsOf, textOf } from '../json.ts';
import type { Values, View, Workspace } from './model.ts';

/** A view made from what the app sent, for one person. */
export function createView(engine: Engine, userId: string, source: JsonObject, previous?: View): View {
  const id = engine.identifiers.next('V');
  return {
    id,
    userId,
    rootViewId: previous?.rootViewId ?? id,
    ...(previous ? { previousViewId: previous.id } : {}),
    values: {},
    errors: {},
    waiting: false,
    ...contentOf(engine, source),
  };
}

/**
 * Gives an open view new content. What the person entered stays for elements whose block_id, action_id and type stay;
 * https://docs.slack.dev/surfaces/modals#updating_views
 */
export function replaceContent(engine: Engine, view: View, source: JsonObject): void {
  const content = contentOf(engine, source);
  delete view.title;
  delete view.submit;
  delete view.close;
  Object.assign(view, content, { values: kept(view.values, content.blocks), errors: {}, waiting: false });
  engine.changes.changed();
}

/** The open modals of a person, bottom first. */
export function modalsOf(workspace: Workspace, userId: string): readonly View[] {
  return workspace.modals.get(userId) ?? [];
}

/** Sets a person's open modals. */
export function setModals(engine: Engine, userId: string, stack: readonly View[]): void {
  engine.workspace.modals.set(userId, [...stack]);
  engine.changes.changed();
}

/** An open modal or published Home by id or external_id. */
export function findView(workspace: Workspace, matches: (view: View) => boolean): View | undefined {
  return [...[...workspace.modals.values()].flat(), ...workspace.homes.values()].find((view) => matches(view));
}

function contentOf(engine: Engine, source: JsonObject) {
  const now = engine.clock.now();
  const title = objectOf(source['title']);
  const submit = objectOf(source['submit']);
  const close = objectOf(source['close']);
  return {
    type: source['type'] === 'home' ? ('home' as const) : ('modal' as const),
    callbackId: textOf(source['callback_id']) ?? '',
    ...(title ? { title: { emoji: true, ...title } } : {}),
    ...(submit ? { submit: { emoji: true, ...submit } } : {}),
    ...(close ? { close: { emoji: true, ...close } } : {}),
    blocks: completeBlocks(objectsOf(source['blocks']), engine.identifiers.next),
    privateMetadata: textOf(source['private_metadata']) ?? '',
    clearOnClose: source['clear_on_close'] === true,
    notifyOnClose: source['notify_on_close'] === true,
    externalId: textOf(source['external_id']) ?? '',
    hash: `${Math.floor(now.getTime() / 1000)}.${engine.identifiers.next('').slice(0, 8)}`,
  };
}

function kept(values: Values, blocks: readonly JsonObject[]): Values {
  const remaining: Values = {};
  for (const [blockId, actions] of Object.entries(values)) {
    for (const [actionId, value] of Object.entries(actions)) {
      if (findPlaced(blocks, blockId, actionId)?.type !== value['type']) continue;
      remaining[blockId] = { ...remaining[blockId], [actionId]: value };
    }
  }
  return remaining;
}
