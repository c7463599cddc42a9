import { describe, expect, it } from 'vitest';
import { isFromTimes, maySee } from '../../src/leading/access.ts';
import type { Guarded, Sight, Standing } from '../../src/leading/access.ts';

const stranger: Standing = {
  isRepConcerned: false,
  isManagerNow: false,
  wasManager: false,
  isLeadNow: false,
  isFromMyTime: true,
  isAdmin: false,
  isAuthor: false,
};
const people = {
  rep: { ...stranger, isRepConcerned: true },
  manager: { ...stranger, isManagerNow: true },
  author: { ...stranger, isManagerNow: true, isAuthor: true },
  /** Of something that is from before their time. */
  newManager: { ...stranger, isManagerNow: true, isFromMyTime: false },
  newLead: { ...stranger, isLeadNow: true, isFromMyTime: false },
  earlier: { ...stranger, wasManager: true },
  earlierAuthor: { ...stranger, wasManager: true, isAuthor: true },
  lead: { ...stranger, isLeadNow: true },
  admin: { ...stranger, isAdmin: true },
  stranger,
} satisfies Record<string, Standing>;

type Row = Record<keyof typeof people, Sight>;

/** The table "Who may see what" of the product, cell by cell. */
const table: Record<Guarded, Row> = {
  interaction: {
    rep: 'all',
    manager: 'all',
    author: 'all',
    newManager: 'all',
    newLead: 'counts',
    earlier: 'none',
    earlierAuthor: 'all',
    lead: 'counts',
    admin: 'counts',
    stranger: 'none',
  },
  'private-note': {
    rep: 'none',
    manager: 'none',
    author: 'all',
    newManager: 'none',
    newLead: 'none',
    earlier: 'none',
    earlierAuthor: 'all',
    lead: 'none',
    admin: 'none',
    stranger: 'none',
  },
  'root-cause': {
    rep: 'none',
    manager: 'none',
    author: 'all',
    newManager: 'none',
    newLead: 'none',
    earlier: 'none',
    earlierAuthor: 'all',
    lead: 'none',
    admin: 'none',
    stranger: 'none',
  },
  'shared-note': {
    rep: 'all',
    manager: 'all',
    author: 'all',
    newManager: 'none',
    newLead: 'none',
    earlier: 'none',
    earlierAuthor: 'all',
    lead: 'none',
    admin: 'none',
    stranger: 'none',
  },
  ask: {
    rep: 'all',
    manager: 'all',
    author: 'all',
    newManager: 'none',
    newLead: 'none',
    earlier: 'none',
    earlierAuthor: 'none',
    lead: 'none',
    admin: 'none',
    stranger: 'none',
  },
  'escalated-ask': {
    rep: 'all',
    manager: 'all',
    author: 'all',
    newManager: 'none',
    newLead: 'none',
    earlier: 'none',
    earlierAuthor: 'none',
    lead: 'all',
    admin: 'none',
    stranger: 'none',
  },
  'own-entry': {
    rep: 'none',
    manager: 'none',
    author: 'all',
    newManager: 'none',
    newLead: 'none',
    earlier: 'none',
    earlierAuthor: 'all',
    lead: 'none',
    admin: 'none',
    stranger: 'none',
  },
  promise: {
    rep: 'all',
    manager: 'all',
    author: 'all',
    newManager: 'none',
    newLead: 'counts',
    earlier: 'none',
    earlierAuthor: 'all',
    lead: 'counts',
    admin: 'none',
    stranger: 'none',
  },
  'pulse-result': {
    rep: 'none',
    manager: 'all',
    author: 'all',
    newManager: 'all',
    newLead: 'all',
    earlier: 'none',
    earlierAuthor: 'none',
    lead: 'all',
    admin: 'none',
    stranger: 'none',
  },
  development: {
    rep: 'all',
    manager: 'all',
    author: 'all',
    newManager: 'none',
    newLead: 'counts',
    earlier: 'none',
    earlierAuthor: 'none',
    lead: 'counts',
    admin: 'none',
    stranger: 'none',
  },
};

describe.each(Object.entries(table))('%s', (what, row) => {
  it.each(Object.entries(row))('%s sees: %s', (who, sight) => {
    expect(maySee(what as Guarded, people[who as keyof typeof people])).toBe(sight);
  });
});

it('a note about oneself that is not shared stays closed, whoever one is', () => {
  expect(maySee('private-note', { ...people.rep, isAdmin: true, isAuthor: true })).toBe('none');
});

function at(day: number): Date {
  return new Date(Date.UTC(2026, 10, day));
}

describe('whose time something is from', () => {
  const times = [
    { since: at(1), until: at(5) },
    { since: at(10), until: null },
  ];
  it.each([
    ['before', at(0), false],
    ['the first instant', at(1), true],
    ['the last instant', at(5), true],
    ['between', at(7), false],
    ['since', at(20), true],
  ])('%s', (_when, moment, isIn) => {
    expect(isFromTimes(moment, times)).toBe(isIn);
  });
  it('what is live is everybody’s whose it is now', () => {
    expect(isFromTimes('live', [])).toBe(true);
  });
});
