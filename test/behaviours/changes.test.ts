import { describe, expect, it } from 'vitest';
import { askTheirPlan } from '../../src/behaviours/ask-their-plan.ts';
import type { Change, LoggedEntry } from '../../src/behaviours/change.ts';
import { skillTags } from '../../src/behaviours/change.ts';
import { coachingNote } from '../../src/behaviours/coaching-note.ts';
import { developmentGap } from '../../src/behaviours/development-gap.ts';
import { evaluateAssignment } from '../../src/behaviours/evaluate-assignment.ts';
import { behaviours } from '../../src/behaviours/index.ts';
import { keepPromise } from '../../src/behaviours/keep-promise.ts';
import { personalGoals } from '../../src/behaviours/personal-goals.ts';
import { recognition } from '../../src/behaviours/recognition.ts';
import { setStandards } from '../../src/behaviours/set-standards.ts';
import { strategyBrief } from '../../src/behaviours/strategy-brief.ts';
import { trustPulse } from '../../src/behaviours/trust-pulse.ts';
import { entry } from '../helpers/dues.ts';

type Case = readonly [why: string, entry: LoggedEntry, changes: readonly Change[]];

function settles(state: 'improved' | 'repeated' | 'missed', closesCycle = false): Change {
  return { kind: 'evaluate-assignment', assignmentId: 4, state, closesCycle, next: null };
}

const gap = {
  details: { rootCause: 'will', assignmentBy: '2026-12-01' },
  texts: { gap: ' Talks price too early ', assignment: 'Ask first' },
};
const nextStep = { nextAssignment: 'Now with the buyer’s boss' };
const next = { assignment: 'Now with the buyer’s boss', dueOn: '2026-12-01' };

