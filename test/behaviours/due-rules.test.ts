import { describe, expect, it } from 'vitest';
import { blockedDeal } from '../../src/behaviours/blocked-deal.ts';
import { checkIn } from '../../src/behaviours/check-in.ts';
import { coachingNote } from '../../src/behaviours/coaching-note.ts';
import { rideAlong } from '../../src/behaviours/ride-along.ts';
import { defaultPolicy, settingsOf } from '../../src/leading/policy.ts';
import { duesOf, sentencesOf } from '../helpers/dues.ts';
import { ask, deal, interaction, rep, team } from '../helpers/facts.ts';

describe('ride-along', () => {
  it.each([
    ['2026-10-25', 0],
    ['2026-10-24', 1],
  ] as const)('after one on %s, 30 days being the rhythm: %i due on Nov 23', (day, expected) => {
    expect(duesOf(rideAlong, rep({ interactions: [interaction('ride-along', day)] }))).toHaveLength(expected);
  });

  it.each([
    ['2026-11-10', 0],
    ['2026-11-09', 1],
  ] as const)('after one on %s with a rep in the first 90 days: %i due', (day, expected) => {
    expect(
      duesOf(rideAlong, rep({ startedOn: '2026-08-25', interactions: [interaction('ride-along', day)] })),
    ).toHaveLength(expected);
  });

  it('counts a rep as new for 90 days and no longer', () => {
    expect(
      duesOf(rideAlong, rep({ startedOn: '2026-08-24', interactions: [interaction('ride-along', '2026-11-09')] })),
    ).toEqual([]);
  });

  it('says the fact and its date, and leaves the rhythm to “Why?”', () => {
    const [due] = duesOf(rideAlong, rep({ interactions: [interaction('ride-along', '2026-10-13')] }));
    expect(due?.evidence.sentence).toBe('No ride-along with Priya since Oct 13 (41 days).');
  });

  it('comes earlier where a big deal is about to close', () => {
    const big = deal({ amount: 90_000, closeOn: '2026-12-01', account: 'Contoso', name: 'Renewal' });
    const deals = [big, deal(), deal()];
    const [due] = duesOf(rideAlong, rep({ deals, interactions: [interaction('ride-along', '2026-11-05')] }));
    expect(due?.evidence.sentence).toBe(
      'Contoso – Renewal, €90,000, should close on Dec 1. No ride-along with Priya since Nov 5 (18 days).',
    );
    expect(due?.prefill).toEqual({ deal: String(big.id) });
    expect(duesOf(rideAlong, rep({ deals, interactions: [interaction('ride-along', '2026-11-12')] }))).toEqual([]);
  });
});

describe('check-in', () => {
  it.each([
    ['2026-11-12', 0],
    ['2026-11-11', 1],
  ] as const)('after one on %s, 8 working days being the rhythm: %i due on Monday Nov 23', (day, expected) => {
    expect(
      duesOf(checkIn, rep({ interactions: [interaction('check-in', day, { details: { about: 'person' } })] })),
    ).toHaveLength(expected);
  });

  it('is due after three in a row about numbers, however recent', () => {
    const numbers = (['2026-11-20', '2026-11-18', '2026-11-16'] as const).map((day) =>
      interaction('check-in', day, { details: { about: 'numbers' } }),
    );
    const [due] = duesOf(checkIn, rep({ interactions: numbers }));
    expect(due?.evidence.sentence).toBe(
      'Your last three check-ins with Priya (Nov 16, Nov 18, Nov 20) were all about numbers.',
    );
    expect(duesOf(checkIn, rep({ interactions: numbers.slice(1) }))).toEqual([]);
  });
});

