import { describe, expect, test } from 'vitest';
import { monthNamed } from '../../../src/importing/values/date-names.ts';
import { readDate } from '../../../src/importing/values/dates.ts';

/** Each is the day at the head of its list. */
const sameDay: Readonly<Record<string, readonly string[]>> = {
  '2026-11-23': [
    '2026-11-23',
    ' 2026-11-23 ',
    '2026/11/23',
    '2026.11.23',
    '20261123',
    '23/11/2026',
    '11/23/2026',
    '23.11.2026',
    '23-11-2026',
    '23. 11. 2026',
    '2026. 11. 23.',
    '23.11.26',
    '11/23/26',
    '２０２６／１１／２３',
    '2026年11月23日',
    '2026年11月23日(月)',
    '2026年11月23日 月曜日',
    '2026 年 11 月 23 日 14:30',
    '2026년 11월 23일',
    // With a time and a zone: the written day counts.
    '2026-11-23 (Mon)',
    '23/11/2026, Monday',
    '2026-11-23T09',
    '2026-11-23Z',
    '2026-11-23+01:00',
    '2026-11-23 UTC',
    '2026-11-23T23:30:00Z',
    '2026-11-23T00:30:00+14:00',
    '2026-11-23T23:30:00.000-0800',
    '2026-11-23T09:00:00.000+0000',
    '2026-11-23 09:00',
    '2026-11-23 09:00:00.1234567 +01:00',
    '2026-11-23 09:00:00 +0200 UTC',
    '2026-11-23T09:00:00+01:00[Europe/Berlin]',
    '2026-11-23, 9:00 AM',
    '2026-11-23 at 9 am PST',
    '20261123093000',
    '20261123T093000Z',
    '20261123093000.0Z',
    '11/23/2026 9:00 AM',
    '11/23/2026 9:00:00 p.m.',
    '23/11/2026 09:00:00.000',
    '23/11/2026 14h30',
    '23/11/2026 à 14h',
    '23/11/2026 09:00 GMT+2',
    '23.11.2026 14.30 Uhr',
    '23.11.2026, 14:30 Uhr MEZT',
    '09:00 23/11/2026',
    // Months by name.
    '23 Nov 2026',
    '23-Nov-2026',
    '23-Nov-26',
    '23NOV2026',
    "23 Nov '26",
    '23. November 2026',
    'Nov 23, 2026',
    'Nov. 23rd, 2026',
    'November 23 2026, 14:30',
    '2026-Nov-23',
    '2026 November 23',
    'the 23rd of November 2026',
    'Mon, 23 Nov 2026',
    'Mon, 23 Nov 2026 09:00:00 +0000',
    'Monday, November 23, 2026 at 9:00 AM',
    'Mon Nov 23 09:00:00 UTC 2026',
    'Mon Nov 23 2026 09:00:00 GMT+0100 (Central European Standard Time)',
    'Montag, 23. November 2026',
    'Montag, den 23. November 2026',
    'Mo., 23.11.2026',
    'lundi 23 novembre 2026 à 14:30',
    'le 23 nov. 2026',
    'lunes, 23 de noviembre de 2026',
    '23 de nov. de 2026',
    'segunda-feira, 23 de novembro de 2026',
    'lunedì 23 novembre 2026 alle 14:30',
    'maandag 23 november 2026 om 9:00',
    '23 listopada 2026 r.',
    'poniedziałek, 23 lis 2026',
    'måndag den 23 november 2026 kl. 09:00',
    // Counted.
    '46349',
    '46349.375',
    '46349,375',
    '1795392000',
    '1795478399',
    '1795392000000',
  ],
  '2026-03-03': [
    '3. März 2026',
    '3. Maerz 2026',
    '03. Mrz 26',
    '3-Mär-26',
    'mar. 3 mars 2026',
    '3 marca 2026',
    '3 mrt 2026',
    'martes, 3 de marzo de 2026',
    '3 mar 2026',
  ],
  '2026-01-01': [
    '1er janvier 2026',
    '1º de janeiro de 2026',
    '1 enero 2026',
    '1° gennaio 2026',
    '1. Jänner 2026',
    '1 stycznia 2026',
    '1-janv-26',
    '1 ene 26',
  ],
  '2025-12-12': ['12 déc. 2025', '12-Dez-25', '12 dic 2025', '12 dez. 2025', '12 grudnia 2025', '12 grudzień 2025'],
  '2026-05-05': [
    '5 mai 2026',
    '5 mag 2026',
    '5 maj 2026',
    '5 mei 2026',
    '5 mayo 2026',
    '5 maio 2026',
    'May 5, 2026',
    '05/05/26',
    '5.5.2026',
  ],
  '1999-12-31': ['31-Dec-99', '31/12/99', '99/12/31'],
  '1970-02-28': ['28.02.70'],
  '2069-02-28': ['28.02.69'],
  '1950-01-01': ['18264'],
  '2099-12-31': ['73050.99'],
};

