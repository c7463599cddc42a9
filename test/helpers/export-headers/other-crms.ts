/** Exports of Dynamics 365 and of smaller CRMs. */
import type { ExportHeader } from './export-header.ts';

const formatted = '@OData.Community.Display.V1.FormattedValue';

export const otherCrms: Readonly<Record<string, ExportHeader>> = {
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
