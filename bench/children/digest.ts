/** In a process of its own: the digest of one lead of sixty managers. */
import { tell } from '../child.ts';
import { leadId, now } from '../company/shape.ts';
import { openContext } from '../in-process.ts';
import { loadDigestOf } from '../jobs.ts';
import { watchBlocks } from '../longest-block.ts';
import { middle } from '../measure.ts';

export interface DigestRun {
  readonly milliseconds: number;
  readonly longestBlock: number;
}

const [path = ''] = process.argv.slice(2);
const opened = await openContext(path, 'http://127.0.0.1:9/', () => now);
const { context } = opened;
const times: number[] = [];
const blocks = watchBlocks();
for (let run = 0; run < 4; run += 1) {
  const from = performance.now();
  await loadDigestOf(context, leadId(0));
  if (run > 0) times.push(performance.now() - from);
}
const longestBlock = blocks.stop();
await opened.close();
tell({ milliseconds: middle(times), longestBlock } satisfies DigestRun);
