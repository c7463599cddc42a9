import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const bot = 'xoxb-canary-1';
const app = 'xapp-canary-2';
const key = Buffer.alloc(32, 7).toString('base64');

function problemsOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    return (error as Error).message.split('\n');
  }
  return [];
}

test('without tokens the sandbox is started', () => {
  expect(readConfig({}).slack).toEqual({ mode: 'sandbox' });
  expect(readConfig({ SLACK_BOT_TOKEN: ' ', SLACK_APP_TOKEN: '' }).slack).toEqual({ mode: 'sandbox' });
});

test('a bot token and an app token mean Socket Mode', () => {
  expect(readConfig({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app }).slack).toEqual({
    mode: 'socket',
    botToken: bot,
    appToken: app,
    apiUrl: 'https://slack.com/api/',
  });
});

test('a bot token, a signing secret and a port mean signed HTTP', () => {
  const { slack, port } = readConfig({ SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: 'secret', PORT: '3000' });
  expect(slack).toMatchObject({ mode: 'http', signingSecret: 'secret', port: 3000 });
  expect(port).toBe(3000);
});

test('an app token wins over a signing secret, and it is said', () => {
  const config = readConfig({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: 's', PORT: '1' });
  expect(config.slack.mode).toBe('socket');
  expect(config.notes.join(' ')).toContain('Socket Mode is used');
});

test.each(['http://127.0.0.1:9/api', 'http://127.0.0.1:9/api/'])('the API address %s ends in one slash', (url) => {
  const { slack } = readConfig({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_API_URL: url });
  expect(slack).toMatchObject({ apiUrl: 'http://127.0.0.1:9/api/' });
});

test('a bot token alone says exactly what is missing', () => {
  const [problem, ...others] = problemsOf({ SLACK_BOT_TOKEN: bot });
  expect(others).toEqual([]);
  expect(problem).toMatch(/SLACK_APP_TOKEN.*SLACK_SIGNING_SECRET and PORT/);
  expect(problemsOf({ SLACK_BOT_TOKEN: bot, SLACK_SIGNING_SECRET: 's' })[0]).toMatch(/^PORT is missing/);
  expect(problemsOf({ SLACK_APP_TOKEN: app })[0]).toMatch(/^SLACK_BOT_TOKEN is missing/);
});

test('a bad start names every bad key at once, a sentence each, and no value', () => {
  const bad = {
    SLACK_BOT_TOKEN: 'xoxp-canary',
    SLACK_APP_TOKEN: 'canary-token',
    SLACK_API_URL: 'ftp://canary',
    PORT: '70000canary',
    FIRSTLINE_KEY: 'canary',
    FIRSTLINE_CLOCK: 'canary',
    LOG_LEVEL: 'canary',
  };
  const problems = problemsOf(bad);
  for (const name of Object.keys(bad)) expect(problems.filter((line) => line.startsWith(name))).toHaveLength(1);
  expect(problems).toHaveLength(Object.keys(bad).length);
  expect(problems.join('\n')).not.toContain('canary');
});

test('what contradicts is named together with what is malformed', () => {
  const problems = problemsOf({ SLACK_BOT_TOKEN: bot, LOG_LEVEL: 'loud' });
  expect(problems.map((line) => line.split(' ')[0])).toEqual(['LOG_LEVEL', 'SLACK_APP_TOKEN']);
});

test('a set clock is refused when the API is Slack’s own, with or without its address', () => {
  const tokens = { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, FIRSTLINE_CLOCK: '2026-11-23T08:00:00Z' };
  expect(problemsOf(tokens)[0]).toMatch(/^FIRSTLINE_CLOCK/);
  expect(problemsOf({ ...tokens, SLACK_API_URL: 'https://slack.com/api' })[0]).toMatch(/^FIRSTLINE_CLOCK/);
  const elsewhere = readConfig({ ...tokens, SLACK_API_URL: 'http://127.0.0.1:9/api/' });
  expect(elsewhere.clockStart?.toISOString()).toBe('2026-11-23T08:00:00.000Z');
});

test('the key is 32 bytes in base64', () => {
  expect(readConfig({ FIRSTLINE_KEY: key }).key).toEqual(Buffer.alloc(32, 7));
  expect(problemsOf({ FIRSTLINE_KEY: Buffer.alloc(31).toString('base64') })[0]).toContain('openssl rand -base64 32');
});

