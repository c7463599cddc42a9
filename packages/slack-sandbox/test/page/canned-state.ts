import type { PageMessage, PageState, PageView } from '../../src/contract.ts';
import { pressBlocks, readBlocks } from './canned-blocks.ts';

/** Monday, 23 November 2026, 09:05 in Berlin. */
export const monday = '2026-11-23T08:05:00.000Z';

export function message(number: number, part: Partial<PageMessage> = {}): PageMessage {
  const at = new Date(Date.parse(monday) - 3_600_000 + number * 60_000).toISOString();
  return {
    ts: `${Date.parse(at) / 1000}.00000${number}`,
    conversationId: 'D1',
    userId: 'UAPP',
    text: 'Good morning',
    blocks: [],
    files: [],
    edited: false,
    ephemeral: false,
    at,
    ...part,
  };
}

export function view(part: Partial<PageView> = {}): PageView {
  return {
    id: 'V1',
    type: 'modal',
    callbackId: 'log',
    title: 'Log it',
    submit: 'Save',
    close: 'Cancel',
    blocks: [],
    hash: '1',
    errors: {},
    waiting: false,
    values: {},
    ...part,
  };
}

const parent = message(8, { userId: 'U1', text: 'How was the call with <@U2>?' });

const messages: readonly PageMessage[] = [
  message(0, { at: '2026-11-20T15:00:00.000Z', ts: '1795186800.000001', text: 'Have a good weekend.' }),
  message(1, { text: 'The week', blocks: readBlocks }),
  message(2, { userId: 'U1', text: 'Thanks, see <https://example.com/a?b=1&amp;c=2> &lt;ok&gt;' }),
  message(3, { userId: 'U1', text: 'Second line from me', edited: true }),
  message(4, { text: 'Press something', blocks: pressBlocks }),
  message(5, { text: 'Nobody else sees this.', ephemeral: true }),
  message(6, {
    text: 'Here is the invitation',
    files: [
      {
        id: 'F1',
        name: 'visit.ics',
        title: 'Visit to Contoso',
        mimetype: 'text/calendar',
        path: '/sandbox/files/F1',
        bytes: 812,
      },
      {
        id: 'F2',
        name: 'chart.svg',
        title: 'The chart',
        mimetype: 'image/svg+xml',
        path: '/sandbox/files/F2',
        bytes: 41_300,
      },
    ],
  }),
  parent,
  message(9, { userId: 'U2', text: 'Very well :+1:', threadTs: parent.ts }),
];

/** A small workspace as the sandbox would describe it to its page. */
export function cannedState(): PageState {
  const person = { isApp: false, deleted: false };
  const users = [
    { id: 'U1', name: 'maria', realName: 'Maria Schmidt', title: 'Team lead', timeZone: 'Europe/Berlin', ...person },
    {
      id: 'U2',
      name: 'priya',
      realName: 'Priya Raman',
      title: 'Account executive',
      timeZone: 'America/New_York',
      ...person,
    },
    { id: 'U3', name: 'tom', realName: 'Tom Okafor', title: 'Account executive', timeZone: 'Europe/London', ...person },
    { id: 'U4', name: 'gone', realName: 'Greta Gone', ...person, deleted: true },
    { id: 'UAPP', name: 'helper', realName: 'Helper', isApp: true, deleted: false },
  ];
  const direct = { kind: 'direct' as const, unread: 0, isArchived: false };
  return {
    version: 1,
    now: monday,
    teamName: 'Acme',
    app: {
      name: 'Helper',
      botUserId: 'UAPP',
      connected: true,
      commands: [
        { command: '/ask', description: 'Ask for something', usageHint: '[what you need]', builtIn: false },
        { command: '/note', description: 'Keep a note', usageHint: '@person [note]', builtIn: false },
        { command: '/status', description: 'Set your status', usageHint: '[text]', builtIn: true },
      ],
      shortcuts: [
        { name: 'Log an event', callbackId: 'log_event', description: 'Writes it down', type: 'global' },
        { name: 'Save as note', callbackId: 'save_note', description: 'Keeps the message', type: 'message' },
      ],
    },
    me: users[0] as PageState['me'],
    users,
    conversations: [
      { id: 'C1', kind: 'channel', name: 'sales', unread: 2, isArchived: false },
      { id: 'C2', kind: 'channel', name: 'wins', unread: 0, isArchived: false },
      { id: 'D2', name: 'Priya Raman', userId: 'U2', ...direct },
      { id: 'D1', name: 'Helper', userId: 'UAPP', ...direct, unread: 3 },
    ],
    conversationId: 'D1',
    messages,
    modals: [],
    notices: [],
    groups: [
      { name: 'Managers', people: [{ userId: 'U1', about: 'manager of 2' }] },
      {
        name: 'Reps',
        people: [
          { userId: 'U3', about: 'on Maria’s team' },
          { userId: 'U2', about: 'on Maria’s team' },
        ],
      },
    ],
  };
}
