/** People whose manager has left, or is away for good, and the way to another one. */
import type { ActionsBlock, KnownBlock, ModalView } from '@slack/types';
import type { PersonId } from '../../../behaviours/ids.ts';
import type { WithoutManager } from '../../../store/without-manager.ts';
import { formatDay } from '../../../time/zoned.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { actions, button, context, header, plain, section } from '../../kit/blocks.ts';
import { inputActionId, inputBlock } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';
import type { RenderedMessage } from '../../kit/rendered-message.ts';
import { numberedId } from '../../kit/route.ts';
import { chooseEach, chooseManager, submitEach } from '../../routes/departures.ts';
import { count, list, shorten } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';
import type { HomeSection } from '../home/home-fit.ts';

/** Those who had one manager, as their reader sees them. */
export interface OrphansShown {
  readonly leaverId: PersonId;
  readonly leaverName: string;
  /** The reader has them for now; else who has; undefined where nobody has. */
  readonly isMine: boolean;
  readonly holderName: string | undefined;
  /** By name. */
  readonly names: readonly string[];
  /** With the reader, of theirs: asks to answer, and promises that the one who left made. */
  readonly asks: number;
  readonly promises: number;
}

/** Who has another manager by now. */
export interface NamedSince {
  readonly leaverName: string;
  readonly managerName: string;
  readonly names: readonly string[];
}

const mostNames = 12;
const mostGroups = 8;
const mostFields = 90;
const mostRows = 5;

/** `Ada Quill and Otto Quill`, in mrkdwn; of many the first, and how many more. */
function namesOf(names: readonly string[]): string {
  const more = names.length - mostNames;
  const shown = names.slice(0, more > 0 ? mostNames : names.length).map(named);
  return list(more > 0 ? [...shown, `${more} more`] : shown);
}

/** To the lead who has them, and to the admins. */
export function managersLeft(groups: readonly OrphansShown[], since: readonly NamedSince[]): RenderedMessage {
  const shown = groups.slice(0, mostGroups);
  const more = groups.length - shown.length;
  const settled = since.slice(0, mostGroups).map(sinceWords);
  const said = [...shown.map(leftWords), ...settled];
  return {
    text: shorten(said.join(' '), limits.messageText),
    blocks: [
      ...shown.flatMap((group) => [section(leftWords(group)), choosing(group)]),
      ...(more > 0 ? [context(`And the people of ${count(more, 'more manager')}, in your Home tab.`)] : []),
      ...settled.map((words) => section(words)),
      ...(groups.length === 0
        ? []
        : [context('Whoever you choose also gets what’s open. I’ll tell everyone involved.')]),
    ],
  };
}

/** In the place of the choice, once there is nobody left to choose for. */
export function everybodyHasOne(
  leavers: readonly { readonly name: string; readonly isBack: boolean }[],
): RenderedMessage {
  const text = leavers
    .map(({ name, isBack }) =>
      isBack ? `${named(name)} is back.` : `${named(name)} left. Everyone on their team has a manager again.`,
    )
    .join(' ');
  return { text: shorten(text, limits.messageText), blocks: [section(text)] };
}

/** To whoever held them. */
export function managerBack(groups: readonly { leaverName: string; names: readonly string[] }[]): RenderedMessage {
  const said = groups.map(
    ({ leaverName, names }) =>
      `${named(leaverName)} is back. ${namesOf(names)} ${reports(names)} to ${named(leaverName)} again.`,
  );
  return { text: shorten(said.join(' '), limits.messageText), blocks: said.map((words) => section(words)) };
}

/** To the lead of a manager who is away, and nobody knows until when. */
export function managerAway(
  given: Pick<OrphansShown, 'leaverId' | 'leaverName' | 'names'> & {
    readonly since: LocalDate;
    readonly today: LocalDate;
  },
): RenderedMessage {
  const { leaverName, names } = given;
  const away = `${named(leaverName)} has been away since ${formatDay(given.since, given.today)}.`;
  const said =
    names.length === 0
      ? `${away} No one reports to them now.`
      : `${away} ${namesOf(names)} still ${reports(names)} to them. Their asks come to you or the stand-in. Do they need another manager?`;
  return {
    text: shorten(said, limits.messageText),
    blocks: [
      section(said),
      ...(names.length === 0
        ? []
        : [choosing(given), context('You can leave it as is. I won’t ask again while they’re away.')]),
    ],
  };
}

