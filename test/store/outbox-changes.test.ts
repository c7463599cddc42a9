/** What each change of the outbox touches where everything stands: that, and nothing beside it. */
import { expect, test } from 'vitest';
import {
  abandonSending,
  foundAbsent,
  foundNoWay,
  foundSent,
  foundUnclear,
  holdRecipient,
  markSent,
  markSkipped,
  markUncertain,
  park,
  retryAfterPicture,
  retryAt,
  unpark,
  unparkLinked,
} from '../../src/store/outbox.ts';
import { putBack, returnClaims, waitUntil } from '../../src/store/outbox-claim.ts';
import { refreshKinds, wantRefreshOfNewest } from '../../src/store/outbox-newest.ts';
import { wantRefresh, wantRefreshesOf, wantRefreshOfOccurrence } from '../../src/store/outbox-refreshes.ts';
import { hasten } from '../../src/store/outbox-waits.ts';
import { takeFromOutbox } from '../../src/store/outbox-withdrawal.ts';
import { fullOutbox } from '../helpers/full-outbox.ts';
import type { FullOutbox } from '../helpers/full-outbox.ts';
import { now } from '../helpers/imports.ts';

/** After all that is due. */
const later = new Date('2026-11-23T15:00:00Z');
const place = { channel: 'D9', ts: '9.9' };

type Act = (outbox: FullOutbox) => Promise<unknown>;

