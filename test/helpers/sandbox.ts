import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { createClock } from '../../src/clock.ts';
import type { Clock } from '../../src/clock.ts';
import { startSandbox } from '@firstline/slack-sandbox';
import type { JsonObject, RunningSandbox, SandboxSeed, SandboxSettings } from '@firstline/slack-sandbox';
import { guestId, people, strangerId } from './people.ts';

export const teamId = 'T0FIRSTLINE';
export const botToken = 'xoxb-canary-bot-token';
export const appToken = 'xapp-canary-app-token';
export const signingSecret = 'canary-signing-secret';

/** A Monday, 08:30 in London and 03:30 in New York: half an hour before the first plan. */
export const mondayMorning = '2026-11-23T08:30:00Z';

/** The app as it is installed. */
export function readManifest(): JsonObject {
  return parse(readFileSync(join(import.meta.dirname, '../../manifest.yml'), 'utf8')) as JsonObject;
}

export const seed: SandboxSeed = {
  teamId,
  teamName: 'Test & Co',
  users: [
    ...people.map((person) => ({
      id: person.slackId,
      name: person.handle,
      realName: person.name,
      email: person.email,
      timeZone: person.timeZone,
      ...(person.isAdmin === true && { isAdmin: true }),
    })),
    { id: guestId, name: 'guest', realName: 'Gus Guest', isGuest: true },
    { id: strangerId, name: 'stranger', realName: 'Sandra Stranger', isStranger: true },
  ],
  channels: [{ id: 'C0SALES', name: 'sales', members: people.map((person) => person.slackId) }],
};

/** A clock that runs from a Monday morning, or another instant, and can be moved. */
export function testClock(start = mondayMorning): Clock {
  return createClock(() => new Date(), new Date(start));
}

/** The tests' workspace, with this app installed. It stops with the test. */
export async function openSandbox(settings: Partial<SandboxSettings> = {}): Promise<RunningSandbox> {
  const sandbox = await startSandbox({
    port: 0,
    clock: testClock(),
    seed,
    manifest: readManifest(),
    botToken,
    appToken,
    signingSecret,
    page: false,
    ...settings,
  });
  onTestFinished(() => sandbox.stop());
  return sandbox;
}
