import type { DealField } from '../field-ids.ts';
import type { Preset } from './preset.ts';

const missing = {
  id: 'This is a HubSpot export without the column Record ID. Export the deals again with all properties, and import that file.',
  owner:
    'This is a HubSpot export without the column Deal owner. Add it to the view (Edit columns › Deal owner), export again, ' +
    'and import that file.',
};

/** The labels of HubSpot’s default deal properties; in other languages by the product’s words. */
export const hubspot: readonly Preset<DealField>[] = [
  {
    name: 'HubSpot deal export',
    signature: [
      ['Deal Name', 'Deal-Name', 'Nom de la transaction', 'Nombre del negocio', 'Nome do negócio', '取引名'],
      [
        'Deal Stage',
        'Deal-Phase',
        'Phase de la transaction',
        'Étape de la transaction',
        'Etapa del negocio',
        'Etapa do negócio',
        'Fase do negócio',
        '取引ステージ',
      ],
      [
        'Record ID',
        'Datensatz-ID',
        'ID de fiche d’informations',
        'ID de l’enregistrement',
        'ID de registro',
        'ID do registro',
        'レコードID',
        'Deal owner',
        'Zuständiger Mitarbeiter für Deal',
        'Propriétaire de la transaction',
        'Propietario del negocio',
        'Proprietário do negócio',
        '取引担当者',
      ],
    ],
    names: {
      id: ['Record ID', 'Record ID - Deal', 'Record ID - Deals', 'Deal ID'],
      name: ['Deal Name'],
      account: ['Associated Company', 'Associated Company (Primary)', 'Primary Associated Company'],
      owner: ['Deal owner'],
      stage: ['Deal Stage'],
      amount: ['Amount'],
      currency: ['Currency', 'Deal Currency Code'],
      opened_on: ['Create Date'],
      last_activity_on: ['Last Activity Date', 'Last Contacted'],
      close_on: ['Close Date'],
    },
    missing,
  },
  {
    // The internal names of the same properties, as the API and “include internal names” have them.
    name: 'HubSpot deal export',
    signature: ['dealname', 'dealstage', ['hs_object_id', 'hubspot_owner_id']],
    names: {
      id: ['hs_object_id', 'id'],
      name: ['dealname'],
      owner: ['hubspot_owner_email', 'hubspot_owner_id'],
      owner_id: ['hubspot_owner_id'],
      pipeline: ['pipeline'],
      stage: ['dealstage'],
      amount: ['amount'],
      currency: ['deal_currency_code'],
      opened_on: ['createdate'],
      last_activity_on: ['notes_last_updated', 'notes_last_contacted'],
      close_on: ['closedate'],
      is_closed: ['hs_is_closed'],
      is_won: ['hs_is_closed_won'],
    },
    missing: {
      id: 'This is a HubSpot export without the property hs_object_id. Export again with it, and import that file.',
      owner:
        'This is a HubSpot export without the property hubspot_owner_id. Export again with it, and import that file.',
    },
  },
];
