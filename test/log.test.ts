import { expect, test } from 'vitest';
import { createLog, describeError } from '../src/log.ts';
import { libraryLog } from '../src/slack/wire/library-log.ts';

function logging(): { readonly lines: string[]; readonly log: ReturnType<typeof createLog> } {
  const lines: string[] = [];
  return { lines, log: createLog('debug', { write: (line: string) => void lines.push(line) }) };
}

test('an error is logged by kind and place, never by its message', () => {
  const { lines, log } = logging();
  try {
    JSON.parse('canary words');
  } catch (error) {
    log.error({ err: error }, 'It failed');
  }
  expect(lines.join('')).toContain('SyntaxError');
  expect(lines.join('')).toContain('log.test.ts');
  expect(lines.join('')).not.toContain('canary');
});

test('a message whose lines look like places stays out of them', () => {
  const said = describeError(new Error('Not “Ada\n    at the client canary (file:1:2)\n at the canary”.'));
  expect(JSON.stringify(said)).not.toContain('canary');
  expect(said.at?.[0]).toContain('log.test.ts');
});

test('codes of Node, SQLite and Slack are kept, and what looks like words is not', () => {
  const error = Object.assign(new Error('canary'), {
    code: 'SQLITE_FULL',
    data: { error: 'missing_scope', needed: 'chat:write' },
  });
  expect(describeError(error)).toMatchObject({ code: 'SQLITE_FULL', slack: 'missing_scope', needed: 'chat:write' });
  const wordy = Object.assign(new Error('x'), { data: { error: 'canary words with spaces' } });
  expect(JSON.stringify(describeError(wordy))).not.toContain('canary');
});

test('what a careless line hands in under a private name is hidden', () => {
  const { lines, log } = logging();
  log.info({ text: 'canary', token: 'canary', view: { values: 'canary' }, nested: { note: 'canary' } }, 'Careless');
  expect(lines.join('')).not.toContain('canary');
  expect(lines.join('')).toContain('[hidden]');
});

test('of what Slack’s libraries say, quotations and debug lines are left out', () => {
  const { lines, log } = logging();
  const library = libraryLog(log);
  library.debug('http request body: canary');
  library.info('canary');
  library.warn(`Malformed request body: Unexpected token 'c', "canary wo"... is not valid JSON`);
  library.error(new Error('canary'));
  expect(lines).toHaveLength(2);
  expect(lines.join('')).toContain('Malformed request body: Unexpected token');
  expect(lines.join('')).not.toContain('canary');
});
