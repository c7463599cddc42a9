import { addDays, daysBetween, formatDate } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Behaviour, Due } from './behaviour.ts';
import { dueAbout, forEachRep } from './due.ts';
import type { RepFacts, SkillFact, TeamFacts } from './facts.ts';
import { firstNameOf, lastOf, later, numberOf } from './rhythm.ts';

/** Essays 002 and 003: what one does well is recommended to others, and strengths and weaknesses are known person by person. */
export const introduce: Behaviour = {
  id: 'introduce',
  name: 'Introduce two people',
  noun: { one: 'introduction', many: 'introductions' },
  act: 'Someone on the team is strong where another is learning: introduce them.',
  subject: 'coaching',
  essays: ['002', '003'],
  nudges: 'manager',
  about: 'rep',
  cadence: 'when skill tags match; 60 days between introductions',
  importance: 0.9,
  isCoaching: false,
  settings: [
    {
      key: 'rhythmDays',
      label: 'Days between introductions for one rep',
      unit: 'days',
      initial: 60,
      minimum: 7,
      maximum: 365,
    },
  ],
  rule: 'This comes up when your notes tag a skill as one rep’s strength and as something another is learning, at most every 60 days per rep.',
  asLogged: 'Introduction',
  isLoggedByHand: true,
  forRep: {
    heading: '{name} introduced you to a colleague',
    noun: { one: 'introduction to a colleague', many: 'introductions to colleagues' },
    counts: 'always',
  },
  isWithoutTime: true,
  form: [
    { kind: 'person', id: 'partner', label: 'Introduced to', reader: 'author' },
    {
      kind: 'text',
      id: 'skill',
      takesTags: true,
      label: 'What they can learn from each other',
      placeholder: '#negotiation',
      reader: 'by-share',
      forRep: 'What you can learn from each other',
      optional: true,
    },
  ],
  usualMinutes: 15,
  followUp: 'Did you get to introduce {name}?',
  due: (team, settings) =>
    forEachRep(team, (facts) => {
      const last = lastOf(facts, introduce.id)?.happenedOn;
      const rhythm = numberOf(settings, 'rhythmDays');
      if (last !== undefined && daysBetween(last, team.today) < rhythm) return undefined;
      return match(team, facts, last, rhythm);
    }),
};

function match(team: TeamFacts, facts: RepFacts, last: LocalDate | undefined, rhythm: number): Due | undefined {
  for (const skill of levels(team, facts)) {
    if (skill.level !== 'learning') continue;
    const [strength] = team.reps.flatMap((other) =>
      levels(team, other)
        .filter((theirs) => theirs.tag === skill.tag && theirs.level === 'strength')
        .map((theirs) => ({ of: other.rep, notedOn: theirs.notedOn })),
    );
    if (strength === undefined) continue;
    const matchedOn = later(skill.notedOn, strength.notedOn);
    const spoken = skill.tag.replaceAll('-', ' ');
    const name = firstNameOf(facts.rep);
    const other = firstNameOf(strength.of);
    return dueAbout(
      introduce.id,
      facts,
      {
        sentence: `Your notes say that ${name} is learning #${skill.tag} (${formatDate(skill.notedOn, team.today)}) and ${other} is strong at it.`,
        record: null,
        elapsed: last === undefined ? rhythm : daysBetween(last, team.today),
        rhythm,
        dueSince: last === undefined ? matchedOn : later(matchedOn, addDays(last, rhythm)),
      },
      {
        headline: `Get ${name} and ${other} together`,
        act: `Ask ${other} to show ${name} how it’s done: ${spoken}.`,
        openingLine: `“${other}, would you take ${name} along once? You’re good at ${spoken}, and it would help.”`,
      },
      { prefill: { partner: String(strength.of.id) } },
    );
  }
  return undefined;
}

/** This manager's newest word on each skill. */
function levels(team: TeamFacts, facts: RepFacts): SkillFact[] {
  const seen = new Set<string>();
  const own = facts.skills.filter((skill) => skill.managerId === team.manager.id);
  return own.filter((skill) => (seen.has(skill.tag) ? false : seen.add(skill.tag) !== undefined));
}
