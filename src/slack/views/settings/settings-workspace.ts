import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { defaultPolicy } from '../../../leading/policy.ts';
import { workspaceSettings, workspaceTopics } from '../../../leading/topics/index.ts';
import type { SpecialTopic, WorkspaceValues } from '../../../leading/topics/index.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { button, plain, section } from '../../kit/blocks.ts';
import { inputActionId, inputBlock } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';
import { choosePlace, openNumbers, saveWorkspaceSettings } from '../../routes/settings.ts';
import { companyDaysBlocks, companyDaysShape } from './company-days-fields.ts';
import { placeInputs } from '../people/place-fields.ts';
import type { PlaceChoice } from '../people/place-fields.ts';
import * as fields from './setting-fields.ts';
import type { ChangeRow } from './setting-fields.ts';
import { settingShape, topicInputs } from './topic-fields.ts';
import { troubleBlock } from './wins-channel.ts';
import type { ShownTrouble } from './wins-channel.ts';

export interface WorkspaceSettingsData {
  readonly settings: WorkspaceValues;
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

/** Inputs of settings that have none of the usual kinds, by their topic. */
const forms: Readonly<Record<SpecialTopic<typeof workspaceTopics>, (data: WorkspaceSettingsData) => KnownBlock[]>> = {
  wins: ({ winsTrouble, settings }) => [
    ...(winsTrouble === undefined ? [] : [troubleBlock(winsTrouble)]),
    winsInput(settings.winsChannel),
  ],
  holidays: ({ place }) => placeInputs(place, placeWords, choosePlace.id),
  'company-days': ({ settings, today }) => companyDaysBlocks(settings.companyDaysOff, today),
};

/** The list of the company's days off grows: it stands below everything else. */
const lastInForm = 'company-days';

/** What an admin can set for everybody. */
export function workspaceSettingsView(data: WorkspaceSettingsData): ModalView {
  const inOrder = workspaceTopics.toSorted(
    (one, other) => Number(one.id === lastInForm) - Number(other.id === lastInForm),
  );
  return {
    type: 'modal',
    callback_id: saveWorkspaceSettings.id,
    private_metadata: saveWorkspaceSettings.encode({}),
    title: plain('Workspace settings', limits.modalTitle),
    submit: plain('Save', limits.modalButton),
    close: plain('Back', limits.modalButton),
    blocks: [
      ...(data.last === undefined ? [] : [fields.changeRow(data.last)]),
      section('*Rhythms*\nHow often each nudge is due.', button(openNumbers, {}, 'Change rhythms')),
      ...inOrder.flatMap((topic) => [
        ...topicInputs(topic, data.settings, defaultPolicy),
        ...(topic.id in forms ? forms[topic.id as keyof typeof forms](data) : []),
      ]),
    ],
  };
}

/** What isn't in the form stays as it is; what can be left empty and was is null. */
export const workspaceSettingsSchema = z.object({
  ...settingShape(workspaceSettings),
  winsChannel: z
    .array(z.string().regex(/^[CG][A-Z0-9]+$/u, 'Choose a channel.'))
    .max(1, 'Choose one channel.')
    .default([])
    .transform(([channel]) => channel ?? null),
  ...companyDaysShape,
});

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
