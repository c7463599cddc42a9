/** Everybody on record, for an admin: who is whom in Slack, who reports to whom, and what to put right. */
import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import { actions, button, context, header, option, plain, section } from '../../kit/blocks.ts';
import { inputActionId, inputBlock } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';
import * as routes from '../../routes/admin-people.ts';
import type { ListedPerson, PeopleFilter } from '../../../store/people-page.ts';
import type { ListPlace, PersonAct } from '../../routes/admin-people.ts';
import { count, literal, shorten } from '../../kit/text.ts';

/** How many people stand on one page. */
export const peopleOnAPage = 20;

/** Somebody on record and somebody in Slack of the same name. */
export interface PairRow {
  readonly pair: number;
  readonly name: string;
  readonly slackUserId: string;
  readonly slackAddress: string | null;
}

export interface AdminPeople {
  readonly filter: PeopleFilter;
  /** From 0. */
  readonly page: number;
  readonly rows: readonly ListedPerson[];
  readonly pairs: readonly PairRow[];
  readonly counts: Readonly<Record<PeopleFilter, number>>;
}

const filterWords = {
  all: 'Everyone',
  unlinked: 'No Slack account',
  'without-manager': 'No manager',
} as const satisfies Record<PeopleFilter, string>;

const emptyWords = {
  all: 'No one here yet. Import a roster, or have managers pick their people with `/firstline team`.',
  unlinked: 'Everyone has a Slack account.',
  'without-manager': 'Everyone has a manager.',
} as const satisfies Record<PeopleFilter, string>;

const actWords = {
  manager: 'Choose manager…',
  merge: 'Merge with…',
  remove: 'Remove…',
} as const satisfies Record<PersonAct, string>;

/** How many pairs stand above the list. */
const mostPairs = 10;

/** The pairs that wait for a word, and a page of the list. */
export function adminPeopleView(data: AdminPeople): ModalView {
  const pages = Math.ceil(data.counts[data.filter] / peopleOnAPage);
  return {
    type: 'modal',
    title: plain('People', limits.modalTitle),
    close: plain('Close', limits.modalButton),
    blocks: [
      ...pairBlocks(data.pairs),
      filterBlock(data),
      ...(data.rows.length === 0 ? [section(emptyWords[data.filter])] : data.rows.map((row) => personRow(row, data))),
      ...(pages > 1 ? pageBlocks(data, pages) : []),
    ],
  };
}

function pairBlocks(pairs: readonly PairRow[]): KnownBlock[] {
  if (pairs.length === 0) return [];
  const hidden = pairs.length - mostPairs;
  return [
    header('The same person?'),
    ...pairs
      .slice(0, mostPairs)
      .flatMap(({ pair, name, slackUserId, slackAddress }) => [
        section(
          `*${literal(shorten(name, 100))}* on the roster, <@${slackUserId}> in Slack${slackAddress === null ? '' : ` (${literal(shorten(slackAddress, 100))})`}.`,
        ),
        actions(`pair-${pair}`, [
          button(routes.samePerson, { pair }, 'Same person', { style: 'primary' }),
          button(routes.otherPerson, { pair }, 'Someone else'),
        ]),
      ]),
    context(
      `${hidden > 0 ? `${count(hidden, 'more pair')} after these. ` : ''}A matching name isn’t enough. They get no messages until you confirm.`,
    ),
    header('Everyone'),
  ];
}

function filterBlock({ filter, counts }: AdminPeople): KnownBlock {
  const choices = routes.peopleFilters.map((one) =>
    option(routes.choosePeople.encode({ filter: one }), `${filterWords[one]} (${counts[one]})`),
  );
  return actions('people-filter', [
    {
      type: 'static_select',
      action_id: routes.choosePeople.id,
      options: choices,
      initial_option: choices[routes.peopleFilters.indexOf(filter)] as PlainTextOption,
    },
  ]);
}

function personRow(
  { id, name, email, slackUserId, managerName, namesakes }: ListedPerson,
  { filter, page }: ListPlace,
): KnownBlock {
  const facts = [
    slackUserId === null ? 'no Slack account' : `<@${slackUserId}>`,
    ...(email === null ? [] : [literal(shorten(email, 100))]),
    managerName === null ? 'no manager' : `reports to ${literal(shorten(managerName, 100))}`,
    ...(namesakes > 0 ? [`_${count(namesakes, 'other person', 'other people')} with this name_`] : []),
  ];
  return {
    ...section(`*${literal(shorten(name, 100))}* · ${facts.join(' · ')}`, {
      type: 'overflow',
      action_id: routes.doWithPerson.id,
      options: routes.personActs.map((act) =>
        option(routes.doWithPerson.encode({ filter, page, person: id, act }), actWords[act]),
      ),
    }),
    block_id: `person-${id}`,
  };
}

