/** Statuses without an emoji, as people write them: language by language, those that mean out and those that don't. */
import { describe, expect, test } from 'vitest';
import { absenceWords } from '../../src/leading/absence-words.ts';
import type { Language } from '../../src/leading/absence-words.ts';
import { meansOut } from '../../src/leading/out-of-office.ts';
import { statusesNorthAndEast } from '../helpers/statuses-of-absence.ts';

const statuses = {
  ...statusesNorthAndEast,
  english: {
    out: [
      'Vacation',
      'On vacation until Dec 5',
      'Holiday',
      'Bank holiday',
      'On holiday, back tomorrow',
      'Sick',
      'sick today',
      'Out sick',
      'At home sick',
      'Parental leave',
      'On parental leave until March',
      'Out of office',
      'OOO',
      'OOO – send requests to Ann',
      'Day off',
      'Taking a day off',
      'PTO today',
      'Family vacation in Spain',
      'Vacation, back next week',
    ],
    not: [
      'Feeling homesick',
      'Vacation planning',
      'Back from vacation',
      'Sick demo',
      'Sick of meetings',
      'Sick and tired of this',
      'Working on holiday campaign',
      'Vacation rental deal',
      'Vacation policy review',
      'Need a vacation',
      'Absent-minded',
      'No vacation this year',
      'Holiday party',
      'On leave from tomorrow',
      'Working out of office',
      'Seasick-Deal',
      'Kick off',
    ],
  },
  german: {
    out: [
      'Urlaub',
      'Im Urlaub',
      'bin im Urlaub bis 12.12.',
      'Jahresurlaub',
      'Urlaub bis nächste Woche',
      'Im Urlaub, ab Montag wieder da',
      'krank',
      'Krankgeschrieben',
      'leider krank',
      'In Elternzeit',
      'Mutterschutz',
      'Heute frei',
      'Habe heute frei',
      'abwesend',
      'Überstundenabbau',
      'Krank zu Hause',
    ],
    not: [
      'Urlaubsplanung',
      'Urlaubsvertretung für Jana',
      'Zurück aus dem Urlaub',
      'Aus dem Urlaub zurück',
      'Urlaub ab Montag',
      'Krankenhaus-Deal',
      'Krankenkasse',
      'Nächste Woche Urlaub',
      'Bald Urlaub',
      'Urlaubsreif',
      'Nicht im Urlaub',
      'Heute frei für Calls',
      'Nicht krank',
      'Urlaub-Planung',
    ],
  },
  french: {
    out: [
      'Vacances',
      'En vacances',
      'En congé parental',
      'congés',
      'En congés jusqu’au 5',
      'Malade',
      'je suis malade',
      'Arrêt maladie',
      'En arrêt',
      'Absente',
      'Absent du bureau',
      'RTT',
      'En vacances, de retour lundi',
      'congé maternité',
    ],
    not: [
      'Le malade imaginaire',
      'De retour de vacances',
      'Retour de congés',
      'Vacances la semaine prochaine',
      'Planning des vacances',
      'Bientôt en vacances',
      'Vivement les vacances',
      'Pas en congé',
      'Maladie rare : webinaire',
      'Projet à l’arrêt',
    ],
  },
  spanish: {
    out: [
      'Vacaciones',
      'De vacaciones',
      'De vacaciones hasta mañana',
      'Enfermo',
      'estoy enferma',
      'De baja',
      'De baja médica',
      'Día libre',
      'Fuera de la oficina',
      'Baja por enfermedad',
      'Permiso de paternidad',
      'De vacaciones, de vuelta el lunes',
    ],
    not: [
      'De vuelta de vacaciones',
      'Planificación de vacaciones',
      'Vacaciones la próxima semana',
      'Mañana de vacaciones',
      'De baja prioridad',
      'Acuerdo de licencia',
      'Enfermería',
      'Trabajando fuera de la oficina',
      'No estoy de vacaciones',
    ],
  },
  portuguese: {
    out: [
      'Férias',
      'De férias',
      'em férias até 5/12',
      'Doente',
      'estou doente',
      'Licença médica',
      'Licença-maternidade',
      'De folga',
      'Fora do escritório',
      'Folga',
      'De férias, volto amanhã',
    ],
    not: [
      'De volta das férias',
      'Planejamento de férias',
      'Férias na próxima semana',
      'Férias em breve',
      'Contrato de licença',
      'Projeto de baixa prioridade',
      'Voltei das férias',
      'Feriadão',
      'Sem férias este ano',
    ],
  },
  italian: {
    out: [
      'Ferie',
      'In ferie',
      'In vacanza',
      'Malato',
      'sono malata',
      'In malattia',
      'Fuori ufficio',
      'In maternità',
      'Congedo parentale',
      'In ferie, torno domani',
      'Giorno libero',
    ],
    not: [
      'Rientrato dalle ferie',
      'Di ritorno dalle vacanze',
      'Piano ferie',
      'In ferie dalla prossima settimana',
      'Domani in ferie',
      'Feriale',
      'Malato immaginario',
      'Presto in vacanza',
      'Non sono in ferie',
    ],
  },
} as const satisfies Record<Language, { readonly out: readonly string[]; readonly not: readonly string[] }>;

describe.each(Object.entries(statuses))('%s', (_language, { out, not }) => {
  test.each(out)('out: %s', (text) => {
    expect(meansOut({ emoji: '', text })).toBe(true);
    expect(meansOut({ emoji: ':calendar:', text: `  ${text.toUpperCase()} ` })).toBe(true);
    expect(meansOut({ emoji: '', text: text.normalize('NFD') })).toBe(true);
  });
  test.each(not)('at work: %s', (text) => {
    expect(meansOut({ emoji: '', text })).toBe(false);
    expect(meansOut({ emoji: '', text: text.toLowerCase() })).toBe(false);
  });
});

test('every language has words of each sort', () => {
  for (const words of Object.values(absenceWords))
    expect(Object.values(words).map((list) => list.length > 0)).toEqual([true, true, true, true]);
});

test('nothing else that people write means out', () => {
  for (const text of [
    '',
    'In a meeting',
    'Commuting',
    'Homeoffice',
    'En réunion',
    'Reunión',
    'Almoço',
    'A pranzo',
    'Lunsj',
    'W domu',
    'ランチ',
    '午餐',
    '점심',
    '🌴',
    '…',
  ])
    expect(meansOut({ emoji: '', text })).toBe(false);
});
