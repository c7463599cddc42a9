import { describe, expect, test } from 'vitest';
import type { ModalView } from '@slack/types';
import type { PulseResult } from '../../../src/leading/pulse.ts';
import { validateMessage, validateView } from '@firstline/slack-sandbox/blocks';
import type { Json } from '@firstline/slack-sandbox';
import { limits } from '../../../src/slack/kit/limits.ts';
import type { RenderedMessage } from '../../../src/slack/kit/rendered-message.ts';
import { pulsePicture, pulseWeeks } from '../../../src/slack/loading/pulse-picture.ts';
import { pulseForMe, pulseNow, pulseOfTeams } from '../../../src/slack/views/home/home-pulse.ts';
import type { PulseHome } from '../../../src/slack/views/home/home-pulse.ts';
import { fitSections } from '../../../src/slack/views/home/home-fit.ts';
import { pulseForm, pulseTakenBackView, pulseThanks } from '../../../src/slack/views/pulse/pulse-form.ts';
import { pulseResultMessage, sentencesView } from '../../../src/slack/views/pulse/pulse-result.ts';
import type { PulseResultShown } from '../../../src/slack/views/pulse/pulse-result.ts';
import { changeWords, pointsWords, privacyWords } from '../../../src/slack/views/pulse/pulse-words.ts';
import { pulseHeardMessage, pulseMessage, pulseNoneMessage } from '../../../src/slack/views/pulse/pulse.ts';
import { buttonsOf, wordsOf } from '../../helpers/blocks.ts';
import type { LocalDate } from '../../../src/time/zoned.ts';

const hostile = '<!channel> *bold* _it_ `code` & <https://evil.example|Slack> \u202Egnirts';
const long = '👩‍👩‍👧‍👦'.repeat(300);
const names = [hostile, 'م'.repeat(400), long, 'Dana Osei'];
const team = {
  leaderName: 'Dana Osei',
  pooledNames: [],
  leadName: 'Lee Park',
  minimum: 5,
  asked: 6,
  keepsWhatWas: false,
} as const;
const pool = {
  leaderName: long,
  pooledNames: Array.from({ length: 60 }, () => long),
  leadName: long,
  minimum: 5,
  asked: 60,
  keepsWhatWas: true,
};

function resultOf(points: number, sentences: readonly string[] = []): PulseResult {
  return { statements: (['cares', 'helps', 'trusts'] as const).map((id) => ({ id, points })), sentences };
}

function shown(more: Partial<PulseResultShown> = {}): PulseResultShown {
  const result = resultOf(3.5);
  return {
    pulse: 7,
    whom: team,
    result,
    isLost: false,
    before: undefined,
    answeredOn: null,
    isLeader: true,
    today: '2026-12-02',
    ...more,
  };
}

function expectFits(message: RenderedMessage): void {
  const { text, blocks } = message;
  expect(validateMessage({ text, blocks: JSON.parse(JSON.stringify(blocks)) as Json })).toEqual([]);
  expect(text.length).toBeLessThanOrEqual(limits.messageText);
  expect(text).not.toContain('<!channel>');
}

function expectViewFits(view: ModalView): void {
  expect(validateView(JSON.parse(JSON.stringify(view)) as Json, 'modal')).toEqual([]);
}

const sixty = (sentence: string) => Array.from({ length: 60 }, () => sentence);

