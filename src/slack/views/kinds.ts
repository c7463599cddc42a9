import type { ModalView } from '@slack/types';
import type { Behaviour } from '../../behaviours/behaviour.ts';
import { button, context, plain, section } from '../blocks.ts';
import { limits } from '../limits.ts';
import { resumeKind } from '../routes/nudges.ts';
import { literal } from '../text.ts';

/** The kinds of nudge that the person stopped, each with a way back. */
export function kindsView(stopped: readonly Pick<Behaviour, 'id' | 'name' | 'act'>[]): ModalView {
  const rows = stopped.map((kind) => ({
    ...section(
      `*${literal(kind.name)}*\n${literal(kind.act)}`,
      button(resumeKind, { behaviour: kind.id }, 'Start again'),
    ),
    block_id: `kind-${kind.id}`,
  }));
  return {
    type: 'modal',
    title: plain('Your nudges', limits.modalTitle),
    close: plain('Close', limits.modalButton),
    blocks: [
      section(stopped.length === 0 ? 'You haven’t stopped any kind of nudge.' : 'You stopped these kinds of nudge:'),
      ...rows.slice(0, limits.viewBlocks - 2),
      context('To stop a kind, choose “Stop this kind” under Not now, beside a nudge.'),
    ],
  };
}
