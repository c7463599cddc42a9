import type { SectionBlock } from '@slack/types';
import { section } from '../../kit/blocks.ts';

/** For admins, while messages are held back since the database was restored. */
export function heldBackBlock(count: number): SectionBlock {
  const messages = count === 1 ? 'One message is' : `${count} messages are`;
  return section(
    `*Some messages are on hold.* Firstline was restored from an older copy. ${messages} on hold that may have gone out already. Whoever runs Firstline can send or drop them: \`firstline restore --release\`.`,
  );
}
