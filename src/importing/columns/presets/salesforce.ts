import type { DealField } from '../field-ids.ts';
import type { Preset } from './preset.ts';

/** How a report calls the columns that tell it, in one language of Salesforce. */
interface Tongue {
  readonly id: string;
  readonly name: readonly string[];
  readonly owner: readonly string[];
  readonly stage: readonly string[];
}

/** By the labels of Salesforce’s standard fields in these languages. */
const tongues: readonly Tongue[] = [
  {
    id: 'Opportunity ID',
    name: ['Opportunity Name', 'Opportunity: Opportunity Name'],
    owner: ['Opportunity Owner', 'Opportunity Owner: Full Name', 'Opportunity Owner: Name', 'Opportunity Owner Email'],
    stage: ['Stage'],
  },
  {
    id: 'Opportunity-ID',
    name: ['Opportunity-Name', 'Opportunity: Opportunity-Name'],
    owner: ['Opportunity-Inhaber', 'Opportunity-Inhaber: Vollständiger Name', 'Inhaber der Opportunity'],
    stage: ['Phase'],
  },
  {
    id: 'ID de l’opportunité',
    name: ['Nom de l’opportunité', 'Nom d’opportunité'],
    owner: [
      'Propriétaire de l’opportunité',
      'Propriétaire de l’opportunité: Nom complet',
      'Propriétaire d’opportunité',
    ],
    stage: ['Étape', 'Phase'],
  },
  {
    id: 'ID de la oportunidad',
    name: ['Nombre de la oportunidad', 'Nombre de oportunidad'],
    owner: [
      'Propietario de oportunidad',
      'Propietario de la oportunidad',
      'Propietario de oportunidad: Nombre completo',
      'Propietario de la oportunidad: Nombre completo',
    ],
    stage: ['Etapa', 'Fase'],
  },
  {
    id: 'ID da oportunidade',
    name: ['Nome da oportunidade'],
    owner: ['Proprietário da oportunidade', 'Proprietário da oportunidade: Nome completo'],
    stage: ['Fase', 'Estágio', 'Etapa'],
  },
  {
    id: 'ID opportunità',
    name: ['Nome opportunità', 'Nome dell’opportunità'],
    owner: ['Titolare opportunità', 'Titolare dell’opportunità', 'Titolare opportunità: Nome completo'],
    stage: ['Fase', 'Stadio'],
  },
  {
    id: 'Opportunity-id',
    name: ['Opportunitynaam', 'Naam opportunity', 'Naam van opportunity'],
    owner: ['Eigenaar van opportunity', 'Opportunity-eigenaar', 'Eigenaar opportunity'],
    stage: ['Fase', 'Stadium'],
  },
  {
    id: '商談 ID',
    name: ['商談名'],
    owner: ['商談所有者', '商談 所有者', '商談の所有者', '商談所有者: 氏名', '所有者'],
    stage: ['フェーズ'],
  },
];

function reportIn({ id, name, owner, stage }: Tongue): Preset<DealField> {
  return {
    name: 'Salesforce opportunity report',
    signature: [name, owner, stage],
    names: {
      id: [id, `${id} (18)`, 'Opportunity ID (18)', '18 Digit Opportunity ID', 'Opportunity: ID', 'Case Safe ID'],
      name,
    },
    missing: {
      id:
        `This is a Salesforce report without the column ${id}. Add it to the report (Edit › Columns › ${id}), ` +
        'export again, and import that file.',
    },
  };
}

/**
 * What Data Loader, the weekly data export and the API write.
 * Names by the Opportunity object of Salesforce’s Object Reference.
 */
const records: Preset<DealField> = {
  name: 'Salesforce data export',
  written: /^StageName$/,
  signature: ['StageName', 'CloseDate', ['OwnerId', 'Owner.Name', 'Owner.Email', 'IsClosed', 'IsWon']],
  names: {
    id: ['Id'],
    name: ['Name'],
    account: ['Account.Name'],
    owner: ['Owner.Email', 'Owner.Name', 'Owner.Username', 'OwnerId'],
    owner_id: ['OwnerId', 'Owner.Id'],
    stage: ['StageName'],
    amount: ['Amount'],
    currency: ['CurrencyIsoCode'],
    opened_on: ['CreatedDate'],
    last_activity_on: ['LastActivityDate'],
    close_on: ['CloseDate'],
    is_closed: ['IsClosed'],
    is_won: ['IsWon'],
  },
  missing: {
    id: 'This is a Salesforce data export without the field Id. Add it to the query, export again, and import that file.',
    owner:
      'This is a Salesforce data export without the field OwnerId. Add OwnerId or Owner.Name to the query, export again, ' +
      'and import that file.',
  },
};

export const salesforce: readonly Preset<DealField>[] = [...tongues.map((tongue) => reportIn(tongue)), records];