describe.each<readonly [(typeof behaviours)[number], readonly Case[]]>([
  [
    coachingNote,
    [
      ['no tags', entry({}, { saw: 'You let the silence work', try: 'Ask who else decides' }), []],
      [
        'tags of both kinds',
        entry({}, { saw: 'Good #Listening, good #demo', try: '#negotiation' }),
        [
          { kind: 'note-skill', tag: 'listening', level: 'strength' },
          { kind: 'note-skill', tag: 'demo', level: 'strength' },
          { kind: 'note-skill', tag: 'negotiation', level: 'learning' },
        ],
      ],
      [
        'one tag in both: it is what they work on',
        entry({}, { saw: 'Good #demo', try: 'A shorter #demo' }),
        [{ kind: 'note-skill', tag: 'demo', level: 'learning' }],
      ],
    ],
  ],
  [
    keepPromise,
    [
      ['kept', entry({ promiseKept: '5', outcome: 'kept' }), [{ kind: 'settle-promise', promiseId: 5, state: 'kept' }]],
      [
        'dropped',
        entry({ promiseKept: '5', outcome: 'dropped' }),
        [{ kind: 'settle-promise', promiseId: 5, state: 'dropped' }],
      ],
      [
        'moved',
        entry({ promiseKept: '5', outcome: 'moved', movedTo: '2026-12-01' }),
        [{ kind: 'move-promise', promiseId: 5, dueOn: '2026-12-01' }],
      ],
      ['moved to no day', entry({ promiseKept: '5', outcome: 'moved', movedTo: '' }), []],
      ['no outcome', entry({ promiseKept: '5' }), []],
      ['no promise', entry({ outcome: 'kept' }), []],
      ['a promise that is no record', entry({ promiseKept: 'x', outcome: 'kept' }), []],
      ['a promise that can’t be', entry({ promiseKept: '0', outcome: 'kept' }), []],
    ],
  ],
  [
    developmentGap,
    [
      [
        'all of it',
        entry(gap.details, gap.texts),
        [
          {
            kind: 'open-cycle',
            gap: 'Talks price too early',
            rootCause: 'will',
            assignment: 'Ask first',
            dueOn: '2026-12-01',
          },
        ],
      ],
      ['no gap', entry(gap.details, { ...gap.texts, gap: ' ' }), []],
      ['no assignment', entry(gap.details, { gap: 'Talks price too early' }), []],
      ['no day', entry({ rootCause: 'will' }, gap.texts), []],
      ['a root cause that there isn’t', entry({ ...gap.details, rootCause: 'fate' }, gap.texts), []],
    ],
  ],
  [
    evaluateAssignment,
    [
      ['closed', entry({ assignmentSeen: '4', result: 'closed' }), [settles('improved', true)]],
      ['improved', entry({ assignmentSeen: '4', result: 'improved' }), [settles('improved')]],
      ['repeated', entry({ assignmentSeen: '4', result: 'repeated' }), [settles('repeated')]],
      ['missed', entry({ assignmentSeen: '4', result: 'missed' }), [settles('missed')]],
      [
        'with a next step',
        entry({ assignmentSeen: '4', result: 'improved', nextBy: '2026-12-01' }, nextStep),
        [{ ...settles('improved'), next } as Change],
      ],
      [
        'closed, so that there is no next step',
        entry({ assignmentSeen: '4', result: 'closed', nextBy: '2026-12-01' }, nextStep),
        [settles('improved', true)],
      ],
      ['a next step without a day', entry({ assignmentSeen: '4', result: 'missed' }, nextStep), [settles('missed')]],
      ['no result', entry({ assignmentSeen: '4' }), []],
      ['no assignment', entry({ result: 'closed' }), []],
    ],
  ],
  [
    personalGoals,
    [
      ['goals', entry({}, { goals: 'Lead a team' }), [{ kind: 'record-goals', text: 'Lead a team' }]],
      ['nothing new', entry({}, { goals: ' ', help: 'Let them run a meeting' }), [{ kind: 'revisit-goals' }]],
    ],
  ],
  [
    recognition,
    [
      [
        'in private',
        entry({ where: 'private' }, { thanks: 'The follow-up' }),
        [{ kind: 'praise', text: 'The follow-up', isPublic: false }],
      ],
      [
        'in public',
        entry({ where: 'public' }, { thanks: 'The follow-up' }),
        [{ kind: 'praise', text: 'The follow-up', isPublic: true }],
      ],
      [
        'said already',
        entry({ where: 'said' }, { thanks: 'The follow-up' }),
        [{ kind: 'praise', text: 'The follow-up', isPublic: false, isSaid: true }],
      ],
      ['no words', entry({ where: 'public' }, { thanks: '' }), []],
    ],
  ],
  [
    askTheirPlan,
    [
      ['an idea', entry({}, { idea: 'Call at noon' }), [{ kind: 'hear-idea', text: 'Call at noon' }]],
      [
        'an earlier one, used',
        entry({ earlierIdea: '7', earlierIdeaNow: 'used' }, { usedWhere: 'At Contoso' }),
        [{ kind: 'use-idea', ideaId: 7, where: 'At Contoso' }],
      ],
      [
        'used somewhere',
        entry({ earlierIdea: '7', earlierIdeaNow: 'used' }),
        [{ kind: 'use-idea', ideaId: 7, where: null }],
      ],
      [
        'a new one, and an earlier one credited',
        entry({ earlierIdea: '7', earlierIdeaNow: 'credited' }, { idea: 'Call at noon' }),
        [
          { kind: 'hear-idea', text: 'Call at noon' },
          { kind: 'credit-idea', ideaId: 7 },
        ],
      ],
      ['an earlier one of which nothing is said', entry({ earlierIdea: '7' }), []],
      ['a plan alone', entry({}, { plan: 'Two visits a week' }), []],
    ],
  ],
  [
    strategyBrief,
    [
      ['ask them', entry({ check: 'yes' }), [{ kind: 'ask-confidence' }]],
      ['not now', entry({ check: 'no' }), []],
    ],
  ],
  [
    setStandards,
    [
      [
        'an expectation',
        entry({}, { expectation: 'Notes the same day' }),
        [{ kind: 'state-expectation', text: 'Notes the same day' }],
      ],
    ],
  ],
  [
    trustPulse,
    [
      [
        'both answers and a day',
        entry({ dueOn: '2026-12-01' }, { heard: 'Too little time', will: 'Half an hour each' }),
        [{ kind: 'answer-pulse', heard: 'Too little time', will: 'Half an hour each', dueOn: '2026-12-01' }],
      ],
      ['no day', entry({}, { heard: 'Too little time', will: 'Half an hour each' }), []],
      ['what was heard alone', entry({}, { heard: 'Too little time', will: ' ' }), []],
      ['what will be done alone', entry({}, { will: 'Half an hour each' }), []],
    ],
  ],
])('what follows from $id', (behaviour, cases) => {
  it.each(cases)('%s', (_, logged, changes) => {
    expect(behaviour.changes?.(logged)).toEqual(changes);
  });
});

