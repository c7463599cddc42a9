/** Coaching notes as managers type them: `/coach @rep note`, each time another manager's. */
import SQLite from 'better-sqlite3';
import { accountOf, managerId, repId, repsPerManager } from '../company/shape.ts';
import type { Shape } from '../company/shape.ts';
import { commandBody, signed } from './signed.ts';
import type { Signed } from './signed.ts';

/** @returns makes the next one, signed; no two are the same to Slack */
export function coachCommands(shape: Shape, responseUrl: string): (number: number) => Signed {
  let trigger = 0;
  return (number) => {
    const manager = number % shape.managers;
    const rep = manager * repsPerManager + (number % repsPerManager);
    const text = `<@${accountOf(repId(shape, rep))}> Let the silence work after the price, as on call ${number}`;
    const from = { userId: accountOf(managerId(shape, manager)), responseUrl };
    return signed(
      commandBody('/coach', text, { ...from, trigger: `bench.${(trigger += 1)}` }),
      Math.floor(Date.now() / 1000),
    );
  };
}

/** Nobody has opened their Home tab: that is measured by itself. */
export function forgetHomes(path: string): void {
  const sqlite = new SQLite(path);
  sqlite.exec(`delete from mark where name like 'home-opened:%'`);
  sqlite.close();
}
