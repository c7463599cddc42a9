import type { PersonId } from '../behaviours/ids.ts';

/** Whom a look is about: with some it costs what is theirs, with everybody the company. */
export type About = 'everybody' | readonly PersonId[];

/** These too. */
export function aboutAlso(about: About, ids: readonly PersonId[]): About {
  return about === 'everybody' ? about : [...new Set([...about, ...ids])];
}