test('the database is ./firstline.db unless another is named', () => {
  expect(readConfig({})).toMatchObject({ databasePath: './firstline.db', databaseChosen: false });
  expect(readConfig({ FIRSTLINE_DB: '/tmp/x.db' })).toMatchObject({ databasePath: '/tmp/x.db', databaseChosen: true });
});

test('whatever stands in for Slack may give out tokens of its own', () => {
  const config = readConfig({
    SLACK_BOT_TOKEN: 'a-token',
    SLACK_APP_TOKEN: 'another',
    SLACK_API_URL: 'http://127.0.0.1:4000/api',
  });
  expect(config.slack).toMatchObject({ mode: 'socket', botToken: 'a-token', apiUrl: 'http://127.0.0.1:4000/api/' });
});

const ofApp = {
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'canary-secret',
  SLACK_STATE_SECRET: 'canary-state',
  SLACK_SIGNING_SECRET: 'canary-signing',
  PORT: '3000',
  FIRSTLINE_KEY: key,
};

test('a client id, its secret and a state secret mean that workspaces install the app', () => {
  const config = readConfig({
    ...ofApp,
    FIRSTLINE_URL: 'https://firstline.example.com/',
    FIRSTLINE_WORKSPACES: 'T0ACME, E0ELM',
    FIRSTLINE_DEALS_T0ACME: '/srv/acme.csv',
  });
  expect(config.slack).toMatchObject({
    mode: 'installed',
    clientId: '1.2',
    port: 3000,
    apiUrl: 'https://slack.com/api/',
    publicAddress: 'https://firstline.example.com',
    wanted: ['T0ACME', 'E0ELM'],
  });
  expect([...config.dealsByWorkspace]).toEqual([['T0ACME', '/srv/acme.csv']]);
  expect(readConfig(ofApp).slack).toMatchObject({ publicAddress: undefined, wanted: undefined });
});

test.each(Object.keys(ofApp))('without %s the app can’t be installed, and that is said', (missing) => {
  const problems = problemsOf({ ...ofApp, [missing]: '' });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${missing} is missing`, 'u'));
  expect(problems.join('')).not.toContain('canary');
});

test('with PostgreSQL, too, each thing that is missing is said once', () => {
  const { FIRSTLINE_KEY: _key, ...rest } = ofApp;
  const problems = problemsOf({ ...rest, FIRSTLINE_DB: 'postgres://127.0.0.1/firstline' });
  expect(problems.map((line) => line.split(' ')[0])).toEqual(['FIRSTLINE_KEY', 'FIRSTLINE_PULSE_KEYS']);
});

test('on a server several workspaces need a folder for the keys of their pulses', () => {
  const onServer = { ...ofApp, FIRSTLINE_DB: 'postgres://127.0.0.1/firstline' };
  expect(problemsOf({ ...onServer, FIRSTLINE_PULSE_KEYS: '/srv/keys' })).toEqual([
    expect.stringMatching(/^FIRSTLINE_PULSE_KEYS must name a folder/u) as string,
  ]);
  expect(problemsOf({ ...onServer, FIRSTLINE_PULSE_KEYS: '/srv/keys/' })).toEqual([]);
});

test('what is for one workspace can’t stand beside it', () => {
  const problems = problemsOf({ ...ofApp, SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, FIRSTLINE_DEALS: 'deals.csv' });
  expect(problems.map((line) => line.split(' ')[0])).toEqual(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'FIRSTLINE_DEALS']);
  expect(problems[2]).toContain('FIRSTLINE_DEALS_T0123ABCD');
  const unsafe = problemsOf({ ...ofApp, FIRSTLINE_DEALS_T0ACME: 'http://canary.example.com/deals.csv' });
  expect(unsafe).toEqual([
    'FIRSTLINE_DEALS_T0ACME must be the path of a CSV file or an address that begins with https://.',
  ]);
  expect(problemsOf({ ...ofApp, FIRSTLINE_WORKSPACES: 'Acme' })[0]).toMatch(/^FIRSTLINE_WORKSPACES must list ids/);
});