describe('every behaviour', () => {
  it('leaves the records alone when nothing was filled in; a look at goals is on record by itself', () => {
    const followed = behaviours.flatMap((behaviour) =>
      (behaviour.changes?.(entry()) ?? []).map((change) => [behaviour.id, change]),
    );
    expect(followed).toEqual([['personal-goals', { kind: 'revisit-goals' }]]);
  });

  it('takes an outcome without its record or words for nothing', () => {
    const outcomes = behaviours.flatMap((behaviour) =>
      behaviour.form.flatMap((field) =>
        field.kind === 'choice'
          ? field.choices.map(({ value }) => ({ behaviour, details: { [field.id]: value } }))
          : [],
      ),
    );
    expect(outcomes.length).toBeGreaterThan(50);
    const followed = outcomes.flatMap(({ behaviour, details }) =>
      (behaviour.changes?.(entry(details)) ?? []).map(({ kind }) => ({ kind, details })),
    );
    expect(followed).toEqual([{ kind: 'ask-confidence', details: { check: 'yes' } }]);
  });

  it('whose form has words or choices of a record lets records follow', () => {
    const keeping = behaviours.filter((behaviour) =>
      behaviour.form.some(
        (field) => field.kind === 'record' || (field.kind === 'text' && field.keptInRecord !== undefined),
      ),
    );
    expect(keeping.length).toBeGreaterThan(5);
    expect(keeping.filter((behaviour) => behaviour.changes === undefined)).toEqual([]);
  });
});

describe('skill tags', () => {
  it.each([
    ['none of nothing', undefined, []],
    ['none without #', 'negotiation', []],
    ['one in a sentence', 'Good #negotiation, I thought.', ['negotiation']],
    ['in lower case, each once', '#Demo #demo #DEMO', ['demo']],
    ['in the order written', '#pricing then #demo', ['pricing', 'demo']],
    ['with hyphens, and underscores as such', '#closing-calls #deal_review', ['closing-calls', 'deal-review']],
    ['without the punctuation after it', '(#demo) #pricing- #listening.', ['demo', 'pricing', 'listening']],
    ['with numbers, but not beginning with one', '#q4-planning #4you', ['q4-planning']],
    [
      'in any script, however it is typed',
      '#Verhandlungsführung #cafe\u0301 #交渉',
      ['verhandlungsführung', 'café', '交渉'],
    ],
    ['no single letter', '#a #ab', ['ab']],
    ['up to 40 letters', `#${'a'.repeat(40)} #${'b'.repeat(41)}`, ['a'.repeat(40)]],
    ['no part of a word or an address', 'C#sharp https://example.com/a#part https://example.com/#top', []],
    ['no channel as Slack writes it', '<#C0123ABC|general>', []],
    ['nothing of a heading', '# Heading ##twice', []],
  ])('%s', (_, text, tags) => {
    expect(skillTags(text)).toEqual(tags);
  });
});
