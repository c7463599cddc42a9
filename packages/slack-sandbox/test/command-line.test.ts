import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startProgram } from './support/process.ts';

const command = join(import.meta.dirname, '../bin/slack-sandbox.js');
const redirect = join(import.meta.dirname, '../bin/redirect.js');

function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'slack-sandbox-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'manifest.yml');
  writeFileSync(path, text);
  return path;
}

async function saidBy(words: readonly string[]): Promise<{ code: unknown; said: string }> {
  const program = startProgram([command, ...words]);
  return { code: await program.exited, said: program.output() };
}

test('a YAML manifest is read, the page is there, and SIGTERM ends it in order', async () => {
  const sandbox = startProgram([
    command,
    '--port',
    '0',
    '--manifest',
    fileWith('display_information: { name: Teapot }'),
  ]);
  const [, url = ''] = await sandbox.says(/ready: (\S+)/);
  await sandbox.says(/Ctrl\+C/);
  expect(await (await fetch(url)).text()).toContain('<html');
  sandbox.stop();
  expect(await sandbox.exited).toBe(0);
});

test.each([
  ['no manifest', [], 'Which app? Name its manifest.'],
  ['a file that isn’t there', ['--manifest', '/nowhere/manifest.yml'], '/nowhere/manifest.yml can’t be read.'],
  ['an unknown flag', ['--manifst', 'x'], '--manifst'],
  ['a wrong port', ['--manifest', 'x', '--port', '99999'], '99999 is no port.'],
  ['a wrong address', ['--manifest', 'x', '--request-url', 'nowhere'], 'nowhere is no address of a web server.'],
])('%s: a sentence says what to do', async (_name, words, sentence) => {
  const { code, said } = await saidBy(words);
  expect(code).toBe(1);
  expect(said).toContain(sentence);
  expect(said).not.toContain('    at ');
});

test('a file that is no manifest is refused', async () => {
  expect((await saidBy(['--manifest', fileWith('name: tea')])).said).toContain('display_information is missing');
  expect((await saidBy(['--manifest', fileWith('{ "a": [')])).said).toContain('neither YAML nor JSON');
});

test('--help says how it is used', async () => {
  const { code, said } = await saidBy(['--help']);
  expect(code).toBe(0);
  expect(said).toContain('slack-sandbox --manifest FILE');
});

test('an app that is sent here without an address is told which variable is missing', async () => {
  const app = startProgram(['--import', redirect, '--eval', '']);
  expect(await app.exited).not.toBe(0);
  expect(app.output()).toContain('Set SLACK_API_URL');
});
