import { describe, expect, test } from 'vitest';
import { deals } from '../../../src/importing/columns/columns.ts';
import { readHeader } from '../../../src/importing/columns/header.ts';

interface Case {
  readonly header: string;
  readonly columns: Readonly<Record<string, string>>;
}

const cells = (line: string): string[] => line.split('|');
const formatted = '@OData.Community.Display.V1.FormattedValue';

const exports: Readonly<Record<string, Case>> = {
  'Salesforce opportunity report': {
    header:
      'Opportunity Owner|Account Name|Account Owner|Opportunity Name|Stage|Fiscal Period|Amount Currency|Amount|Amount (converted) Currency|Amount (converted)|Expected Revenue Currency|Expected Revenue|Probability (%)|Age|Close Date|Created Date|Last Activity|Last Stage Change Date|Stage Duration|Next Step|Lead Source|Type|Owner Role|Opportunity ID|Account ID|Forecast Category|Closed|Won',
    columns: {
      id: 'Opportunity ID',
      name: 'Opportunity Name',
      account: 'Account Name',
      owner: 'Opportunity Owner',
      stage: 'Stage',
      amount: 'Amount',
      currency: 'Amount Currency',
      opened_on: 'Created Date',
      last_activity_on: 'Last Activity',
      close_on: 'Close Date',
      is_closed: 'Closed',
      is_won: 'Won',
    },
  },
  'Salesforce opportunity report, in German': {
    header:
      'Opportunity-Inhaber|Accountname|Opportunity-Name|Phase|Betrag Währung|Betrag|Wahrscheinlichkeit (%)|Schlusstermin|Erstelldatum|Letzte Aktivität|Nächster Schritt|Typ|Opportunity-ID',
    columns: {
      id: 'Opportunity-ID',
      name: 'Opportunity-Name',
      account: 'Accountname',
      owner: 'Opportunity-Inhaber',
      stage: 'Phase',
      amount: 'Betrag',
      currency: 'Betrag Währung',
      opened_on: 'Erstelldatum',
      last_activity_on: 'Letzte Aktivität',
      close_on: 'Schlusstermin',
    },
  },
  'Salesforce opportunity report, in French': {
    header:
      "Propriétaire de l'opportunité|Nom du compte|Nom de l'opportunité|Étape|Montant|Probabilité (%)|Date de clôture|Date de création|Dernière activité|Prochaine étape|ID de l'opportunité",
    columns: {
      id: "ID de l'opportunité",
      name: "Nom de l'opportunité",
      account: 'Nom du compte',
      owner: "Propriétaire de l'opportunité",
      stage: 'Étape',
      amount: 'Montant',
      opened_on: 'Date de création',
      last_activity_on: 'Dernière activité',
      close_on: 'Date de clôture',
    },
  },
  'Salesforce opportunity report, in Spanish': {
    header:
      'Propietario de oportunidad|Nombre de la cuenta|Nombre de la oportunidad|Etapa|Importe|Probabilidad (%)|Fecha de cierre|Fecha de creación|Última actividad|Id. de oportunidad',
    columns: {
      id: 'Id. de oportunidad',
      name: 'Nombre de la oportunidad',
      account: 'Nombre de la cuenta',
      owner: 'Propietario de oportunidad',
      stage: 'Etapa',
      amount: 'Importe',
      opened_on: 'Fecha de creación',
      last_activity_on: 'Última actividad',
      close_on: 'Fecha de cierre',
    },
  },
  'Salesforce opportunity report, in Portuguese': {
    header:
      'Proprietário da oportunidade|Nome da conta|Nome da oportunidade|Fase|Valor|Probabilidade (%)|Data de fechamento|Data de criação|Última atividade|ID da oportunidade',
    columns: {
      id: 'ID da oportunidade',
      name: 'Nome da oportunidade',
      account: 'Nome da conta',
      owner: 'Proprietário da oportunidade',
      stage: 'Fase',
      amount: 'Valor',
      opened_on: 'Data de criação',
      last_activity_on: 'Última atividade',
      close_on: 'Data de fechamento',
    },
  },
  'Salesforce opportunity report, in Italian': {
    header:
      'Titolare opportunità|Nome account|Nome opportunità|Fase|Importo|Probabilità (%)|Data di chiusura|Data creazione|Ultima attività|ID opportunità',
    columns: {
      id: 'ID opportunità',
      name: 'Nome opportunità',
      account: 'Nome account',
      owner: 'Titolare opportunità',
      stage: 'Fase',
      amount: 'Importo',
      opened_on: 'Data creazione',
      last_activity_on: 'Ultima attività',
      close_on: 'Data di chiusura',
    },
  },
  'Salesforce opportunity report, in Dutch': {
    header:
      'Eigenaar van opportunity|Accountnaam|Opportunitynaam|Fase|Bedrag|Waarschijnlijkheid (%)|Sluitingsdatum|Gemaakt op|Laatste activiteit|Opportunity-id',
    columns: {
      id: 'Opportunity-id',
      name: 'Opportunitynaam',
      account: 'Accountnaam',
      owner: 'Eigenaar van opportunity',
      stage: 'Fase',
      amount: 'Bedrag',
      opened_on: 'Gemaakt op',
      last_activity_on: 'Laatste activiteit',
      close_on: 'Sluitingsdatum',
    },
  },
  'Salesforce opportunity report, in Japanese': {
    header: '商談 所有者|取引先名|商談名|フェーズ|金額|確度 (%)|完了予定日|作成日|最終活動日|商談 ID',
    columns: {
      id: '商談 ID',
      name: '商談名',
      account: '取引先名',
      owner: '商談 所有者',
      stage: 'フェーズ',
      amount: '金額',
      opened_on: '作成日',
      last_activity_on: '最終活動日',
      close_on: '完了予定日',
    },
  },
  'Salesforce data export': {
    header:
      'Id|IsDeleted|AccountId|Account.Name|Name|Description|StageName|Amount|Probability|ExpectedRevenue|CloseDate|Type|NextStep|LeadSource|IsClosed|IsWon|ForecastCategory|ForecastCategoryName|CurrencyIsoCode|OwnerId|Owner.Name|CreatedDate|CreatedById|LastModifiedDate|LastActivityDate|FiscalQuarter',
    columns: {
      id: 'Id',
      name: 'Name',
      account: 'Account.Name',
      owner: 'Owner.Name',
      owner_id: 'OwnerId',
      stage: 'StageName',
      amount: 'Amount',
      currency: 'CurrencyIsoCode',
      opened_on: 'CreatedDate',
      last_activity_on: 'LastActivityDate',
      close_on: 'CloseDate',
      is_closed: 'IsClosed',
      is_won: 'IsWon',
    },
  },
  'HubSpot deal export': {
    header:
      'Record ID|Deal Name|Deal Stage|Pipeline|Deal owner|Amount|Amount in company currency|Currency|Close Date|Last Activity Date|Last Contacted|Create Date|Last Modified Date|Deal Type|Priority|Deal probability|Weighted amount|Is Closed Won|Is closed lost|Days to close|Next Activity Date|Number of Sales Activities|Original Source Type|HubSpot Team|Associated Company|Associated Company IDs|Associated Contact',
    columns: {
      id: 'Record ID',
      name: 'Deal Name',
      account: 'Associated Company',
      owner: 'Deal owner',
      pipeline: 'Pipeline',
      stage: 'Deal Stage',
      amount: 'Amount',
      currency: 'Currency',
      opened_on: 'Create Date',
      last_activity_on: 'Last Activity Date',
      close_on: 'Close Date',
      is_won: 'Is Closed Won',
    },
  },
  'HubSpot deal export, in German': {
    header:
      'Datensatz-ID|Deal-Name|Deal-Phase|Pipeline|Zuständiger Mitarbeiter für Deal|Betrag|Währung|Abschlussdatum|Datum der letzten Aktivität|Erstellungsdatum|Deal-Typ|Zugehöriges Unternehmen',
    columns: {
      id: 'Datensatz-ID',
      name: 'Deal-Name',
      account: 'Zugehöriges Unternehmen',
      owner: 'Zuständiger Mitarbeiter für Deal',
      pipeline: 'Pipeline',
      stage: 'Deal-Phase',
      amount: 'Betrag',
      currency: 'Währung',
      opened_on: 'Erstellungsdatum',
      last_activity_on: 'Datum der letzten Aktivität',
      close_on: 'Abschlussdatum',
    },
  },
  'HubSpot deal export, in French': {
    header:
      'ID de fiche d’informations|Nom de la transaction|Phase de la transaction|Pipeline|Propriétaire de la transaction|Montant|Devise|Date de fermeture|Date de la dernière activité|Date de création|Entreprise associée',
    columns: {
      id: 'ID de fiche d’informations',
      name: 'Nom de la transaction',
      account: 'Entreprise associée',
      owner: 'Propriétaire de la transaction',
      pipeline: 'Pipeline',
      stage: 'Phase de la transaction',
      amount: 'Montant',
      currency: 'Devise',
      opened_on: 'Date de création',
      last_activity_on: 'Date de la dernière activité',
      close_on: 'Date de fermeture',
    },
  },
  'HubSpot deal export, in Spanish': {
    header:
      'ID de registro|Nombre del negocio|Etapa del negocio|Pipeline|Propietario del negocio|Valor|Moneda|Fecha de cierre|Fecha de la última actividad|Fecha de creación|Empresa asociada',
    columns: {
      id: 'ID de registro',
      name: 'Nombre del negocio',
      account: 'Empresa asociada',
      owner: 'Propietario del negocio',
      pipeline: 'Pipeline',
      stage: 'Etapa del negocio',
      amount: 'Valor',
      currency: 'Moneda',
      opened_on: 'Fecha de creación',
      last_activity_on: 'Fecha de la última actividad',
      close_on: 'Fecha de cierre',
    },
  },
  'HubSpot deal export, in Japanese': {
    header: 'レコードID|取引名|取引ステージ|パイプライン|取引担当者|金額|通貨|クローズ日|最終アクティビティー日|作成日',
    columns: {
      id: 'レコードID',
      name: '取引名',
      owner: '取引担当者',
      pipeline: 'パイプライン',
      stage: '取引ステージ',
      amount: '金額',
      currency: '通貨',
      opened_on: '作成日',
      last_activity_on: '最終アクティビティー日',
      close_on: 'クローズ日',
    },
  },
  'HubSpot deal export, by internal names': {
    header:
      'hs_object_id|dealname|dealstage|pipeline|hubspot_owner_id|amount|amount_in_home_currency|deal_currency_code|closedate|createdate|hs_lastmodifieddate|notes_last_updated|notes_last_contacted|num_notes|hs_is_closed|hs_is_closed_won',
    columns: {
      id: 'hs_object_id',
      name: 'dealname',
      owner: 'hubspot_owner_id',
      owner_id: 'hubspot_owner_id',
      pipeline: 'pipeline',
      stage: 'dealstage',
      amount: 'amount',
      currency: 'deal_currency_code',
      opened_on: 'createdate',
      last_activity_on: 'notes_last_updated',
      close_on: 'closedate',
      is_closed: 'hs_is_closed',
      is_won: 'hs_is_closed_won',
    },
  },
  'Pipedrive deal export': {
    header:
      'Deal - ID|Deal - Title|Deal - Creator|Deal - Owner|Deal - Value|Deal - Currency of Value|Deal - Weighted value|Deal - Probability|Organization - Name|Organization - ID|Deal - Pipeline|Person - Name|Person - ID|Deal - Stage|Deal - Deal created|Deal - Update time|Deal - Last stage change|Deal - Next activity date|Deal - Last activity date|Deal - Won time|Deal - Last email received|Deal - Lost time|Deal - Deal closed on|Deal - Lost reason|Deal - Status|Deal - Expected close date|Deal - Activities to do|Deal - Label',
    columns: {
      id: 'Deal - ID',
      name: 'Deal - Title',
      account: 'Organization - Name',
      owner: 'Deal - Owner',
      pipeline: 'Deal - Pipeline',
      stage: 'Deal - Stage',
      status: 'Deal - Status',
      amount: 'Deal - Value',
      currency: 'Deal - Currency of Value',
      opened_on: 'Deal - Deal created',
      last_activity_on: 'Deal - Last activity date',
      close_on: 'Deal - Expected close date',
      closed_on: 'Deal - Deal closed on',
    },
  },
  'Pipedrive deal list': {
    header:
      'id|title|creator_user_id|user_id|owner_name|value|currency|weighted_value|org_name|person_name|pipeline_id|stage_id|stage_change_time|status|add_time|update_time|won_time|lost_time|close_time|lost_reason|expected_close_date|last_activity_date|next_activity_date',
    columns: {
      id: 'id',
      name: 'title',
      account: 'org_name',
      owner: 'owner_name',
      owner_id: 'user_id',
      pipeline: 'pipeline_id',
      stage: 'stage_id',
      status: 'status',
      amount: 'value',
      currency: 'currency',
      opened_on: 'add_time',
      last_activity_on: 'last_activity_date',
      close_on: 'expected_close_date',
      closed_on: 'won_time',
    },
  },
  'Dynamics 365 opportunity export': {
    header:
      '(Do Not Modify) Opportunity|(Do Not Modify) Row Checksum|(Do Not Modify) Modified On|Topic|Potential Customer|Est. close date|Est. revenue|Actual Close Date|Actual Revenue|Contact|Probability|Rating|Status Reason|Pipeline Phase|Owner|Created On|Currency',
    columns: {
      id: '(Do Not Modify) Opportunity',
      name: 'Topic',
      account: 'Potential Customer',
      owner: 'Owner',
      stage: 'Pipeline Phase',
      status: 'Status Reason',
      amount: 'Est. revenue',
      currency: 'Currency',
      opened_on: 'Created On',
      close_on: 'Est. close date',
      closed_on: 'Actual Close Date',
    },
  },
  'Dynamics 365 opportunity list': {
    header: `opportunityid|name|estimatedvalue|estimatedvalue_base|estimatedclosedate|actualclosedate|actualvalue|statecode|statecode${formatted}|statuscode|stepname|_ownerid_value|_ownerid_value${formatted}|_parentaccountid_value|_parentaccountid_value${formatted}|createdon|modifiedon`,
    columns: {
      id: 'opportunityid',
      name: 'name',
      account: `_parentaccountid_value${formatted}`,
      owner: `_ownerid_value${formatted}`,
      owner_id: '_ownerid_value',
      stage: 'stepname',
      status: `statecode${formatted}`,
      amount: 'estimatedvalue',
      opened_on: 'createdon',
      close_on: 'estimatedclosedate',
      closed_on: 'actualclosedate',
    },
  },
  'Zoho CRM deal export': {
    header:
      'Record Id|Deal Owner.id|Deal Owner|Amount|Deal Name|Closing Date|Account Name.id|Account Name|Stage|Type|Probability (%)|Expected Revenue|Next Step|Lead Source|Contact Name|Created By|Created Time|Modified Time|Last Activity Time|Currency|Exchange Rate|Tag',
    columns: {
      id: 'Record Id',
      name: 'Deal Name',
      account: 'Account Name',
      owner: 'Deal Owner',
      owner_id: 'Deal Owner.id',
      stage: 'Stage',
      amount: 'Amount',
      currency: 'Currency',
      opened_on: 'Created Time',
      last_activity_on: 'Last Activity Time',
      close_on: 'Closing Date',
    },
  },
  'monday.com board': {
    header:
      'Name|Subitems|Owner|Stage|Priority|Deal Value|Contacts|Accounts|Expected Close Date|Close Date|Close Probability|Forecast Value|Last updated|Item ID (auto generated)',
    columns: {
      id: 'Item ID (auto generated)',
      name: 'Name',
      owner: 'Owner',
      stage: 'Stage',
      amount: 'Deal Value',
      close_on: 'Expected Close Date',
      closed_on: 'Close Date',
    },
  },
  'Close opportunity export': {
    header:
      'id|lead_id|lead_name|contact_name|status_id|status_label|status_type|pipeline_id|pipeline_name|user_id|user_name|value|value_currency|value_formatted|value_period|expected_value|confidence|note|date_created|date_updated|date_won|date_lost|created_by_name',
    columns: {
      id: 'id',
      account: 'lead_name',
      owner: 'user_name',
      owner_id: 'user_id',
      pipeline: 'pipeline_name',
      stage: 'status_label',
      status: 'status_type',
      amount: 'value_formatted',
      currency: 'value_currency',
      opened_on: 'date_created',
      close_on: 'date_won',
      closed_on: 'date_lost',
    },
  },
  'pipeline export of Odoo': {
    header:
      'External ID|Opportunity|Customer|Contact Name|Email|Phone|Salesperson|Sales Team|Stage|Expected Revenue|Prorated Revenue|Probability|Expected Closing|Closed Date|Created on|Last Updated on|Priority|Tags|Active',
    columns: {
      id: 'External ID',
      name: 'Opportunity',
      account: 'Customer',
      owner: 'Salesperson',
      stage: 'Stage',
      amount: 'Expected Revenue',
      opened_on: 'Created on',
      close_on: 'Expected Closing',
      closed_on: 'Closed Date',
    },
  },
  'pipeline export of Odoo, by field names': {
    header:
      'id|name|partner_id|user_id|team_id|stage_id|expected_revenue|probability|date_deadline|date_closed|create_date|write_date|active',
    columns: {
      id: 'id',
      name: 'name',
      account: 'partner_id',
      owner: 'user_id',
      stage: 'stage_id',
      amount: 'expected_revenue',
      opened_on: 'create_date',
      close_on: 'date_deadline',
      closed_on: 'date_closed',
    },
  },
  'Bitrix24 deal export': {
    header:
      'ID|Pipeline|Stage|Deal Name|Type|Responsible|Company|Contact|Amount|Currency|Start date|Expected close date|Created on|Modified on|Source|Comment|Probability',
    columns: {
      id: 'ID',
      name: 'Deal Name',
      account: 'Company',
      owner: 'Responsible',
      pipeline: 'Pipeline',
      stage: 'Stage',
      amount: 'Amount',
      currency: 'Currency',
      opened_on: 'Created on',
      close_on: 'Expected close date',
    },
  },
  'Bitrix24 deal list': {
    header:
      'ID|TITLE|TYPE_ID|STAGE_ID|CATEGORY_ID|OPPORTUNITY|CURRENCY_ID|ASSIGNED_BY_ID|ASSIGNED_BY_NAME|COMPANY_ID|COMPANY_NAME|DATE_CREATE|DATE_MODIFY|BEGINDATE|CLOSEDATE|CLOSED|PROBABILITY',
    columns: {
      id: 'ID',
      name: 'TITLE',
      account: 'COMPANY_NAME',
      owner: 'ASSIGNED_BY_NAME',
      owner_id: 'ASSIGNED_BY_ID',
      pipeline: 'CATEGORY_ID',
      stage: 'STAGE_ID',
      amount: 'OPPORTUNITY',
      currency: 'CURRENCY_ID',
      opened_on: 'DATE_CREATE',
      close_on: 'CLOSEDATE',
      is_closed: 'CLOSED',
    },
  },
  'Copper opportunity export': {
    header:
      'Copper ID|Name|Primary Contact|Company|Owned By|Close Date|Value|Stage|Status|Pipeline|Priority|Loss Reason|Win Probability|Created At|Updated At|Tags',
    columns: {
      id: 'Copper ID',
      name: 'Name',
      account: 'Company',
      owner: 'Owned By',
      pipeline: 'Pipeline',
      stage: 'Stage',
      status: 'Status',
      amount: 'Value',
      opened_on: 'Created At',
      close_on: 'Close Date',
    },
  },
  'Freshsales deal export': {
    header:
      'Id|Name|Deal value|Currency|Deal pipeline|Deal stage|Sales owner|Sales account|Expected close|Closed date|Lost reason|Probability (%)|Created at|Updated at|Last contacted',
    columns: {
      id: 'Id',
      name: 'Name',
      account: 'Sales account',
      owner: 'Sales owner',
      pipeline: 'Deal pipeline',
      stage: 'Deal stage',
      amount: 'Deal value',
      currency: 'Currency',
      opened_on: 'Created at',
      last_activity_on: 'Last contacted',
      close_on: 'Expected close',
      closed_on: 'Closed date',
    },
  },
};

