import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, randomInt } from 'node:crypto';

declare const sealed: unique symbol;

/**
 * Free text as the database may hold it. Only `seal` makes one, so that words which nobody sealed fit no column: a column of people's
 * words has this type, and every other column of text stands in `plain-columns.ts` with the reason.
 */
export type Sealed = string & { readonly [sealed]: true };

/** Seals free text for the database and opens it again. */
export interface Seal {
  seal(text: string): Sealed;
  /** @throws Error if the text was sealed with another key or for another workspace, or was changed. */
  open(stored: Sealed): string;
}

export const plainMark = 'p:';
export const sealedMark = 's1:';
const nonceBytes = 12;
const tagBytes = 16;
const keyBytes = 32;
const receiptBytes = 16;

/**
 * AES-256-GCM per field, with the workspace's id as associated data. Without a key text is stored as it is, marked so: what was
 * stored before a key was set can still be read.
 * @param key 32 bytes, from FIRSTLINE_KEY
 */
export function sealFor(workspaceId: string, key: Buffer | undefined): Seal {
  return {
    seal(text) {
      if (key === undefined) return (plainMark + text) as Sealed;
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(workspaceId));
      const words = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return (sealedMark + Buffer.concat([nonce, cipher.getAuthTag(), words]).toString('base64')) as Sealed;
    },
    open(stored) {
      if (stored.startsWith(plainMark)) return stored.slice(plainMark.length);
      if (!stored.startsWith(sealedMark)) throw new Error('A stored text has no known mark');
      if (key === undefined) throw new Error('A stored text is encrypted, and FIRSTLINE_KEY is not set');
      const bytes = Buffer.from(stored.slice(sealedMark.length), 'base64');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
        .setAAD(Buffer.from(workspaceId))
        .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
    },
  };
}

/**
 * A key for one purpose, from which nobody learns the other: HKDF-SHA256.
 * @param second needed beside it, where there is one
 */
export function keyFor(purpose: string, key: Buffer, second: Buffer | undefined): Buffer {
  return Buffer.from(hkdfSync('sha256', key, second ?? Buffer.alloc(0), purpose, keyBytes));
}

/** 32 bytes of chance. */
export function newKey(): Buffer {
  return randomBytes(keyBytes);
}

/** What nobody guesses, always of one length. */
export function newReceipt(): string {
  return randomBytes(receiptBytes).toString('base64url');
}

/** The same in an order that tells nothing. */
export function shuffled<T>(items: readonly T[]): T[] {
  const left = [...items];
  const order: T[] = [];
  while (left.length > 0) order.push(...left.splice(randomInt(left.length), 1));
  return order;
}