describe('Slack takes', () => {
  test.each(names)('everything a rep sees, whatever their manager is called: %#', (name) => {
    const whom = { ...team, leaderName: name, leadName: name };
    const given = { pulse: 7, managerName: name, whom, until: 'Tue, Dec 1, 6:00 PM', isLost: false };
    for (const stands of ['open', 'answered', 'closed'] as const) expectFits(pulseMessage({ ...given, stands }));
    expectFits(pulseMessage({ ...given, whom: pool, stands: 'open' }));
    expectViewFits(pulseForm(given));
    expectViewFits(pulseForm({ ...given, whom: pool }));
    expectViewFits(pulseThanks({ ...given, receipt: 'r'.repeat(64), leaderName: name }));
    expectViewFits(pulseTakenBackView(given));
    const heard = {
      leaderName: name,
      heard: name.repeat(7),
      will: name.repeat(7),
      closedOn: '2026-12-01',
      today: '2026-12-02',
    } as const;
    expectFits(pulseHeardMessage({ ...heard, dueOn: '2026-12-08' }));
    expectFits(pulseHeardMessage({ ...heard, dueOn: undefined, closedOn: null }));
    expectFits(pulseNoneMessage({ minimum: 5 }));
  });

  test.each([hostile, 'ي'.repeat(300), '字'.repeat(300), long, '*'.repeat(300)])(
    'sixty sentences, however they are written: %#',
    (sentence) => {
      const result = resultOf(4.5, sixty(sentence));
      expectFits(pulseResultMessage(shown({ result, whom: pool })));
      for (const page of [0, 1, 9]) expectViewFits(sentencesView({ pulse: 7, sentences: result.sentences, page }));
      const blocks = fitSections(pulseOfTeams(home({ results: [homeResult({ result, whom: pool })] })));
      expect(validateView(JSON.parse(JSON.stringify({ type: 'home', blocks })) as Json, 'home')).toEqual([]);
    },
  );
});

function homeResult(more: Partial<PulseResultShown> = {}): PulseHome['results'][number] {
  return { openUntil: undefined, shown: shown(more), closedOn: '2026-12-01', nextOn: '2026-12-22' };
}

function home(more: Partial<PulseHome> = {}): PulseHome {
  return { asked: undefined, told: undefined, results: [], isLead: false, none: undefined, ...more };
}

describe('a result', () => {
  test.each([
    [3.5, 3, '3.5 of 5, up from 3'],
    [3, 4.5, '3 of 5, down from 4.5 or more'],
    [4.5, 4.5, '4.5 or more of 5, as last time'],
    [1.5, undefined, '1.5 or less of 5'],
    [4, 1.5, '4 of 5, up from 1.5 or less'],
  ])('of %d after %s reads “%s”', (points, before, said) => {
    expect(`${pointsWords(points)}${changeWords(points, before)}`).toBe(said);
  });

  test('of answers that nothing could open says so, everywhere, and not that few answered', () => {
    const lost = { result: undefined, isLost: true };
    const message = pulseResultMessage(shown(lost));
    const given = { pulse: 7, managerName: 'Dana Osei', whom: team, until: 'Tue, Dec 1, 6:00 PM', isLost: true };
    const rep = pulseMessage({ ...given, stands: 'closed' });
    for (const said of [message, rep]) expectFits(said);
    const places = [
      message.text,
      wordsOf(message.blocks),
      wordsOf(rep.blocks),
      wordsOf(pulseNow(home({ results: [homeResult(lost)] }), '2026-12-02').blocks),
    ];
    for (const words of places) {
      expect(words).toContain('can’t be opened');
      expect(words).not.toMatch(/fewer/iu);
    }
  });

  test('asks its leader for one thing, until it is done', () => {
    expect(buttonsOf(pulseResultMessage(shown()).blocks)).toEqual(['Say what I heard']);
    const told = pulseResultMessage(shown({ answeredOn: '2026-12-02' }));
    expect(buttonsOf(told.blocks)).toEqual([]);
    expect(wordsOf(told.blocks)).toContain('You told your team on Dec 2');
  });

  test('is for a manager of a pool to read, not to answer', () => {
    const read = pulseResultMessage(shown({ isLeader: false, whom: { ...team, pooledNames: ['Ann Lee', 'Bo Ek'] } }));
    expect(buttonsOf(read.blocks)).toEqual([]);
    expect(wordsOf(read.blocks)).toContain('The teams of Ann Lee and Bo Ek, together.');
    expect(wordsOf(read.blocks)).toContain('Dana will tell the teams');
  });

  test('shows a few sentences, and the way to all of them', () => {
    const few = pulseResultMessage(shown({ result: resultOf(3, ['One', 'Two', hostile]) }));
    expect(JSON.stringify(few.blocks)).toContain('<!channel> *bold*');
    expect(JSON.stringify(few.blocks)).not.toContain('\u202E');
    expect(buttonsOf(few.blocks)).toEqual(['Say what I heard']);
    const many = pulseResultMessage(shown({ result: resultOf(3, sixty('One')) }));
    expect(buttonsOf(many.blocks)).toContain('Read them all');
    const pages = [0, 1, 2].map((page) => sentencesView({ pulse: 7, sentences: sixty('One'), page }));
    expect(pages.map((page) => wordsOf(page.blocks).split('One').length - 1)).toEqual([20, 20, 20]);
    expect(buttonsOf(pages[1]?.blocks)).toEqual(['Back', 'More']);
  });

  test('puts the picture before the sentences', () => {
    const picture = { name: 'trend', title: 'The pulse over time', alt: 'Up', svg: '<svg/>' };
    const message = pulseResultMessage(shown({ result: resultOf(3, ['One']) }), picture);
    expect(message.picture?.before).toBe(2);
    expect(wordsOf(message.blocks.slice(message.picture?.before))).toMatch(/^\*In their words/u);
  });

  test.each([undefined, resultOf(4), resultOf(1.5, sixty('x'))])('tells no number of people: %#', (result) => {
    const message = pulseResultMessage(shown({ result, whom: pool }));
    const said = `${message.text}\n${wordsOf(message.blocks)}`.replaceAll(
      /\d(?:\.5)?(?: or (?:more|less))? of 5/gu,
      '',
    );
    expect(said).not.toMatch(/\d+ (?:people|answers|answered|reps|of them)/u);
    expect(said).not.toMatch(/\b60\b/u);
  });
});