/** To whoever had something to do with a rep who left. */
export function repLeft(given: {
  readonly name: string;
  readonly asks: number;
  readonly promises: number;
  readonly bookings: number;
}): RenderedMessage {
  const closed = [
    ...(given.asks > 0 ? [`${count(given.asks, 'open ask')} of theirs`] : []),
    ...(given.promises > 0 ? [count(given.promises, 'promise')] : []),
    ...(given.bookings > 0 ? [count(given.bookings, 'booking')] : []),
  ];
  const many = given.asks + given.promises + given.bookings > 1;
  const text =
    closed.length === 0
      ? `${named(given.name)} has left and is off your plan and Home tab.`
      : `${named(given.name)} has left, so ${list(closed)} ${many ? 'are' : 'is'} closed.`;
  return { text, blocks: [section(text)] };
}

/** In the Home tab, until there is a manager for everybody. */
export function withoutManagerSection(groups: readonly OrphansShown[]): HomeSection {
  const people = groups.reduce((sum, { names }) => sum + names.length, 0);
  return {
    head: [header(`${count(people, 'person has', 'people have')} no manager now`)],
    rows: groups.slice(0, mostRows).map((group) => [section(leftWords(group)), choosing(group)]),
    total: groups.length,
    priority: 8,
    more: (hidden) => `The people of ${count(hidden, 'more manager')} are waiting for a new manager.`,
    foot: [],
  };
}

/** In a digest: `2 people have no manager now: …`, with the way to one. */
export function heldForNowBlocks(groups: readonly WithoutManager[]): KnownBlock[] {
  return groups
    .slice(0, mostRows)
    .map(({ leaver, people }) =>
      section(
        `*${count(people.length, 'person has', 'people have')} no manager now:* ${namesOf(people.map(({ name }) => name))}, with you since ${named(leaver.name)} left.`,
        button(chooseEach, { leaver: leaver.id }, 'Choose'),
      ),
    );
}

/** In a plan: who is the reader's only for now. */
export function forNowWords(names: readonly string[]): string {
  return `${namesOf(names)} ${names.length === 1 ? 'is' : 'are'} yours for now, because their manager left. You can choose a new one in your Home tab.`;
}

/** A manager for each; those left empty stay where they are. */
export function chooseEachForm(given: {
  readonly leaverId: PersonId;
  readonly leaverName: string;
  readonly people: readonly { readonly id: number; readonly name: string }[];
}): ModalView {
  const shown = given.people.slice(0, mostFields);
  const more = given.people.length - shown.length;
  return {
    type: 'modal',
    callback_id: submitEach.id,
    private_metadata: submitEach.encode({ leaver: given.leaverId }),
    title: plain('Who manages them now?', limits.modalTitle),
    submit: plain('Save', limits.modalButton),
    close: plain('Not now', limits.modalButton),
    blocks: [
      context(`They reported to ${named(given.leaverName)}. Leave a name empty to keep it as is.`),
      ...shown.map(({ id, name }) =>
        inputBlock(
          { id: repField(id), label: name, optional: true },
          { type: 'users_select', action_id: inputActionId, placeholder: plain('Their manager', limits.placeholder) },
        ),
      ),
      ...(more > 0 ? [context(`And ${more} more: save these first, then open this again.`)] : []),
    ],
  };
}

/** The field of one rep in that form. */
export function repField(repId: PersonId): string {
  return `rep-${repId}`;
}

function choosing({ leaverId, names }: Pick<OrphansShown, 'leaverId' | 'names'>): ActionsBlock {
  const all = names.length > 1;
  return actions(`choose-manager-${leaverId}`, [
    {
      type: 'users_select',
      action_id: numberedId(chooseManager, leaverId),
      placeholder: plain(all ? 'Choose one manager for all' : 'Choose their manager', limits.placeholder),
    },
    ...(all ? [button(chooseEach, { leaver: leaverId }, 'Different managers')] : []),
  ]);
}

function leftWords(group: OrphansShown): string {
  const left = `*${named(group.leaverName)} has left.*`;
  const people = namesOf(group.names);
  const verb = group.names.length === 1 ? 'has' : 'have';
  if (group.isMine) return `${left} For now you have their people: ${people}.${openWords(group)}`;
  if (group.holderName === undefined)
    return `${left} ${people} ${verb} no manager now, and no one above them to step in. Their asks wait until you choose one.`;
  return `${left} ${people} ${verb} no manager now. ${named(group.holderName)} has them for now.`;
}

function openWords({ asks, promises }: OrphansShown): string {
  const open = [
    ...(asks > 0 ? [count(asks, 'open ask')] : []),
    ...(promises > 0 ? [count(promises, 'open promise')] : []),
  ];
  return open.length === 0 ? '' : ` With you now: ${list(open)}.`;
}

function sinceWords({ leaverName, managerName, names }: NamedSince): string {
  return `${named(leaverName)} left. ${namesOf(names)} ${reports(names)} to ${named(managerName)} now.`;
}

function reports(names: readonly string[]): string {
  return names.length === 1 ? 'reports' : 'report';
}
