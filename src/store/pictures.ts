import type { Store } from './db.ts';

/** A picture that Slack has already. */
export interface UploadedPicture {
  /** SHA-256 of the drawing, in hexadecimal. */
  readonly fingerprint: string;
  readonly slackFileId: string;
  readonly uploadedAt: Date;
}

export async function findPicture(store: Store, fingerprint: string): Promise<UploadedPicture | undefined> {
  const row = await store.database
    .selectFrom('picture')
    .select(['fingerprint', 'slackFileId', 'uploadedAt'])
    .where('workspaceId', '=', store.workspaceId)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst();
  return row && { ...row, uploadedAt: new Date(row.uploadedAt) };
}

/** The newest upload of a drawing is the one that is used. */
export async function savePicture(store: Store, { uploadedAt, ...picture }: UploadedPicture): Promise<void> {
  const row = { ...picture, uploadedAt: uploadedAt.toISOString() };
  await store.database
    .insertInto('picture')
    .values({ ...row, workspaceId: store.workspaceId })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'fingerprint']).doUpdateSet(row))
    .execute();
}

/** Slack doesn't know this file any more; if another was uploaded meanwhile, that one stays. */
export async function forgetPicture(store: Store, { fingerprint, slackFileId }: UploadedPicture): Promise<void> {
  await store.database
    .deleteFrom('picture')
    .where('workspaceId', '=', store.workspaceId)
    .where('fingerprint', '=', fingerprint)
    .where('slackFileId', '=', slackFileId)
    .execute();
}

/** The app was removed: whoever installs it again gets files of their own. */
export async function forgetPictures(store: Store): Promise<void> {
  await store.database.deleteFrom('picture').where('workspaceId', '=', store.workspaceId).execute();
}