function pulses(...days: readonly LocalDate[]) {
  return days.map((closedOn, index) => ({ closedOn, result: resultOf(3 + index / 2) }));
}

describe('over time', () => {
  test('the words of the picture say the finding', () => {
    expect(pulsePicture(pulses('2026-11-03', '2026-12-01'))?.alt).toBe(
      'From Nov 3 to Dec 1. Care: 3.5 of 5, up from 3. Help: 3.5 of 5, up from 3. Trust: 3.5 of 5, up from 3.',
    );
  });

  test('one result is no trend', () => {
    expect(pulseWeeks([])).toBeUndefined();
    expect(pulseWeeks(pulses('2026-12-01'))).toBeUndefined();
  });

  test('each result stands in its week', () => {
    const weeks = pulseWeeks(pulses('2026-11-03', '2026-12-01'));
    expect(weeks?.weeks).toEqual(['2026-11-02', '2026-11-30']);
    expect(weeks?.threads.map(({ name, values }) => [name, values])).toEqual([
      ['Care', [3, 3.5]],
      ['Help', [3, 3.5]],
      ['Trust', [3, 3.5]],
    ]);
  });
});

describe('the Home tab', () => {
  const asked = { pulse: 7, managerName: hostile, until: 'Tue, Dec 1, 6:00 PM', hasAnswered: false };
  const promise = { dueOn: '2026-12-08', state: 'open', settledOn: null } as const;
  const told = { leaderName: 'Dana Osei', heard: hostile, will: hostile, promise };

  test('has a button until it is answered, and the words that were told', () => {
    const rows = fitSections(pulseForMe(home({ asked, told }), '2026-12-02'));
    expect(buttonsOf(rows)).toEqual(['Answer (30 seconds)']);
    expect(wordsOf(rows)).toContain('*What Dana will do, by Tue, Dec 8*');
    // A heading is plain text, in which Slack reads no mention.
    expect(wordsOf(rows.filter(({ type }) => type !== 'header'))).not.toContain('<!channel>');
    const after = fitSections(pulseForMe(home({ asked: { ...asked, hasAnswered: true } }), '2026-12-02'));
    expect(buttonsOf(after)).toEqual([]);
  });

  test('says of a promise that is settled what became of it', () => {
    for (const [state, words] of [
      ['kept', 'and kept on Dec 4'],
      ['dropped', 'and withdrew on Dec 4'],
    ] as const) {
      const settled = { ...told, promise: { ...promise, state, settledOn: '2026-12-04' } } as const;
      expect(wordsOf(fitSections(pulseForMe(home({ told: settled }), '2026-12-09')))).toContain(
        `*What Dana promised, ${words}*`,
      );
    }
  });

  test('says to a leader when the next comes, or that it waits for them', () => {
    const open = wordsOf(
      fitSections(pulseOfTeams(home({ results: [{ ...homeResult(), openUntil: 'Tue, Dec 1, 6:00 PM' }] }))),
    );
    expect(open).toContain('No one sees anything before then.');
    expect(open).not.toContain('of 5');
    const waits = fitSections(pulseOfTeams(home({ results: [{ ...homeResult(), nextOn: undefined }] })));
    expect(buttonsOf(waits)).toEqual(['Say what I heard']);
    expect(wordsOf(waits)).toContain('They’re waiting to hear what you heard');
    const done = wordsOf(fitSections(pulseOfTeams(home({ results: [homeResult({ answeredOn: '2026-12-02' })] }))));
    expect(done).toContain('Next one about Dec 22.');
    expect(wordsOf(fitSections(pulseOfTeams(home({ none: { everyDays: 28, minimum: 5 } }))))).toContain(
      'Nobody has been asked yet',
    );
    expect(pulseOfTeams(home())).toEqual([]);
  });

  test('has nothing to say where nothing is asked', () => {
    expect(pulseForMe(home(), '2026-12-02')).toEqual([]);
    expectFits(pulseNow(home(), '2026-12-02'));
    expectFits(pulseNow(home({ asked, told, results: [homeResult(), homeResult({ pulse: 8 })] }), '2026-12-02'));
  });
});

