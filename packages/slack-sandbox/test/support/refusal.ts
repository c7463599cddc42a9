import { expect } from 'vitest';
import type { JsonObject } from '../../src/index.ts';

/** Expects the Web API to refuse a call with this error, and possibly more in its answer. */
export async function expectRefusal(call: Promise<unknown>, error: string, details: JsonObject = {}): Promise<void> {
  await expect(call).rejects.toMatchObject({ data: { ok: false, error, ...details } });
}
