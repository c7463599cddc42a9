import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import {
  planNudgesRange,
  pulseEveryRange,
  retentionRange,
  weekPerPersonRange,
  weekThingsRange,
} from '../../../leading/settings.ts';
import type { WorkspaceSettings } from '../../../leading/settings.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { button, option, plain, section } from '../../kit/blocks.ts';
import { inputActionId, inputBlock, numberInput, select } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';
import { choosePlace, openNumbers, saveWorkspaceSettings } from '../../routes/settings.ts';
import { companyDaysBlocks, companyDaysShape } from './company-days-fields.ts';
import { placeInputs } from '../people/place-fields.ts';
import type { PlaceChoice } from '../people/place-fields.ts';
import * as fields from './setting-fields.ts';
import type { ChangeRow } from './setting-fields.ts';
import { troubleBlock } from './wins-channel.ts';
import type { ShownTrouble } from './wins-channel.ts';

export interface WorkspaceSettingsData {
  readonly settings: WorkspaceSettings;
  readonly place: PlaceChoice;
  readonly today: LocalDate;
  readonly last: ChangeRow | undefined;
  /** Why nothing can be posted in the wins channel. */
  readonly winsTrouble?: ShownTrouble | undefined;
}

/** Whose holidays people have of whom nothing is known. */
const placeWords = {
  label: 'Public holidays for people without a country',
  hint: 'Nothing comes on these days. Anyone can choose their own.',
  none: 'None',
  noneGroup: 'No holidays',
};

/** What an admin can set for everybody. */
export function workspaceSettingsView({ settings, place, today, last, winsTrouble }: WorkspaceSettingsData): ModalView {
  return {
    type: 'modal',
    callback_id: saveWorkspaceSettings.id,
    private_metadata: saveWorkspaceSettings.encode({}),
    title: plain('Workspace settings', limits.modalTitle),
    submit: plain('Save', limits.modalButton),
    close: plain('Back', limits.modalButton),
    blocks: [
      ...(last === undefined ? [] : [fields.changeRow(last)]),
      section('*Rhythms*\nHow often each nudge is due.', button(openNumbers, {}, 'Change rhythms')),
      ...weeklyInputs(settings),
      ...pulseInputs(settings),
      ...(winsTrouble === undefined ? [] : [troubleBlock(winsTrouble)]),
      winsInput(settings.winsChannel),
      ...placeInputs(place, placeWords, choosePlace.id),
      inputBlock(
        { id: 'defaultTimeZone', label: 'Default time zone', hint: 'Like America/Chicago.' },
        { type: 'plain_text_input', action_id: inputActionId, max_length: 60, initial_value: settings.defaultTimeZone },
      ),
      inputBlock(
        {
          id: 'retentionDays',
          label: 'Erase the words of notes after … days',
          hint: 'Leave empty to keep them. Erased words are gone for good, including shared notes and pulses. That a conversation took place stays, and so does what Slack already shows.',
          optional: true,
        },
        numberInput(retentionRange, settings.retentionDays ?? undefined),
      ),
      ...companyDaysBlocks(settings.companyDaysOff, today),
    ],
  };
}

export const workspaceSettingsSchema = z.object({
  planDay: fields.weekdaySchema,
  planAt: fields.timeSchema,
  planNudges: fields.numberSchema(planNudgesRange),
  weekThings: fields.numberSchema(weekThingsRange).optional(),
  weekPerPerson: fields.numberSchema(weekPerPersonRange).optional(),
  digestDay: fields.weekdaySchema,
  digestAt: fields.timeSchema,
  pulseOn: z.enum(['yes', 'no'], 'Choose one from the list.').transform((answer) => answer === 'yes'),
  pulseEveryDays: fields.numberSchema(pulseEveryRange),
  pulseDay: fields.weekdaySchema,
  pulseAt: fields.timeSchema,
  winsChannel: z
    .array(z.string().regex(/^[CG][A-Z0-9]+$/u, 'Choose a channel.'))
    .max(1, 'Choose one channel.')
    .default([])
    .transform(([channel]) => channel ?? null),
  defaultTimeZone: z.string('Enter a time zone like America/Chicago.').trim(),
  retentionDays: fields
    .numberSchema(retentionRange)
    .optional()
    .transform((days) => days ?? null),
  ...companyDaysShape,
});

function weeklyInputs(settings: WorkspaceSettings): KnownBlock[] {
  return [
    fields.weekdayInput(
      { id: 'planDay', label: 'Plans come on', hint: 'Anyone can choose their own time.' },
      settings.planDay,
    ),
    fields.timeInput({ id: 'planAt', label: 'At' }, settings.planAt),
    inputBlock(
      { id: 'planNudges', label: 'Nudges in a plan, at most' },
      numberInput(planNudgesRange, settings.planNudges),
    ),
    inputBlock(
      { id: 'weekThings', label: 'Things a week, at most', hint: 'Plan, messages and questions together.' },
      numberInput(weekThingsRange, settings.weekThings),
    ),
    inputBlock(
      { id: 'weekPerPerson', label: 'About the same person, at most' },
      numberInput(weekPerPersonRange, settings.weekPerPerson),
    ),
    fields.weekdayInput({ id: 'digestDay', label: 'Digests and recaps come on' }, settings.digestDay),
    fields.timeInput({ id: 'digestAt', label: 'At' }, settings.digestAt),
  ];
}

/** Three statements to reps about their manager. */
function pulseInputs({ pulseOn, pulseEveryDays, pulseDay, pulseAt }: WorkspaceSettings): KnownBlock[] {
  const answers = [option('yes', 'Yes'), option('no', 'No')];
  return [
    inputBlock(
      {
        id: 'pulseOn',
        label: 'Ask reps how it’s going with their manager (the pulse)?',
        hint: 'A manager hears the result only if five or more people answered.',
      },
      select(answers, answers[pulseOn ? 0 : 1]),
    ),
    inputBlock(
      {
        id: 'pulseEveryDays',
        label: 'Ask at most every … days',
        hint: `From ${pulseEveryRange.minimum} to ${pulseEveryRange.maximum}. The next one waits until the manager has answered the last.`,
      },
      numberInput(pulseEveryRange, pulseEveryDays),
    ),
    fields.weekdayInput({ id: 'pulseDay', label: 'Comes on' }, pulseDay),
    fields.timeInput({ id: 'pulseAt', label: 'At' }, pulseAt),
  ];
}

/** A select of many with room for one: unlike a select of one, it can be emptied. */
function winsInput(channel: string | null): KnownBlock {
  return inputBlock(
    {
      id: 'winsChannel',
      label: 'Wins channel',
      hint: 'Only for people who said they like it. Invite the app to the channel first.',
      optional: true,
    },
    {
      type: 'multi_conversations_select',
      action_id: inputActionId,
      max_selected_items: 1,
      placeholder: plain('Choose a channel', limits.placeholder),
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(channel === null ? {} : { initial_conversations: [channel] }),
    },
  );
}
