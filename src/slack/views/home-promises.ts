/** The Home tab of somebody who made promises. */
import type { KnownBlock } from '@slack/types';
import type { LocalDate } from '../../time/zoned.ts';
import { actions, button, confirmation, header, section } from '../blocks.ts';
import { dropPromise, keepPromise, movePromise } from '../routes/promises.ts';
import { count, firstName } from '../text.ts';
import { named } from './ask-words.ts';
import { excerpt, promiseStatus } from './development-words.ts';
import type { PromiseRow } from './development-words.ts';
import type { HomeSection } from './home-fit.ts';

const mostPromises = 5;

/** By their day: kept, moved or taken back where it stands. */
export function myPromises(promises: readonly PromiseRow[], today: LocalDate): HomeSection {
  const none = 'No promise of yours is open. “More” beside a person is where you make one.';
  return {
    head: [header('Your promises'), ...(promises.length === 0 ? [section(none)] : [])],
    rows: promises.slice(0, mostPromises).map((promise) => promiseBlocks(promise, today)),
    total: promises.length,
    priority: 5,
    more: (hidden) => `${count(hidden, 'more promise')} with a later day.`,
    foot: [],
  };
}

/** ` · Mina Farrow promised this; it is with you now` */
function madeBy({ makerName }: PromiseRow): string {
  return makerName === undefined ? '' : ` · ${named(makerName)} promised this and has left: it is with you now`;
}

function promiseBlocks(promise: PromiseRow, today: LocalDate): KnownBlock[] {
  const carried = { promise: promise.id };
  const name = firstName({ name: promise.otherName, shortName: promise.otherShortName });
  const consequence =
    promise.isToTeam === true
      ? 'Everybody on your team sees that. Tell them why first.'
      : `${name} sees that. Tell ${name} why first.`;
  const confirm = confirmation('Take this promise back?', consequence, 'Take it back');
  return [
    section(
      `*${promise.isToTeam === true ? 'Your team' : named(promise.otherName)}:* ${excerpt(promise.text)}\n_${promiseStatus(promise, today)}${madeBy(promise)}_`,
    ),
    actions(`promise-${promise.id}`, [
      button(keepPromise, carried, 'Kept', { style: 'primary' }),
      button(movePromise, carried, 'Move'),
      button(dropPromise, carried, "I can't", { confirm }),
    ]),
  ];
}
