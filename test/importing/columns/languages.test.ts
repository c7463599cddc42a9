import { describe, expect, test } from 'vitest';
import { deals, roster } from '../../../src/importing/columns/columns.ts';
import { knownColumns, readHeader } from '../../../src/importing/columns/header.ts';

const cells = (line: string): string[] => line.split('|');

const rosters = {
  German: [
    'Personalnr.|Vorname|Name|E-Mail (geschäftlich)|Vorgesetzter|Abteilung|Eintrittsdatum|Austrittsdatum|Land|Bundesland',
    '7|Ada|Quill|ada@example.com|Mina Farrow|Vertrieb|04.03.2024||DE|BE',
    'Vorname + Name',
  ],
  French: [
    'Matricule|Prénom|Nom|E-mail professionnel|Responsable hiérarchique|Service|Date d’embauche|Date de sortie|Pays|Région',
    '7|Ada|Quill|ada@example.com|Mina Farrow|Ventes|04/03/2024||FR|IDF',
    'Prénom + Nom',
  ],
  Spanish: [
    'Número de empleado|Nombre|Apellidos|Correo electrónico|Jefe directo|Departamento|Fecha de ingreso|Fecha de baja|País|Provincia',
    '7|Ada|Quill|ada@example.com|Mina Farrow|Ventas|04/03/2024||ES|M',
    'Nombre + Apellidos',
  ],
  Portuguese: [
    'Matrícula|Nome|Sobrenome|E-mail corporativo|Gestor|Departamento|Data de admissão|Data de demissão|País|Distrito',
    '7|Ada|Quill|ada@example.com|Mina Farrow|Vendas|04/03/2024||BR|x',
    'Nome + Sobrenome',
  ],
  Italian: [
    'Matricola|Nome|Cognome|Email aziendale|Responsabile|Reparto|Data assunzione|Data cessazione|Paese|Regione',
    '7|Ada|Quill|ada@example.com|Mina Farrow|Vendite|04/03/2024||IT|x',
    'Nome + Cognome',
  ],
  Dutch: [
    'Personeelsnummer|Voornaam|Achternaam|E-mailadres|Leidinggevende|Afdeling|Datum in dienst|Datum uit dienst|Land|Provincie',
    '7|Ada|Quill|ada@example.com|Mina Farrow|Sales|04-03-2024||NL|x',
    'Voornaam + Achternaam',
  ],
  Polish: [
    'Numer pracownika|Imię|Nazwisko|E-mail służbowy|Przełożony|Dział|Data zatrudnienia|Data zwolnienia|Kraj|Województwo',
    '7|Ada|Quill|ada@example.com|Mina Farrow|Sprzedaż|04.03.2024||PL|x',
    'Imię + Nazwisko',
  ],
  Swedish: [
    'Anställningsnummer|Förnamn|Efternamn|E-post|Närmaste chef|Avdelning|Anställningsdatum|Sista arbetsdag|Land|Län',
    '7|Ada|Quill|ada@example.com|Mina Farrow|Sälj|2024-03-04||SE|x',
    'Förnamn + Efternamn',
  ],
  Japanese: [
    '社員番号|名|姓|メールアドレス|上司|部署|入社日|退職日|国|都道府県',
    '7|太郎|山田|taro@example.com|佐藤 花子|営業部|2024/03/04||日本|東京都',
    '姓 + 名',
  ],
} as const;

describe.each(Object.entries(rosters))('a roster in %s', (_, [header, row, name]) => {
  const [id, , , email, manager, team, started, last, country, region] = cells(header);

  test('is read whole, with the halves of the name put together', () => {
    const read = readHeader(roster, cells(header), [], [cells(row)]);
    expect(read.columns).toEqual({
      id,
      name,
      email,
      manager_name: manager,
      team,
      started_on: started,
      last_day: last,
      country,
      region,
    });
    expect([...read.joined]).toEqual(['name']);
    expect(read.unread).toEqual([]);
  });

  test('has a header of known columns', () => {
    expect(knownColumns(roster, cells(header), [])).toBe(10);
    expect(knownColumns(roster, cells(row), [])).toBe(0);
  });
});

