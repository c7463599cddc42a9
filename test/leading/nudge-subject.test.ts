import { describe, expect, it } from 'vitest';
import { headlineOf, shortSubject, thingOf } from '../../src/leading/nudge-subject.ts';

describe('what somebody typed, as it stands in a sentence', () => {
  it.each([
    ['Answer on the port fair budget', 'Answer on the port fair budget'],
    ['  An answer\non the  budget.  ', 'An answer on the budget'],
    ['“Call legal!”', 'Call legal!'],
    ['Can you help?', 'Can you help?'],
    ['Ask for “the yes”, then wait', 'Ask for "the yes", then wait'],
    ['- call legal', '- call legal'],
  ])('%j is %j', (typed, said) => {
    expect(shortSubject(typed)).toBe(said);
  });

  it.each([undefined, '', ' \n ', '...', '“”'])('%j leaves nothing to quote', (typed) => {
    expect(shortSubject(typed)).toBeUndefined();
  });

  it('is cut at the end of a word, and inside one only where there is no other end', () => {
    const long = 'Get legal to sign off on the redlines for Sable Pharma before the board meets on Tuesday';
    expect(shortSubject(long)).toBe('Get legal to sign off on the redlines for Sable Pharma before the board meets…');
    expect(shortSubject('x'.repeat(300))).toBe(`${'x'.repeat(79)}…`);
    // Eleven units each, as Slack counts: seven fit into eighty.
    expect(shortSubject('👩‍👩‍👧‍👦'.repeat(100))).toBe(`${'👩‍👩‍👧‍👦'.repeat(7)}…`);
  });
});

describe('a headline', () => {
  const words = { headline: 'Your promise to Priya', headlineWith: 'Your promise to Priya: {subject}' };
  const whole = { ...words, act: '', openingLine: '' };

  it('quotes what it is about, whatever that is, and leaves no hole where it may not or can’t', () => {
    expect(headlineOf(whole, 'pay $& and {subject}')).toBe('Your promise to Priya: “pay $& and {subject}”');
    expect(headlineOf(whole, undefined)).toBe('Your promise to Priya');
    expect(headlineOf({ headline: 'Check in', act: '', openingLine: '' }, 'anything')).toBe('Check in');
  });
});

describe('the thing that is settled', () => {
  it.each([
    [null, 'promise:12', { kind: 'promise', id: 12 }],
    [null, 'assignment:3', { kind: 'assignment', id: 3 }],
    [null, 'idea:7', { kind: 'idea', id: 7 }],
    [4, null, { kind: 'ask', id: 4 }],
    [null, null, undefined],
    [null, 'walk:3', undefined],
  ])('of ask %j and item %j is %j', (askId, item, thing) => {
    expect(thingOf({ askId, item })).toEqual(thing);
  });
});
