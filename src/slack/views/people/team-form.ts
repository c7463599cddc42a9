import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { context, plain, section } from '../../kit/blocks.ts';
import { inputActionId, inputBlock } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';
import { openLog } from '../../routes/logging.ts';
import { submitTeam } from '../../routes/team.ts';
import { button } from '../../kit/blocks.ts';
import { list } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';
import { askedBlocks } from './claims.ts';
import type { ClaimSummary } from './claims.ts';

/** Who reports to somebody, and whom they report to. People are Slack user ids. */
export function teamForm(given: {
  readonly reps: readonly string[];
  readonly lead: string | undefined;
  /** Nobody reports to the reader, and they report to nobody. */
  readonly isNew: boolean;
  /** How many people the reader has asked already. */
  readonly waiting: number;
}): ModalView {
  return {
    type: 'modal',
    callback_id: submitTeam.id,
    private_metadata: submitTeam.encode({}),
    title: plain('Your team', limits.modalTitle),
    submit: plain('Save', limits.modalButton),
    close: plain('Not now', limits.modalButton),
    blocks: [
      ...(given.isNew
        ? [
            section(
              'You aren’t on a team here yet. Name who reports to you or who you report to; either is enough. I’ll ask them first, and nothing is shared until they say yes.',
            ),
          ]
        : []),
      ...(given.waiting > 0
        ? [context(`${given.waiting} asked, no answer yet. See or withdraw them in your Home tab.`)]
        : []),
      inputBlock(
        {
          id: 'reps',
          label: 'Who reports to you?',
          hint: 'Each person you add gets one question, with who sees what. You see nothing until they say yes. Removing someone ends it for both of you.',
          optional: true,
        },
        {
          type: 'multi_users_select',
          action_id: inputActionId,
          max_selected_items: 100,
          ...(given.reps.length === 0 ? {} : { initial_users: [...given.reps] }),
        },
      ),
      inputBlock(
        {
          id: 'lead',
          label: 'Who do you report to?',
          hint: 'I’ll ask them first. They see how many people you spent time with, never what was said.',
          optional: true,
        },
        {
          type: 'users_select',
          action_id: inputActionId,
          ...(given.lead === undefined ? {} : { initial_user: given.lead }),
        },
      ),
    ],
  };
}

export const teamFormSchema = z.object({ reps: z.array(z.string()).max(100).default([]), lead: z.string().optional() });

/** Shown in the form's place once it is saved. */
export function teamSaved(given: {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Who reports to the reader now. */
  readonly size: number;
  /** What the reader claimed, and waits for a yes. */
  readonly waiting: readonly ClaimSummary[];
}): ModalView {
  return {
    type: 'modal',
    callback_id: 'team.saved',
    title: plain('Your team', limits.modalTitle),
    close: plain('Done', limits.modalButton),
    blocks: [
      section(savedWords(given)),
      ...askedBlocks(given.waiting),
      ...(given.size === 0
        ? []
        : [
            section(
              'Start with the last thing you did: a call you joined, a conversation you had. It takes 30 seconds.',
              button(openLog, {}, 'Log a conversation'),
            ),
            context('You get one plan a week, with up to three things to do. Your Home tab has the rest.'),
          ]),
    ],
  };
}

function savedWords({
  added,
  removed,
  size,
  waiting,
}: {
  added: readonly string[];
  removed: readonly string[];
  size: number;
  waiting: readonly unknown[];
}): string {
  const sentences = [
    added.length === 0 ? '' : `${list(shown(added))} ${added.length === 1 ? 'reports' : 'report'} to you now.`,
    removed.length === 0
      ? ''
      : `${list(shown(removed))} ${removed.length === 1 ? 'doesn’t' : 'don’t'} report to you anymore.`,
    size === 0 && waiting.length === 0 ? 'No one reports to you.' : '',
  ].filter((sentence) => sentence !== '');
  if (sentences.length === 0 && waiting.length > 0) return 'Saved.';
  return sentences.length === 0 ? 'Saved. Your team is the same.' : `Saved. ${sentences.join(' ')}`;
}

const mostNames = 10;

function shown(names: readonly string[]): string[] {
  const rest = names.length - mostNames;
  return [...names.slice(0, mostNames).map(named), ...(rest > 0 ? [`${rest} more`] : [])];
}