const dealFiles = {
  German:
    'Deal-ID|Titel|Kunde|Besitzer|Stufe|Status|Wert|Währung|Erstellt am|Letzte Aktivität|Erwartetes Abschlussdatum|Geschlossen am',
  French:
    'ID affaire|Nom de l’affaire|Société|Commercial|Étape|Statut|Valeur|Devise|Créé le|Dernière activité|Date de clôture prévue|Clôturé le',
  Spanish:
    'ID del trato|Nombre del trato|Cliente|Vendedor|Etapa|Estado|Monto|Divisa|Creado el|Último contacto|Fecha de cierre estimada|Cerrado el',
  Portuguese:
    'ID do negócio|Nome do negócio|Cliente|Vendedor|Etapa|Situação|Valor|Moeda|Criado em|Última atividade|Previsão de fechamento|Fechado em',
  Italian:
    'ID trattativa|Nome trattativa|Cliente|Venditore|Fase|Stato|Importo|Valuta|Creato il|Ultima attività|Data di chiusura prevista|Chiuso il',
  Dutch:
    'Deal-ID|Dealnaam|Bedrijf|Eigenaar|Fase|Status|Waarde|Valuta|Aangemaakt op|Laatste contact|Verwachte sluitingsdatum|Gesloten op',
  Polish:
    'ID transakcji|Nazwa transakcji|Firma|Opiekun|Etap|Status|Kwota|Waluta|Data utworzenia|Ostatnia aktywność|Przewidywana data zamknięcia|Data wygranej',
  Swedish:
    'Affärs-ID|Affärsnamn|Företag|Säljare|Fas|Status|Belopp|Valuta|Skapad den|Senaste aktivitet|Förväntat avslutsdatum|Stängd den',
  Japanese: '案件ID|案件名|顧客名|営業担当|フェーズ|ステータス|金額|通貨|作成日時|最終接触日|クローズ予定日|受注日',
};

test.each(Object.entries(dealFiles))('deals in %s are read whole', (_, header) => {
  const [id, name, account, owner, stage, status, amount, currency, opened, activity, close, closed] = cells(header);
  const read = readHeader(deals, cells(header), []);
  expect(read.columns).toEqual({
    id,
    name,
    account,
    owner,
    stage,
    status,
    amount,
    currency,
    opened_on: opened,
    last_activity_on: activity,
    close_on: close,
    closed_on: closed,
  });
});

describe('words that people shorten or leave out are known', () => {
  test('in a roster of a spreadsheet', () => {
    const header = cells('Emp ID|Emp Name|Emp Email|Mgr ID|Mgr|DOJ|Dept|Active?');
    const read = readHeader(
      roster,
      header,
      [],
      [cells('E1|Ada Quill|ada@example.com|E2|Mina Farrow|1/3/2024|Sales|Y')],
    );
    expect(read.columns).toEqual({
      id: 'Emp ID',
      name: 'Emp Name',
      email: 'Emp Email',
      manager_id: 'Mgr ID',
      manager_name: 'Mgr',
      started_on: 'DOJ',
      team: 'Dept',
      active: 'Active?',
    });
  });
  test('in a list of deals of a spreadsheet', () => {
    const header = cells('Opp ID|Opp Name|Acct|AE|Stage|Amt|Close|Created|Last Act');
    const day = '2026-11-30';
    const read = readHeader(deals, header, [], [cells(`1|Acme new|Acme|Ada Quill|New|12000|${day}|${day}|${day}`)]);
    expect(read.columns).toEqual({
      id: 'Opp ID',
      name: 'Opp Name',
      account: 'Acct',
      owner: 'AE',
      stage: 'Stage',
      amount: 'Amt',
      close_on: 'Close',
      opened_on: 'Created',
      last_activity_on: 'Last Act',
    });
  });
  test.each([
    ['Date entrée', 'started_on'],
    ['Date sortie', 'last_day'],
    ['Fecha ingreso', 'started_on'],
    ['Fecha baja', 'last_day'],
    ['Data admissão', 'started_on'],
    ['Nome gestor', 'manager_name'],
  ])('without the small words: %s', (name, field) => {
    expect(readHeader(roster, ['name', name], []).columns[field]).toBe(name);
  });
});

