/** What rules say of facts, asked as shortly as a test wants to. */
import type { Behaviour, Due, Settings } from '../../src/behaviours/behaviour.ts';
import type { LoggedEntry } from '../../src/behaviours/change.ts';
import type { RepFacts, TeamFacts } from '../../src/behaviours/facts.ts';
import { defaultPolicy, settingsOf } from '../../src/leading/policy.ts';
import { addDays } from '../../src/time/zoned.ts';
import { team, today } from './facts.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

/** The day so many days before today. */
export function daysAgo(days: number): LocalDate {
  return addDays(today, -days);
}

/** What is due for a rep or a team, with the default settings but for `changed`. */
export function duesOf(behaviour: Behaviour, facts: RepFacts | TeamFacts, changed: Settings = {}): readonly Due[] {
  return behaviour.due('rep' in facts ? team([facts]) : facts, { ...settingsOf(behaviour, defaultPolicy), ...changed });
}

/** Why it is due, one sentence for each act. */
export function sentencesOf(behaviour: Behaviour, facts: RepFacts | TeamFacts, changed: Settings = {}): string[] {
  return duesOf(behaviour, facts, changed).map((due) => due.evidence.sentence);
}

/** An entry as its form was filled in. */
export function entry(details: LoggedEntry['details'] = {}, texts: LoggedEntry['texts'] = {}): LoggedEntry {
  return { repId: 2, happenedOn: today, details, texts };
}