describe('days as people and programs write them', () => {
  for (const [day, texts] of Object.entries(sameDay))
    test.each(texts)(`${day} is what %j means`, (text) => {
      expect(readDate(text, 'started_on')).toBe(day);
    });

  test.each([
    '',
    'N/A',
    '-',
    'TBD',
    '(blank)',
    'keine Angabe',
    '0',
    '00000000',
    '0000-00-00',
    '0000-00-00 00:00:00',
    '00.00.0000',
    '1900-01-00',
    '1/0/1900',
    '00/01/1900',
    '12/30/1899',
    '30.12.1899',
    '1899-12-30T00:00:00',
    '12/31/1899 12:00 AM',
    '0001-01-01T00:00:00',
    '1/1/0001',
    '9999-12-31',
    '31.12.9999',
    '99991231',
  ])('%j is no day, and nothing to correct', (text) => {
    expect(readDate(text, 'started_on')).toBeNull();
  });

  test.each([
    '31/02/2026',
    '31.04.26',
    '30/02/26',
    '2026-02-30',
    '29 Feb 2027',
    '13/13/2026',
    '2026-13-01',
    '32 Jan 2026',
    '1899-12-29',
    '2200-01-01',
    '31/12/2200',
    '18263',
    '73051',
    '45',
    '4102444800000000',
    '9876543210',
    'Nov-26',
    'Nov 2026',
    '11/2026',
    '2026',
    'Q4 2026',
    '2026-W48-1',
    '26-11',
    '1.2.3',
    '10.0.0.26',
    '1.23E+10',
    'Qux 5, 2026',
    '5 par 2026',
    'soon',
    'mayor 5, 2026',
    '23 Nov',
    'Mon 5 2026 May',
  ])('%j is refused, not moved', (text) => {
    expect(() => readDate(text, 'started_on')).toThrow(
      /^started_on “.+” is no day\. Write it as YYYY-MM-DD, e\.g\. 2026-11-23\.$/,
    );
  });

  test.each([
    ['03/04/2026', '2026-03-04 or 2026-04-03'],
    ['1/08/26', '2026-01-08 or 2026-08-01'],
    ['3.4.2026 14:30', '2026-03-04 or 2026-04-03'],
    ['Fri, 03-04-2026', '2026-03-04 or 2026-04-03'],
    ['02/03/04', '2004-02-03 or 2004-03-02'],
  ])('%j could be %s, and the refusal says both and what to do', (text, days) => {
    expect(() => readDate(text, 'close_on')).toThrow(
      `close_on “${text}” could be ${days}, and no other row says which. Write it as YYYY-MM-DD, or say which with --date-order day-first or --date-order month-first.`,
    );
  });

  test('no name of a month means two in two languages', () => {
    for (const language of ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'sv'])
      for (let month = 1; month <= 12; month += 1)
        for (const style of ['long', 'short'] as const) {
          const name = new Intl.DateTimeFormat(language, { month: style }).format(new Date(2026, month - 1, 15));
          expect([language, name, monthNamed(name)]).toEqual([language, name, month]);
        }
  });
});
