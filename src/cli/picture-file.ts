import { open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../errors.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Checks that a picture may be written there, before any work is done.
 * @throws UserError if there is a file that is no PNG, or no folder to write into
 */
export async function checkPictureFile(path: string): Promise<void> {
  const folder = await stat(dirname(path)).catch(() => undefined);
  if (folder?.isDirectory() !== true)
    throw new UserError(`There is no folder ${dirname(path)}. Make it first, or name another file.`);
  const there = await stat(path).catch(() => undefined);
  if (there === undefined) return;
  if (!there.isFile() || !(await isPng(path)))
    throw new UserError(`${path} is there already and is no PNG, so it stays as it is. Name another file.`);
}

/**
 * Writes a picture whole or not at all: whoever reads the file meanwhile sees the old one.
 * @throws UserError if it can't be written
 */
export async function writePictureFile(path: string, png: Buffer): Promise<void> {
  const beside = `${path}.part`;
  try {
    await writeFile(beside, png, { flag: 'wx' });
    await rename(beside, path);
  } catch (cause) {
    const code: unknown = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'EEXIST')
      throw new UserError(
        `${beside} is in the way: another run is writing, or one was cut off. Remove it, then try again.`,
        {
          cause,
        },
      );
    await rm(beside, { force: true });
    throw new UserError(`${path} can’t be written (${String(code)}). Name another file.`, { cause });
  }
}

async function isPng(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(signature.length), 0, signature.length, 0);
    return bytesRead === signature.length && buffer.equals(signature);
  } finally {
    await file.close();
  }
}