describe('a name is compared', () => {
  test.each([
    ['FULL_NAME', 'name'],
    ['fullName', 'name'],
    ['Full  Name *', 'name'],
    ['Name ↑', 'name'],
    ['Name [Required]', 'name'],
    ['Name (Pflichtfeld)', 'name'],
    ['Employee - Name', 'name'],
    ['user.fullName', 'name'],
    ['Worker Full Name', 'name'],
    ['employee_full_name', 'name'],
    ['Employee Hire Date', 'started_on'],
    ['Hire_Date__c', 'started_on'],
    ['Prenom et nom', 'name'],
    ['ＮＡＭＥ', 'name'],
    ['Hire Date (MM/DD/YYYY)', 'started_on'],
    ['Start date (yyyy-mm-dd)', 'started_on'],
    ['Eintrittsdatum (TT.MM.JJJJ)', 'started_on'],
    ['Hire Date (UTC)', 'started_on'],
    ['Hire Date (GMT+01:00)', 'started_on'],
    ['Employee No.', 'id'],
    ['Employee #', 'id'],
    ['Email (Work)', 'email'],
    ['Employee (Last, First)', 'name'],
    ['Manager Name (Last Suffix, First MI)', 'manager_name'],
  ])('without what says nothing of it: %s', (written, field) => {
    const read = readHeader(roster, [written, field === 'name' ? 'zz' : 'full name'], []);
    expect(read.columns[field]).toBe(written);
  });
});

describe('the name of an amount', () => {
  test.each([
    ['amount_usd', 'USD'],
    ['Amount (EUR)', 'EUR'],
    ['Amount EUR', 'EUR'],
    ['Betrag (€)', 'EUR'],
    ['Betrag EUR', 'EUR'],
    ['Betrag in EUR', 'EUR'],
    ['Value in USD', 'USD'],
    ['Deal Value ($)', 'USD'],
    ['Deal - Value (GBP)', 'GBP'],
    ['Opp Amount', null],
    ['Opportunity Amount (EUR)', 'EUR'],
    ['Amount__c', null],
    ['EUR Amount', 'EUR'],
    ['amountUSD', 'USD'],
    ['Amount (TRY)', 'TRY'],
    ['Amount', null],
    ['Amount *', null],
  ])('%s says %s', (name, currency) => {
    const read = readHeader(deals, ['id', 'owner', 'stage', name], []);
    expect(read.columns['amount']).toBe(name);
    expect(read.currency).toBe(currency);
  });

  test.each(['Amount in thousands', 'Amount (k€)', 'Amount of calls', 'Amount All', 'Weighted amount', 'Amount (%)'])(
    '%s is no amount',
    (name) => {
      expect(readHeader(deals, ['id', 'owner', 'stage', name], []).columns).not.toHaveProperty('amount');
    },
  );

  test('of a deal’s own goes before one that was converted', () => {
    for (const converted of ['Amount in company currency', 'Amount (converted)', 'Amount (EUR)']) {
      const read = readHeader(deals, ['id', 'owner', 'stage', converted, 'Amount'], []);
      expect(read.positions.get('amount')).toEqual([4]);
      expect(read.currency).toBeNull();
    }
  });

  test('that was converted is read where there is no other', () => {
    const read = readHeader(deals, ['id', 'owner', 'stage', 'Amount in company currency'], []);
    expect(read.columns['amount']).toBe('Amount in company currency');
  });
});
