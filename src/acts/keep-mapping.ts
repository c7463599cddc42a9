import { UserError } from '../errors.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { dropKeptMapping, findKeptMapping, saveKeptMapping } from '../store/kept-mappings.ts';
import type { KeptMapping, NewMapping } from '../store/kept-mappings.ts';

/** Keeps a mapping for files with the same columns, in place of what was kept for them. */
export async function keepMapping(outer: Store, mapping: NewMapping, now: Date): Promise<void> {
  await writing(outer, async (store) => {
    const id = await saveKeptMapping(store, mapping, now);
    const event = { actorId: null, event: 'mapping.kept', subjectKind: 'kept-mapping', subjectId: id };
    await recordAudit(store, { ...event, details: { kind: mapping.kind } }, now);
  });
}

/**
 * Keeps a mapping no longer.
 * @returns what it was
 * @throws UserError if there is none with that number
 */
export async function removeMapping(outer: Store, id: number, now: Date): Promise<KeptMapping> {
  return writing(outer, async (store) => {
    const mapping = await oneMapping(store, id);
    await dropKeptMapping(store, id);
    const event = { actorId: null, event: 'mapping.removed', subjectKind: 'kept-mapping', subjectId: id };
    await recordAudit(store, { ...event, details: { kind: mapping.kind } }, now);
    return mapping;
  });
}

/** @throws UserError if there is none with that number */
export async function oneMapping(store: Store, id: number): Promise<KeptMapping> {
  const mapping = await findKeptMapping(store, id);
  if (mapping === undefined)
    throw new UserError(`There is no mapping with the number ${id}. See what is kept with: firstline mappings`);
  return mapping;
}
