/** The Home tab of somebody who made promises. */
import type { KnownBlock } from '@slack/types';
import type { LocalDate } from '../../time/zoned.ts';
import { actions, header, section } from '../blocks.ts';
import { count, firstName } from '../text.ts';
import { named } from './ask-words.ts';
import { excerpt, promiseStatus } from './development-words.ts';
import type { PromiseRow } from './development-words.ts';
import type { HomeSection } from './home-fit.ts';
import { thingButtons } from './thing-buttons.ts';

const mostPromises = 5;
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
      foot: [],
    },
  ];
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
      `*${isToTeam ? 'Your team' : named(promise.otherName)}* · ${promiseStatus(promise, today)}${madeBy(promise)}\n${excerpt(promise.text, longestExcerpt)}`,
    ),
    actions(`promise-${promise.id}`, thingButtons({ kind: 'promise', id: promise.id }, { name })),
  ];
}
