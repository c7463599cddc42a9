import { describe, expect, test } from 'vitest';
import { deals, roster } from '../../../src/importing/columns/columns.ts';
import { readHeader } from '../../../src/importing/columns/header.ts';

const cells = (line: string): string[] => line.split('|');

describe('fields are known under other words', () => {
  test.each<[string, string[], 'roster' | 'deals', string, string[]]>([
    [
      'started_on',
      ['Beschäftigt seit', 'Beginn', 'Data inizio rapporto'],
      'roster',
      'Name',
      ['Ada Quill', '2024-03-04'],
    ],
    ['country', ['Einsatzland', '国名', '勤務国'], 'roster', 'Name', ['Ada Quill', 'DE']],
    ['id', ['N. matricola', 'Nº de matrícula'], 'roster', 'Name', ['Ada Quill', '7']],
    ['account', ['Inloggning'], 'roster', 'Name', ['Ada Quill', 'aquill']],
    ['email', ['Mail professionnel'], 'roster', 'Name', ['Ada Quill', 'a@x.io']],
    [
      'manager_email',
      ['Chefs e-postadress', 'Email del supervisor', '上司メール'],
      'roster',
      'Name',
      ['Ada Quill', 'm@x.io'],
    ],
    [
      'manager_id',
      ['Matricule N+1', 'Matrícula do supervisor', 'Número de empleado del jefe', 'Numer pracownika przełożonego'],
      'roster',
      'Name',
      ['Ada Quill', '8'],
    ],
    [
      'id',
      [
        'Offertenummer',
        'Affärsnummer',
        'N.º de oportunidad',
        'Nº da proposta',
        'N. offerta',
        'N° affaire',
        'Numer oferty',
        'Numer transakcji',
      ],
      'deals',
      'Owner|Stage',
      ['Ada Quill', 'Open', 'D-1'],
    ],
    ['owner', ['Dono', 'Kundansvarig'], 'deals', 'ID|Stage', ['D-1', 'Open', 'Ada Quill']],
    ['stage', ['商談ステージ'], 'deals', 'ID|Owner', ['D-1', 'Ada Quill', '提案']],
    ['name', ['Benämning', 'Onderwerp'], 'deals', 'ID|Owner|Stage', ['D-1', 'Ada Quill', 'Open', 'Big one']],
    ['amount', ['Montant HT', 'Montant HT (EUR)'], 'deals', 'ID|Owner|Stage', ['D-1', 'Ada Quill', 'Open', '1200']],
    ['currency', ['Monnaie'], 'deals', 'ID|Owner|Stage', ['D-1', 'Ada Quill', 'Open', 'EUR']],
    [
      'opened_on',
      ['Opened', 'Geopend op', 'Skapades', '登録日'],
      'deals',
      'ID|Owner|Stage',
      ['D-1', 'Ada Quill', 'Open', '2026-03-04'],
    ],
    [
      'last_activity_on',
      ['Date of last activity', 'Last touched'],
      'deals',
      'ID|Owner|Stage',
      ['D-1', 'Ada Quill', 'Open', '2026-03-04'],
    ],
    [
      'close_on',
      [
        'Voraussichtlicher Abschluss',
        'Clôture prévue le',
        'Fechamento esperado',
        'Planowane zamknięcie',
        'Förväntat avslut',
      ],
      'deals',
      'ID|Owner|Stage',
      ['D-1', 'Ada Quill', 'Open', '2026-03-04'],
    ],
    ['is_won', ['Ist gewonnen'], 'deals', 'ID|Owner|Stage', ['D-1', 'Ada Quill', 'Open', 'Nein']],
    ['is_closed', ['Ist geschlossen'], 'deals', 'ID|Owner|Stage', ['D-1', 'Ada Quill', 'Open', 'Nein']],
  ])('%s: %j', (field, called, of, others, row) => {
    for (const name of called) {
      const header = [...cells(others), name];
      const read = of === 'roster' ? readHeader(roster, header, [], [row]) : readHeader(deals, header, [], [row]);
      expect(read.columns).toMatchObject({ [field]: name });
      expect(read.unread).toEqual([]);
    }
  });
});
