/** Reports and exports of Salesforce, in eight languages. */
import type { ExportHeader } from './export-header.ts';

export const salesforceExports: Readonly<Record<string, ExportHeader>> = {
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
      is_deleted: 'IsDeleted',
    },
  },
};
