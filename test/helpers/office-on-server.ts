/** An office on a server, and further programs on the same rows. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../src/store/db.ts';
import type { Store } from '../../src/store/db.ts';
import { openOffice } from './office.ts';
import type { Office } from './office.ts';
import { freshOnServer } from './place.ts';
import { emptyFolder } from './process.ts';

export interface OfficeOnServer {
  readonly address: string;
  readonly office: Office;
  readonly store: Store;
  /** The same rows over connections of its own, the first of which is made. */
  readonly another: () => Promise<Store>;
}

/** It goes with the test. */
export async function officeOnServer(): Promise<OfficeOnServer> {
  const [address, pulseKeys] = [await freshOnServer(), join(emptyFolder(), 'pulse-keys')];
  const office = await openOffice(address, undefined, pulseKeys);
  onTestFinished(() => office.close());
  return {
    address,
    office,
    store: office.store,
    another: async () => {
      const database = await openDatabase({ path: address, pulseKeys });
      onTestFinished(() => database.close());
      const store = database.forWorkspace(office.store.workspaceId);
      await store.database.selectFrom('workspace').select('id').execute();
      return store;
    },
  };
}
