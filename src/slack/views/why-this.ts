import type { ModalView } from '@slack/types';
import type { Behaviour, Settings } from '../../behaviours/behaviour.ts';
import { citeEssay } from '../../behaviours/essays.ts';
import { context, plain, section } from '../blocks.ts';
import { limits } from '../limits.ts';
import { literal } from '../text.ts';

/** Why this?: the fact, the rule with its numbers, where the idea comes from, and how to change or stop it. */
export function whyThisView(given: {
  readonly behaviour: Behaviour;
  readonly settings: Settings;
  /** The fact that made it due, with its date. */
  readonly sentence: string;
}): ModalView {
  const { behaviour, settings, sentence } = given;
  const numbers = behaviour.settings.map(
    ({ key, label, unit, initial }) => `• ${literal(label)}: *${settings[key] ?? initial}* ${unit}`,
  );
  return {
    type: 'modal',
    title: plain('Why this?', limits.modalTitle),
    close: plain('Close', limits.modalButton),
    blocks: [
      section(`*${literal(behaviour.name)}*\n${literal(sentence)}`),
      section(`*The rule*\n${literal(behaviour.rule)}`),
      ...(numbers.length === 0 ? [] : [section(`*Its numbers here*\n${numbers.join('\n')}`)]),
      section(`*Where it comes from*\n${behaviour.essays.map((id) => `• ${literal(citeEssay(id))}`).join('\n')}`),
      section(
        '*To change it*\nAn admin can change the numbers in `/firstline settings`. If the fact is wrong, choose “This is wrong” under Not now. To hear no more of this kind, choose “Stop this kind”; your settings start it again.',
      ),
      context('Nobody else sees your nudges or what you answer.'),
    ],
  };
}