function pageBlocks({ filter, page, counts }: AdminPeople, pages: number): KnownBlock[] {
  return [
    context(`Page ${page + 1} of ${pages}, ${count(counts[filter], 'person', 'people')} in all.`),
    actions('people-pages', [
      ...(page > 0 ? [button(routes.earlierPeople, { filter, page: page - 1 }, 'Back')] : []),
      ...(page < pages - 1 ? [button(routes.laterPeople, { filter, page: page + 1 }, 'More')] : []),
    ]),
  ];
}

/** For whom another manager is chosen. */
export function chooseManagerView(
  person: { id: number; name: string; managerSlackId: string | undefined },
  place: ListPlace,
): ModalView {
  return {
    type: 'modal',
    callback_id: routes.saveManager.id,
    private_metadata: routes.saveManager.encode({ ...place, person: person.id }),
    title: plain('Choose manager', limits.modalTitle),
    submit: plain('Save', limits.modalButton),
    close: plain('Back', limits.modalButton),
    blocks: [
      inputBlock(
        {
          id: 'manager',
          label: `Who does ${shorten(person.name, 100)} report to?`,
          hint: 'Both will hear about it, and so will their current manager. Open asks move along.',
        },
        {
          type: 'users_select',
          action_id: inputActionId,
          ...(person.managerSlackId === undefined ? {} : { initial_user: person.managerSlackId }),
        },
      ),
    ],
  };
}

export const chooseManagerSchema = z.object({ manager: z.string('Choose someone.').min(1) });

/** Who turned out to be somebody else on record. */
export function mergeView(
  person: { id: number; name: string; namesakes: readonly string[] },
  place: ListPlace,
): ModalView {
  const others = person.namesakes.slice(0, 10).map((line) => `• ${literal(line)}`);
  return {
    type: 'modal',
    callback_id: routes.saveMerge.id,
    private_metadata: routes.saveMerge.encode({ ...place, person: person.id }),
    title: plain('Merge', limits.modalTitle),
    submit: plain('Merge', limits.modalButton),
    close: plain('Back', limits.modalButton),
    blocks: [
      section(
        `Everything about the other one moves to *${literal(shorten(person.name, 100))}*: notes, asks, promises, deals. You can undo it.`,
      ),
      ...(others.length === 0 ? [] : [section(`With the same name:\n${others.join('\n')}`)]),
      inputBlock(
        {
          id: 'other',
          label: 'Which other person is the same?',
          hint: 'An email address, a full name, or the number from the list.',
        },
        { type: 'plain_text_input', action_id: inputActionId, max_length: 200 },
      ),
    ],
  };
}

export const mergeSchema = z.object({ other: z.string('Say who.').trim().min(1, 'Say who.') });

/** Somebody who doesn't belong on record. */
export function removeView(
  person: { id: number; name: string; reports: number; asks: number },
  place: ListPlace,
): ModalView {
  const leaves = [
    ...(person.reports > 0 ? [`${count(person.reports, 'person', 'people')} will need another manager.`] : []),
    ...(person.asks > 0 ? [`${count(person.asks, 'open ask')} will go to their lead.`] : []),
  ];
  return {
    type: 'modal',
    callback_id: routes.saveRemoval.id,
    private_metadata: routes.saveRemoval.encode({ ...place, person: person.id }),
    title: plain('Remove', limits.modalTitle),
    submit: plain('Remove', limits.modalButton),
    close: plain('Back', limits.modalButton),
    blocks: [
      section(
        [
          `*${literal(shorten(person.name, 100))}* gets no more messages, and no one is nudged about them.`,
          ...leaves,
          'Authors keep what they wrote. You can undo it.',
        ].join(' '),
      ),
    ],
  };
}

/** In the form's place, once it is done. */
export function peopleSavedView(words: string, undo: ReturnType<typeof button> | undefined): ModalView {
  return {
    type: 'modal',
    callback_id: 'people.saved',
    title: plain('People', limits.modalTitle),
    close: plain('Done', limits.modalButton),
    blocks: [section(words), ...(undo === undefined ? [] : [actions('people-undo', [undo])])],
  };
}

/** A name as it stands in a sentence. */
export function shown(name: string): string {
  return literal(shorten(name, 100));
}
