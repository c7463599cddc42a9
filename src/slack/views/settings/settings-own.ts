import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Behaviour } from '../../../behaviours/behaviour.ts';
import type { DateSpan, OwnSettings, Policy } from '../../../leading/policy.ts';
import { initialValues, ownSettings, ownTopics } from '../../../leading/topics/index.ts';
import type { SpecialTopic } from '../../../leading/topics/index.ts';
import { spanWords } from '../../../leading/topics/spans.ts';
import type { ShownTo } from '../../../leading/topics/topic.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { button, context, header, plain, section } from '../../kit/blocks.ts';
import { inputActionId, inputBlock } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';
import { resumeKind } from '../../routes/nudges.ts';
import { openEverybody } from '../../routes/admin-people.ts';
import { chooseOwnPlace, openWorkspaceSettings, removeDayOff, saveSettings } from '../../routes/settings.ts';
import { literal } from '../../kit/text.ts';
import { placeInputs } from '../people/place-fields.ts';
import type { PlaceChoice, PlaceWords } from '../people/place-fields.ts';
import { awayBlock } from '../people/away.ts';
import type { Away } from '../people/away.ts';
import * as fields from './setting-fields.ts';
import type { ChangeRow } from './setting-fields.ts';
import { settingShape, topicInputs } from './topic-fields.ts';

/** Where a fact about the reader comes from. */
export type Source = 'slack' | 'roster' | 'workspace';

export interface OwnSettingsData {
  /** The numbers that hold for the reader. */
  readonly policy: Policy;
  readonly today: LocalDate;
  readonly zone: { readonly name: string; readonly source: Source };
  /** Where the reader has their holidays unless they choose another place; undefined where none hold. */
  readonly usualPlace: { readonly name: string; readonly source: Source } | undefined;
  /** The place that they chose themselves. */
  readonly place: PlaceChoice;
  /** Out by their status: until when by their clock, or until it changes. */
  readonly out: { readonly until: string | undefined } | undefined;
  /** The same, where it has no end; or it had none, and the reader said that they are back. */
  readonly away?: Away | undefined;
  /** Those to come. */
  readonly daysOff: readonly DateSpan[];
  /** What they set themselves. */
  readonly own: Partial<OwnSettings>;
  /** Slack's id of who gets asks while the reader is away. */
  readonly standIn: string | undefined;
  readonly stopped: readonly Pick<Behaviour, 'id' | 'name' | 'act'>[];
  /** Gets nudges. */
  readonly isLeader: boolean;
  /** Leads reps. */
  readonly isManager: boolean;
  /** Reports to a manager. */
  readonly isRep: boolean;
  readonly hasManager: boolean;
  readonly isAdmin: boolean;
  readonly last: ChangeRow | undefined;
}

const mostDaysOff = 20;
const mostStopped = 36;

/** What the reader can set for themselves. */
export function ownSettingsView(data: OwnSettingsData): ModalView {
  return {
    type: 'modal',
    callback_id: saveSettings.id,
    private_metadata: saveSettings.encode({}),
    title: plain('Settings', limits.modalTitle),
    submit: plain('Save', limits.modalButton),
    close: plain('Close', limits.modalButton),
    blocks: [
      ...(data.last === undefined ? [] : [fields.changeRow(data.last)]),
      ...(data.away === undefined ? [] : [awayBlock(data.away)]),
      section(whereWords(data)),
      ...topicBlocks(data),
      ...(data.isLeader ? stoppedBlocks(data.stopped) : []),
      ...(data.isAdmin ? workspaceBlocks() : []),
    ],
  };
}

/** Inputs of settings that have none of the usual kinds, by their topic. */
const forms: Readonly<Record<SpecialTopic<typeof ownTopics>, (data: OwnSettingsData) => KnownBlock[]>> = {
  place: ({ place, usualPlace }) => placeInputs(place, placeWords(usualPlace), chooseOwnPlace.id),
  'days-off': daysOffBlocks,
  'stand-in': ({ standIn }) => [standInInput(standIn)],
};

/** Below everything else, in this order: what grows, and who stands in for the time away. */
const lastInForm: readonly string[] = ['days-off', 'stand-in'];

function topicBlocks(data: OwnSettingsData): KnownBlock[] {
  const { policy, own } = data;
  const values = { ...withoutAnswers, ...policy, ...own };
  return ownTopics
    .filter(({ shownTo }) => shownTo === undefined || isShown[shownTo](data))
    .toSorted((one, other) => lastInForm.indexOf(one.id) - lastInForm.indexOf(other.id))
    .flatMap((topic) => [
      ...topicInputs(topic, values, policy),
      ...(topic.id in forms ? forms[topic.id as keyof typeof forms](data) : []),
    ]);
}

