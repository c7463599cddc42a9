import type { ModalView } from '@slack/types';
import type { Behaviour, Evidence, Settings } from '../../../behaviours/behaviour.ts';
import { citeEssay } from '../../../behaviours/essays.ts';
import { formatDay } from '../../../time/zoned.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { context, plain, quotation, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import { literal, shorten } from '../../kit/text.ts';

const longestWords = 2000;

/** Why?: the fact with its dates, the words it is about, the rule with its numbers, where the idea comes from, and how to change or stop it. */
export function whyThisView(given: {
  readonly behaviour: Behaviour;
  readonly settings: Settings;
  readonly evidence: Evidence;
  /** What was promised, asked or agreed, in full, as the reader may read it. */
  readonly words: string | undefined;
  readonly today: LocalDate;
}): ModalView {
  const { behaviour, settings, evidence, words, today } = given;
  const numbers = behaviour.settings.map(
    ({ key, label, unit, initial }) => `• ${literal(label)}: *${settings[key] ?? initial}* ${unit}`,
  );
  const since = evidence.dueSince < today ? ` It’s been due since ${formatDay(evidence.dueSince, today)}.` : '';
  return {
    type: 'modal',
    title: plain('Why?', limits.modalTitle),
    close: plain('Close', limits.modalButton),
    blocks: [
      section(`*${literal(behaviour.name)}*\n${literal(evidence.sentence)}${since}`),
      ...(words === undefined ? [] : [quotation(shorten(words, longestWords))]),
      section(`*The rule*\n${literal(behaviour.rule)}`),
      ...(numbers.length === 0 ? [] : [section(`*Your numbers*\n${numbers.join('\n')}`)]),
      section(`*Where it comes from*\n${behaviour.essays.map((id) => `• ${literal(citeEssay(id))}`).join('\n')}`),
      section(
        '*To change it*\nAn admin sets the numbers in `/firstline settings`. If the fact is wrong, choose “This is wrong” under Not now. “Stop these” ends this kind; your settings bring it back.',
      ),
      context('Only you can see this.'),
    ],
  };
}
