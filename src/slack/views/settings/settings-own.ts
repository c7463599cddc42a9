import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Behaviour } from '../../../behaviours/behaviour.ts';
import type { DateSpan, PlanEvery, Policy, RecapSetting } from '../../../leading/policy.ts';
import { recapTime } from '../../../leading/recap-time.ts';
import { nameOfWeekday } from '../../../leading/settings.ts';
import type { LocalDate, Weekday } from '../../../time/zoned.ts';
import { formatTime } from '../../../time/zoned.ts';
import { button, context, header, option, plain, section } from '../../kit/blocks.ts';
import { inputActionId, inputBlock, select } from '../../kit/form.ts';
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
import { spanWords } from './setting-words.ts';

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
  /** Undefined: they never said. */
  readonly publicPraise: boolean | undefined;
  /** Slack's id of who gets asks while the reader is away. */
  readonly standIn: string | undefined;
  /** Does it come? Undefined where there is none for the reader. */
  readonly weeklyRecap: boolean | undefined;
  readonly monthlyRecap: boolean | undefined;
  readonly stopped: readonly Pick<Behaviour, 'id' | 'name' | 'act'>[];
  /** Gets nudges. */
  readonly isLeader: boolean;
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
      ...(data.isLeader ? planInputs(data.policy) : []),
      ...workInputs(data.policy),
      ...placeInputs(data.place, placeWords(data.usualPlace), chooseOwnPlace.id),
      ...(data.hasManager ? [praiseInput(data.publicPraise)] : []),
      ...recapInputs(data),
      ...daysOffBlocks(data),
      ...(data.isLeader ? [standInInput(data.standIn)] : []),
      ...(data.isLeader ? stoppedBlocks(data.stopped) : []),
      ...(data.isAdmin ? workspaceBlocks() : []),
    ],
  };
}

const yesOrNo = z.enum(['yes', 'no']).transform((answer) => answer === 'yes');

/** What isn't in the form, or was left empty, stays as it is. */
export const ownSettingsSchema = z.object({
  planDay: fields.weekdaySchema.optional(),
  planAt: fields.timeSchema.optional(),
  planEvery: z.enum(['week', 'two-weeks', 'never']).optional(),
  workingDays: z
    .array(fields.weekdaySchema)
    .transform((days): Weekday[] => days.toSorted((one, other) => one - other))
    .optional(),
  workingFrom: fields.timeSchema.optional(),
  workingUntil: fields.timeSchema.optional(),
  publicPraise: yesOrNo.optional(),
  weeklyRecap: yesOrNo.optional(),
  monthlyRecap: yesOrNo.optional(),
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

const paces = {
  week: 'Every week',
  'two-weeks': 'Every other week',
  never: 'Not at all',
} as const satisfies Record<PlanEvery, string>;

function planInputs({ planDay, planAt, planEvery }: Policy): KnownBlock[] {
  const choices = { week: paceOption('week'), 'two-weeks': paceOption('two-weeks'), never: paceOption('never') };
  return [
    fields.weekdayInput(
      {
        id: 'planDay',
        label: 'Your plan comes on',
        hint: 'If that’s a day off, it comes on the next working day that week.',
      },
      planDay,
    ),
    fields.timeInput({ id: 'planAt', label: 'At' }, planAt),
    inputBlock({ id: 'planEvery', label: 'How often' }, select(Object.values(choices), choices[planEvery])),
  ];
}

function paceOption(every: PlanEvery) {
  return option(every, paces[every]);
}

function workInputs({ workingDays, workingFrom, workingUntil }: Policy): KnownBlock[] {
  return [
    fields.weekdaysInput({ id: 'workingDays', label: 'You work on' }, workingDays),
    fields.timeInput({ id: 'workingFrom', label: 'From' }, workingFrom),
    fields.timeInput({ id: 'workingUntil', label: 'To' }, workingUntil),
  ];
}

function praiseInput(publicPraise: boolean | undefined): KnownBlock {
  const choices = { yes: option('yes', 'Yes, others can read it'), no: option('no', 'No, only to me') };
  return inputBlock(
    { id: 'publicPraise', label: 'Can your manager thank you in the wins channel?', optional: true },
    select([choices.yes, choices.no], publicPraise === undefined ? undefined : choices[publicPraise ? 'yes' : 'no']),
  );
}

/** What comes by itself beside the plan. */
function recapInputs({ policy, weeklyRecap, monthlyRecap }: OwnSettingsData): KnownBlock[] {
  const { day, at } = recapTime(policy);
  const weekly = `Your weekly recap, ${nameOfWeekday(day)} at ${formatTime(at)}`;
  const monthly = 'Your monthly recap: what you were told and promised';
  return [
    ...(weeklyRecap === undefined ? [] : [recapInput({ id: 'weeklyRecap', label: weekly }, weeklyRecap)]),
    ...(monthlyRecap === undefined ? [] : [recapInput({ id: 'monthlyRecap', label: monthly }, monthlyRecap)]),
  ];
}

function recapInput(field: { readonly id: RecapSetting; readonly label: string }, comes: boolean): KnownBlock {
  const choices = { yes: option('yes', 'Yes, send it'), no: option('no', 'No, thanks') };
  return inputBlock(field, select([choices.yes, choices.no], choices[comes ? 'yes' : 'no']));
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