/** What holds for everybody who set nothing; an answer that was never given is none. */
const withoutAnswers = Object.fromEntries(
  Object.entries(initialValues(ownSettings)).filter(
    ([name]) => !Reflect.has(Reflect.get(ownSettings, name) as object, 'isAnswer'),
  ),
);

const isShown: Readonly<Record<ShownTo, (data: OwnSettingsData) => boolean>> = {
  leader: ({ isLeader }) => isLeader,
  managed: ({ hasManager }) => hasManager,
  manager: ({ isManager }) => isManager,
  rep: ({ isRep }) => isRep,
};

/** What isn't in the form, or was left empty, stays as it is. */
export const ownSettingsSchema = z.object({
  ...settingShape(ownSettings),
  /** Slack's id. */
  standIn: z.string().min(1).optional(),
  offFrom: fields.dateSchema.optional(),
  offUntil: fields.dateSchema.optional(),
});

function whereWords({ zone, usualPlace, place, out }: OwnSettingsData): string {
  const zoneFrom = {
    slack: 'from your Slack profile',
    roster: 'from the roster',
    workspace: 'the workspace default',
  } as const satisfies Record<Source, string>;
  const holidays =
    place.chosen !== null
      ? 'Public holidays: the ones you chose below.'
      : usualPlace === undefined
        ? 'No public holidays yet. Choose a country below.'
        : `Public holidays: ${literal(usualPlace.name)}, ${usualPlace.source === 'workspace' ? 'the workspace default' : 'from the roster'}.`;
  return [
    `*Your time zone:* ${literal(zone.name)}, ${zoneFrom[zone.source]}.`,
    holidays,
    ...(out?.until === undefined
      ? []
      : [`*Your Slack status says you’re out* until ${out.until}. I’ll hold what can wait until then.`]),
  ].join('\n');
}

function placeWords(usual: OwnSettingsData['usualPlace']): PlaceWords {
  const from = usual?.source === 'workspace' ? 'Workspace default' : 'From the roster';
  return {
    label: 'Your public holidays',
    hint: 'Nothing comes on these days. Choose a country first, then a state if it has its own holidays.',
    none: usual === undefined ? 'Default: none' : `${from}: ${usual.name}`,
    noneGroup: 'Default',
  };
}

function daysOffBlocks({ daysOff, today }: OwnSettingsData): KnownBlock[] {
  const rows = daysOff.slice(0, mostDaysOff).map((span) => ({
    ...section(`Off ${spanWords(span, today)}`, button(removeDayOff, span, 'Remove')),
    block_id: `off-${span.from}-${span.until}`,
  }));
  const left = daysOff.length - rows.length;
  return [
    header('Days off'),
    ...rows,
    ...(left > 0 ? [context(`And ${left} more later.`)] : []),
    fields.dateInput({ id: 'offFrom', label: 'First day off', optional: true }),
    fields.dateInput({
      id: 'offUntil',
      label: 'Last day off',
      hint: 'A Slack status like Vacationing or Out sick does the same while it’s set.',
      optional: true,
    }),
  ];
}

function standInInput(standIn: string | undefined): KnownBlock {
  return inputBlock(
    {
      id: 'standIn',
      label: 'Who gets asks while you’re away?',
      hint: 'They see an ask only while they have it. If you choose no one, your lead gets it.',
      optional: true,
    },
    {
      type: 'users_select',
      action_id: inputActionId,
      ...(standIn === undefined ? {} : { initial_user: standIn }),
    },
  );
}

function stoppedBlocks(stopped: OwnSettingsData['stopped']): KnownBlock[] {
  return [
    header('Nudges you stopped'),
    ...stopped.slice(0, mostStopped).map((kind) => ({
      ...section(
        `*${literal(kind.name)}*\n${literal(kind.act)}`,
        button(resumeKind, { behaviour: kind.id }, 'Start again'),
      ),
      block_id: `kind-${kind.id}`,
    })),
    context(
      `${stopped.length === 0 ? 'None. ' : ''}To stop a kind, choose “Stop this kind” under Not now on any nudge.`,
    ),
  ];
}

function workspaceBlocks(): KnownBlock[] {
  return [
    header('The whole workspace'),
    section(
      'You’re an admin, so you can change the settings for everyone.',
      button(openWorkspaceSettings, {}, 'Workspace settings'),
    ),
    section('Who is who in Slack, and who reports to whom.', button(openEverybody, {}, 'People')),
  ];
}
