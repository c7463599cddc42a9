/** The Home tab of somebody who made promises. */
import type { KnownBlock, ModalView } from '@slack/types';
import type { LocalDate } from '../../../time/zoned.ts';
import { actions, button, context, header, plain, section } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import { openPromises } from '../../routes/home.ts';
import { count, firstName } from '../../kit/text.ts';
import { named } from '../ask/ask-words.ts';
import { promiseStatus, promiseTitle } from '../log/development-words.ts';
import type { PromiseRow } from '../log/development-words.ts';
import type { HomeSection } from './home-fit.ts';
import { thingButtons } from '../nudge/thing-buttons.ts';

const mostPromises = 5;
/** Two blocks each, and Slack takes 100. */
const mostInForm = 49;
const longestExcerpt = 200;

/** By their day: kept, moved or taken back where it stands. None where nothing is promised. */
export function myPromises(promises: readonly PromiseRow[], today: LocalDate): HomeSection[] {
  if (promises.length === 0) return [];
  return [
    {
      head: [header('Promises')],
      rows: promises.slice(0, mostPromises).map((promise) => promiseBlocks(promise, today)),
      total: promises.length,
      priority: 5,
      more: (hidden) => `${count(hidden, 'more promise')} with a later day.`,
      foot: promises.length > mostPromises ? [actions('all-promises', [button(openPromises, {}, 'See all')])] : [],
    },
  ];
}

/** All of them. */
export function promisesView(promises: readonly PromiseRow[], today: LocalDate): ModalView {
  const shown = promises.slice(0, mostInForm);
  const more = promises.length - shown.length;
  return {
    type: 'modal',
    callback_id: openPromises.id,
    title: plain('Your promises', limits.modalTitle),
    close: plain('Close', limits.modalButton),
    blocks: [
      ...(shown.length === 0 ? [section('No open promises.')] : shown.flatMap((row) => promiseBlocks(row, today))),
      ...(more > 0 ? [context(`${count(more, 'more promise')}, later.`)] : []),
    ],
  };
}

/** ` · Mina Farrow promised this; it is with you now` */
function madeBy({ makerName }: PromiseRow): string {
  return makerName === undefined ? '' : ` · ${named(makerName)} promised this and has left. It’s with you now`;
}

function promiseBlocks(promise: PromiseRow, today: LocalDate): KnownBlock[] {
  const isToTeam = promise.isToTeam === true;
  const name = isToTeam ? 'Your team' : firstName({ name: promise.otherName, shortName: promise.otherShortName });
  return [
    section(
      `*${isToTeam ? 'Your team' : named(promise.otherName)}* · ${promiseStatus(promise, today)}${madeBy(promise)}\n${promiseTitle(promise.text, longestExcerpt)}`,
    ),
    actions(`promise-${promise.id}`, thingButtons({ kind: 'promise', id: promise.id }, { name })),
  ];
}