test('who could see what is said in full, whoever asks', () => {
  const said = privacyWords(team).join('\n');
  for (const truth of [
    'With fewer than five answers, no one sees anything',
    'Dana Osei and Lee Park see one average per statement, in half points',
    'word for word, shuffled, and only if five or more people wrote one',
    'or knows how you write',
    'Someone who knows what the others said, compares months when people came or went',
    'may still guess what you said',
    'Older backups show that you answered, and a box no one can open unless its key was copied while open',
    'While it’s open: that you answered, and one sealed box',
    'without names, times or order',
    'With its key and copies from before and after yours, they could work it out',
    'only averages and shuffled comments',
  ])
    expect(said).toContain(truth);
  expect(said).not.toContain('all of you answered');
  expect(privacyWords({ ...team, asked: 5 }).join()).toContain(
    'There are five of you, so a result means that all of you answered.',
  );
  expect(said).not.toMatch(/\banonymous|never be|guarantee/iu);
});

test('where a server may keep what was, it is said, and nothing that is true of a file alone', () => {
  const [onFile, onServer] = [privacyWords(team), privacyWords({ ...team, keepsWhatWas: true })];
  expect(onServer[0]).toBe(onFile[0]);
  for (const truth of [
    'The database server may also archive every change: when you answered, and the box before and after',
    'With the box’s key, they could work out what you said',
    'The key is destroyed then and kept out of backups',
    'Archives still show when you answered, and boxes no one can open unless the key was copied while open',
    'without names, times or order',
    'only averages and shuffled comments',
    'Slack carries your answer like anything you write',
  ])
    expect(onServer[1]).toContain(truth);
  expect(onServer[1]).not.toContain('With its key and copies from before and after yours');
  expect(onFile[1]).not.toMatch(/server|archive/iu);
});