describe('coaching-note', () => {
  it('is due two working days after a ride-along that was not talked over, and urgent', () => {
    const recentNote = interaction('coaching-note', '2026-11-16');
    const onThursday = interaction('ride-along', '2026-11-19', { details: { told: 'not-yet' } });
    const [due] = duesOf(coachingNote, rep({ interactions: [onThursday, recentNote] }));
    expect(due?.urgent).toBe(true);
    const onFriday = interaction('ride-along', '2026-11-20', { details: { told: 'not-yet' } });
    expect(duesOf(coachingNote, rep({ interactions: [onFriday, recentNote] }))).toEqual([]);
  });

  it.each([
    [1, '2026-11-20', 'last Friday (Nov 20)'],
    [2, '2026-11-19', 'last Thursday (Nov 19)'],
  ] as const)('asks to tell the rep, with a patience of %i', (afterRideAlongWorkingDays, day, when) => {
    const rode = interaction('ride-along', day, { details: { told: 'not-yet' } });
    const [due] = duesOf(coachingNote, rep({ interactions: [rode] }), { afterRideAlongWorkingDays });
    expect(due?.evidence.sentence).toBe(`You rode along with Priya ${when} and haven’t shared what you saw.`);
    expect(due?.words.act).toContain('while it’s fresh');
  });

  it('leaves alone a ride-along of somebody else’s, and one with a shared note since, that same day too', () => {
    const rode = interaction('ride-along', '2026-11-19', { details: { told: 'not-yet' } });
    const note = interaction('coaching-note', '2026-11-19', { shared: true });
    const earlier = interaction('coaching-note', '2026-11-18');
    expect(duesOf(coachingNote, rep({ interactions: [rode, note] }))).toEqual([]);
    const own = { ...note, shared: false };
    expect(duesOf(coachingNote, rep({ interactions: [rode, own] }))).toHaveLength(1);
    // What the form of the note asks: said in person, it needs no sharing.
    const said = coachingNote.form.find(({ id }) => id === 'told');
    expect(said?.kind === 'choice' && said.choices.map(({ value }) => value)).toContain('yes');
    expect(duesOf(coachingNote, rep({ interactions: [rode, { ...own, details: { told: 'yes' } }] }))).toEqual([]);
    expect(duesOf(coachingNote, rep({ interactions: [rode, earlier] }))).toHaveLength(1);
    expect(duesOf(coachingNote, rep({ interactions: [{ ...rode, managerId: 99 }, earlier] }))).toEqual([]);
  });

  it('leaves alone a ride-along of which the rep can read what was seen', () => {
    const rode = interaction('ride-along', '2026-11-19', { details: { told: 'not-yet' } });
    const recent = interaction('coaching-note', '2026-11-16');
    expect(duesOf(coachingNote, rep({ interactions: [rode, recent] }))).toHaveLength(1);
    expect(duesOf(coachingNote, rep({ interactions: [{ ...rode, shared: true }, recent] }))).toEqual([]);
  });

  it.each([
    ['yes', '2026-11-10', 0],
    ['yes', '2026-11-09', 1],
    [undefined, '2026-11-10', 1],
  ] as const)('after a ride-along and a talk about it (%s) on %s, without a note: %i due', (told, day, expected) => {
    const rode = interaction('ride-along', day, { details: told === undefined ? {} : { told } });
    const dues = duesOf(coachingNote, rep({ interactions: [interaction('check-in', '2026-11-20'), rode] }));
    expect(dues).toHaveLength(expected);
    expect(dues.filter((due) => !due.words.act.startsWith('One thing Priya does well'))).toEqual([]);
  });

  it.each([
    ['2026-11-10', 0],
    ['2026-11-09', 1],
  ] as const)('after one on %s, 14 days being the rhythm: %i due', (day, expected) => {
    expect(duesOf(coachingNote, rep({ interactions: [interaction('coaching-note', day)] }))).toHaveLength(expected);
  });
});

describe('blocked-deal', () => {
  it.each([
    ['2026-11-10', 0],
    ['2026-11-09', 1],
  ] as const)('an open deal with its last activity on %s, 14 days being the rhythm: %i due', (day, expected) => {
    expect(duesOf(blockedDeal, rep({ deals: [deal({ lastActivityOn: day })] }))).toHaveLength(expected);
  });

  it('takes a rhythm of its own for a stage', () => {
    const facts = team([rep({ deals: [deal({ lastActivityOn: '2026-11-09', stage: 'Procurement' })] })]);
    expect(blockedDeal.due(facts, { ...settingsOf(blockedDeal, defaultPolicy), 'idleDays:procurement': 30 })).toEqual(
      [],
    );
  });

  it('leaves alone what is closed, quiet, talked about, of unknown activity or active in the future', () => {
    const talkedAbout = deal({ lastActivityOn: '2026-10-01' });
    const deals = [
      deal({ status: 'won', lastActivityOn: '2026-10-01' }),
      deal({ lastActivityOn: '2026-10-01', quietUntil: '2026-11-24' }),
      talkedAbout,
      deal({ lastActivityOn: null, openedOn: null }),
      deal({ lastActivityOn: '2026-12-24', openedOn: '2026-12-20' }),
    ];
    expect(
      duesOf(
        blockedDeal,
        rep({ deals, interactions: [interaction('check-in', '2026-11-20', { dealId: talkedAbout.id })] }),
      ),
    ).toEqual([]);
  });

  it('names the deal, its amount and how many have been quiet as long, and no others', () => {
    const deals = [
      deal({ account: 'Contoso', name: 'Renewal', amount: 48_000, lastActivityOn: '2026-10-20' }),
      deal({ name: 'Northwind – Upsell', lastActivityOn: '2026-10-01' }),
      deal({ name: 'Northwind – Pilot', lastActivityOn: '2026-11-09' }),
    ];
    expect(sentencesOf(blockedDeal, rep({ deals }))).toEqual([
      'Contoso – Renewal, €48,000: no activity since Oct 20 (34 days). One other open deal of Priya’s has been quiet at least as long.',
      'Northwind – Upsell, €10,000: no activity since Oct 1 (53 days).',
      'Northwind – Pilot, €10,000: no activity since Nov 9 (14 days). Two other open deals of Priya’s have been quiet at least as long.',
    ]);
  });

  it('is urgent once a rep’s report has waited a working day with nobody taking it', () => {
    const waiting = ask({ kind: 'blocked-deal', askedOn: '2026-11-20' });
    expect(duesOf(blockedDeal, rep({ asks: [waiting] }))[0]?.urgent).toBe(true);
    expect(duesOf(blockedDeal, rep({ asks: [{ ...waiting, askedOn: '2026-11-21' }] }))).toHaveLength(1);
    expect(duesOf(blockedDeal, rep({ asks: [{ ...waiting, askedOn: '2026-11-23' }] }))).toEqual([]);
    expect(duesOf(blockedDeal, rep({ asks: [{ ...waiting, state: 'taken' }] }))).toEqual([]);
    expect(duesOf(blockedDeal, rep({ asks: [{ ...waiting, holderId: 99 }] }))).toEqual([]);
  });
});