test.each(Object.entries(exports))('a %s is known by its header and read whole', (name, { header, columns }) => {
  const read = readHeader(deals, cells(header), []);
  expect(read.columns).toEqual(columns);
  expect(read.preset).toBe(name.replace(/,.*/, ''));
});

/** The columns of an export without some of them. */
const without = (name: string, ...left: readonly string[]): string[] =>
  cells(exports[name]?.header ?? '').filter((column) => !left.includes(column));

describe('an export without what a deal needs says what to do in its program', () => {
  const report = 'Salesforce opportunity report';
  test.each([
    [
      report,
      ['Opportunity ID'],
      'a Salesforce report without the column Opportunity ID. Add it to the report (Edit › Columns › Opportunity ID)',
    ],
    [`${report}, in German`, ['Opportunity-ID'], 'a Salesforce report without the column Opportunity-ID. Add it'],
    [`${report}, in Japanese`, ['商談 ID'], 'a Salesforce report without the column 商談 ID. Add it'],
    ['Salesforce data export', ['Id'], 'a Salesforce data export without the field Id'],
    ['Salesforce data export', ['OwnerId', 'Owner.Name'], 'without the field OwnerId. Add OwnerId or Owner.Name'],
    ['HubSpot deal export', ['Record ID'], 'a HubSpot export without the column Record ID'],
    ['HubSpot deal export', ['Deal owner'], 'a HubSpot export without the column Deal owner'],
    ['Pipedrive deal export', ['Deal - ID'], 'a Pipedrive export without the column Deal - ID'],
    ['Pipedrive deal export', ['Deal - Owner'], 'a Pipedrive export without the column Deal - Owner'],
    ['Zoho CRM deal export', ['Record Id'], 'a Zoho CRM export without the column Record Id'],
    ['monday.com board', ['Item ID (auto generated)'], 'a monday.com board without the column Item ID'],
    ['pipeline export of Odoo', ['External ID'], 'an Odoo export without the column External ID'],
    ['Bitrix24 deal export', ['ID'], 'a Bitrix24 export without the column ID'],
    [
      'Dynamics 365 opportunity export',
      ['(Do Not Modify) Opportunity'],
      'without the column (Do Not Modify) Opportunity',
    ],
  ])('%s without %s', (name, left, message) => {
    expect(() => readHeader(deals, without(name, ...left), [])).toThrow(message);
  });
});

test('a column that only resembles an export’s makes no export', () => {
  expect(readHeader(deals, ['deal_id', 'deal_title', 'deal_owner', 'deal_stage'], []).preset).toBeNull();
  expect(readHeader(deals, ['Deal ID', 'Stage name', 'Close date', 'Owner name'], []).preset).toBeNull();
});
