import type { Due, Evidence, NudgeWords } from './behaviour.ts';
import type { RepBelowFacts, RepFacts, TeamFacts } from './facts.ts';

type More = Partial<Pick<Due, 'dealId' | 'askId' | 'item' | 'urgent' | 'weight' | 'prefill'>>;

/** One act that is due: about a rep, or with null about the team. Ordinary unless `more` says otherwise. */
export function dueAbout(
  behaviour: string,
  about: RepBelowFacts | null,
  evidence: Evidence,
  words: NudgeWords,
  more: More = {},
): Due {
  return {
    behaviour,
    repId: about?.rep.id ?? null,
    dealId: null,
    askId: null,
    item: null,
    evidence,
    words,
    urgent: false,
    weight: 1,
    prefill: {},
    ...more,
  };
}

/** One rule for every rep of the team: what is due, or nothing. */
export function forEachRep(team: TeamFacts, rule: (facts: RepFacts) => Due | readonly Due[] | undefined): Due[] {
  return team.reps.flatMap((facts) => rule(facts) ?? []);
}