const acts: readonly (readonly [string, Act, readonly string[]])[] = [
  [
    'sent: what its post carries, too',
    ({ here, idOf }) => markSent(here, idOf('here ann welcome sending'), place, later),
    [
      'here ann welcome sending: channel D9, problem null, sentAt 2026-11-23T15:00:00.000Z, state sent, ts 9.9',
      'here ann welcome sending carried: channel D9, sentAt 2026-11-23T15:00:00.000Z, state sent, ts 9.9',
    ],
  ],
  [
    'uncertain',
    ({ here, idOf }) => markUncertain(here, idOf('here ann welcome sending'), 'no answer', 'D9'),
    [
      'here ann welcome sending: channel D9, problem no answer, state uncertain',
      'here ann welcome sending carried: channel D9, problem no answer, state uncertain',
    ],
  ],
  [
    'parked',
    ({ here, idOf }) => park(here, idOf('here ann welcome sending'), 'no answer'),
    [
      'here ann welcome sending: problem no answer, state parked',
      'here ann welcome sending carried: carriedBy null, problem no answer, state parked',
    ],
  ],
  [
    'tried again',
    ({ here, idOf }) => retryAt(here, idOf('here ann welcome sending'), later, 'no answer'),
    [
      'here ann welcome sending: dueAt 2026-11-23T15:00:00.000Z, problem no answer, state pending',
      'here ann welcome sending carried: carriedBy null, dueAt 2026-11-23T15:00:00.000Z, problem no answer, state pending',
    ],
  ],
  [
    'put off, and not counted as tried',
    ({ here, idOf }) => waitUntil(here, idOf('here ann welcome sending'), later, 'at night'),
    [
      'here ann welcome sending: attempts 1, dueAt 2026-11-23T15:00:00.000Z, problem at night, state pending',
      'here ann welcome sending carried: attempts 1, carriedBy null, dueAt 2026-11-23T15:00:00.000Z, problem at night, state pending',
    ],
  ],
  [
    'tried again once its picture is there, and not counted as tried',
    ({ here, idOf }) =>
      retryAfterPicture(here, { id: idOf('here ann welcome sending'), attempts: 2 }, later, 'no picture'),
    ['here ann welcome sending: attempts 1, dueAt 2026-11-23T15:00:00.000Z, problem no picture, state pending'],
  ],
  [
    'skipped: alone, whatever carries it',
    ({ here, idOf }) => markSkipped(here, idOf('here ann welcome sending carried'), 'no longer true'),
    ['here ann welcome sending carried: carriedBy null, problem no longer true, state skipped'],
  ],
  [
    'put back: those carried',
    ({ here, idOf }) => putBack(here, [idOf('here ann welcome sending carried')]),
    ['here ann welcome sending carried: attempts 1, carriedBy null, state pending'],
  ],
  ['put back: none', ({ here }) => putBack(here, []), []],
  [
    'found sent',
    ({ here, idOf }) => foundSent(here, idOf('here ann welcome uncertain'), place, later),
    [
      'here ann welcome uncertain: channel D9, problem null, sentAt 2026-11-23T15:00:00.000Z, state sent, ts 9.9',
      'here ann welcome uncertain carried: channel D9, sentAt 2026-11-23T15:00:00.000Z, state sent, ts 9.9',
    ],
  ],
  [
    'found absent',
    ({ here, idOf }) => foundAbsent(here, idOf('here ann welcome uncertain'), later),
    [
      'here ann welcome uncertain: dueAt 2026-11-23T15:00:00.000Z, problem was not posted, state pending',
      'here ann welcome uncertain carried: carriedBy null, dueAt 2026-11-23T15:00:00.000Z, problem was not posted, state pending',
    ],
  ],
  [
    'found unclear',
    ({ here, idOf }) => foundUnclear(here, idOf('here ann welcome uncertain'), 'no history', later),
    [
      'here ann welcome uncertain: dueAt 2026-11-23T15:00:00.000Z, problem no history',
      'here ann welcome uncertain carried: dueAt 2026-11-23T15:00:00.000Z, problem no history',
    ],
  ],
  [
    'found no way',
    ({ here, idOf }) => foundNoWay(here, idOf('here ann welcome uncertain'), 'no history'),
    [
      'here ann welcome uncertain: problem no history, state parked',
      'here ann welcome uncertain carried: carriedBy null, problem no history, state parked',
    ],
  ],
  [
    'found sent, where that is known by now',
    ({ here, idOf }) => foundSent(here, idOf('here ann welcome sent'), place, later),
    [],
  ],
  [
    'parked by whom it was claimed by',
    ({ here, idOf }) => park({ ...here, fence: 7 }, idOf('here ann ask-card sending'), 'no answer'),
    ['here ann ask-card sending: problem no answer, state parked'],
  ],
  [
    'nothing that another instance has claimed since',
    ({ here, idOf }) => park({ ...here, fence: 6 }, idOf('here ann ask-card sending'), 'no answer'),
    [],
  ],
  [
    'sent, whoever has claimed it since',
    ({ here, idOf }) => markSent({ ...here, fence: 6 }, idOf('here ann ask-card sending'), place, later),
    ['here ann ask-card sending: channel D9, problem null, sentAt 2026-11-23T15:00:00.000Z, state sent, ts 9.9'],
  ],
  ['nothing of another workspace', ({ there, idOf }) => park(there, idOf('here ann welcome sending'), 'no answer'), []],
  [
    'nothing uncertain of another workspace',
    ({ there, idOf }) => foundAbsent(there, idOf('here ann welcome uncertain'), later),
    [],
  ],
  [
    'all that was being sent is abandoned',
    ({ here }) => abandonSending(here),
    [
      'here ann welcome sending: claimedFence null, problem stopped while sending, state uncertain',
      'here ann ask-card sending: claimedFence null, problem stopped while sending, state uncertain',
      'here bea welcome sending: claimedFence null, problem stopped while sending, state uncertain',
      'here bea ask-card sending: claimedFence null, problem stopped while sending, state uncertain',
      'here ann welcome sending carried: claimedFence null, problem stopped while sending, state uncertain',
    ],
  ],
  [
    'abandoned, from another machine',
    ({ there }) => abandonSending(there, later),
    [
      'there ann welcome sending: claimedAt 2026-11-23T15:00:00.000Z, claimedFence null, problem stopped while sending, state uncertain',
      'there ann ask-card sending: claimedAt 2026-11-23T15:00:00.000Z, claimedFence null, problem stopped while sending, state uncertain',
      'there bea welcome sending: claimedAt 2026-11-23T15:00:00.000Z, claimedFence null, problem stopped while sending, state uncertain',
      'there bea ask-card sending: claimedAt 2026-11-23T15:00:00.000Z, claimedFence null, problem stopped while sending, state uncertain',
    ],
  ],
  [
    'claims that nobody knows of are returned',
    ({ here }) => returnClaims(here),
    [
      'here ann welcome sending: attempts 1, state pending',
      'here ann ask-card sending: attempts 1, state pending',
      'here bea welcome sending: attempts 1, state pending',
      'here bea ask-card sending: attempts 1, state pending',
      'here ann welcome sending carried: attempts 1, carriedBy null, state pending',
    ],
  ],
  [
    'one person’s wait',
    ({ here, people }) => holdRecipient(here, people['here ann'] ?? 0, later),
    [
      'here ann welcome pending: dueAt 2026-11-23T15:00:00.000Z',
      'here ann ask-card pending: dueAt 2026-11-23T15:00:00.000Z',
    ],
  ],
  [
    'one person’s wait no less than they did',
    ({ here, people }) => holdRecipient(here, people['here ann'] ?? 0, now),
    [],
  ],
  [
    'one person’s wait for a reason is over',
    ({ here, people }) => hasten(here, people['here bea'] ?? 0, 'pending because', now),
    [
      'here bea welcome pending: dueAt 2026-11-23T10:00:00.000Z',
      'here bea ask-card pending: dueAt 2026-11-23T10:00:00.000Z',
    ],
  ],
  [
    'what is parked for a reason waits again',
    ({ here }) => unpark(here, 'no Slack account linked'),
    [
      'here ann welcome parked: problem null, state pending',
      'here ann ask-card parked: problem null, state pending',
      'here bea welcome parked: problem null, state pending',
      'here bea ask-card parked: problem null, state pending',
    ],
  ],
  [
    'what is parked for a reason, for one person',
    ({ here, people }) => unpark(here, 'no Slack account linked', people['here bea']),
    ['here bea welcome parked: problem null, state pending', 'here bea ask-card parked: problem null, state pending'],
  ],
  [
    'whoever has an account by now',
    ({ here }) => unparkLinked(here),
    ['here ann welcome parked: problem null, state pending', 'here ann ask-card parked: problem null, state pending'],
  ],
  [
    'a message is old, by its subject',
    ({ here, people }) => wantRefresh(here, 'ask-card', { ask: 7, holder: people['here ann'] ?? 0 }),
    [
      'here ann ask-card pending: refreshWanted 1',
      'here ann ask-card sending: refreshWanted 1',
      'here ann ask-card sent: refreshWanted 1',
      'here ann ask-card uncertain: refreshWanted 1',
      'here ann ask-card parked: refreshWanted 1',
      'here ann ask-card skipped: refreshWanted 1',
    ],
  ],
  [
    'a message is old, by its occurrence',
    ({ here }) => wantRefreshOfOccurrence(here, 'here ann welcome sent'),
    ['here ann welcome sent: refreshWanted 1'],
  ],
  [
    'these messages are old',
    ({ here, idOf }) => wantRefreshesOf(here, [idOf('here ann welcome sent'), idOf('here bea ask-card sent')]),
    ['here ann welcome sent: refreshWanted 1', 'here bea ask-card sent: refreshWanted 1'],
  ],
  [
    'the newest of a kind is old',
    ({ here, people }) => wantRefreshOfNewest(here, 'welcome', people['here bea'] ?? 0),
    ['here bea welcome sent again: refreshWanted 1'],
  ],
  [
    'these kinds are old for these people',
    ({ here, people }) => refreshKinds(here, ['ask-card'], [people['here ann'] ?? 0]),
    [
      'here ann ask-card pending: refreshWanted 1',
      'here ann ask-card sending: refreshWanted 1',
      'here ann ask-card sent: refreshWanted 1',
      'here ann ask-card uncertain: refreshWanted 1',
      'here ann ask-card parked: refreshWanted 1',
      'here ann ask-card skipped: refreshWanted 1',
    ],
  ],
  ['these kinds are old for nobody', ({ here }) => refreshKinds(here, ['ask-card'], []), []],
  [
    'what wasn’t handed over is taken out',
    ({ here, people }) => takeFromOutbox(here, 'welcome', { person: people['here ann'] ?? 0 }),
    ['here ann welcome pending is gone', 'here ann welcome parked is gone', 'here ann welcome skipped is gone'],
  ],
];

test.each(acts)('%s', async (_what, act, expected) => {
  const outbox = await fullOutbox();
  expect(await outbox.changesBy(() => act(outbox))).toEqual(expected);
});
