/** Run by tools/check/with-postgres.sh: tells where the server is, and keeps it until whoever started this lets go of its input. */
import { once } from 'node:events';
import { tell } from '../child.ts';

tell(process.env['TEST_POSTGRES'] ?? null);
process.stdin.resume();
await once(process.stdin, 'end');
