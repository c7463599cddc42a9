/** The company's days off, as an admin sees and adds them. */
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { longestCompanyName } from '../../../leading/company-days.ts';
import type { CompanyDaysOff } from '../../../leading/company-days.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { button, context, header, plain, section } from '../../kit/blocks.ts';
import { inputActionId, inputBlock } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';
import { removeCompanyDay } from '../../routes/settings.ts';
import * as fields from './setting-fields.ts';
import { companyDaysWords } from './setting-words.ts';

const mostShown = 30;

/** Those to come, each with a way to remove it, and inputs for more. */
export function companyDaysBlocks(daysOff: readonly CompanyDaysOff[], today: LocalDate): KnownBlock[] {
  const toCome = daysOff.filter(({ until }) => until >= today);
  const rows = toCome.slice(0, mostShown).map((entry) => ({
    ...section(`Off ${companyDaysWords(entry, today)}`, button(removeCompanyDay, entry, 'Remove')),
    block_id: `company-${entry.from}-${entry.until}-${entry.place ?? ''}`,
  }));
  const left = toCome.length - rows.length;
  return [
    header('Company days off'),
    ...rows,
    ...(left > 0 ? [context(`And ${left} more later. Run firstline days-off list to see all.`)] : []),
    fields.dateInput({ id: 'companyFrom', label: 'First day off', optional: true }),
    fields.dateInput({ id: 'companyUntil', label: 'Last day off', optional: true }),
    textInput({ id: 'companyName', label: 'What is it called?' }, longestCompanyName, 'Summer days'),
    textInput(
      {
        id: 'companyPlace',
        label: 'Only in this country or region',
        hint: 'Like US or US-CA. Leave empty for everyone. To import a calendar, run firstline days-off import FILE.ics.',
      },
      6,
      'DE-BY',
    ),
  ];
}

/** What was left out of the inputs is undefined. */
export const companyDaysShape = {
  companyFrom: fields.dateSchema.optional(),
  companyUntil: fields.dateSchema.optional(),
  companyName: z.string().trim().optional(),
  companyPlace: z.string().trim().optional(),
};

function textInput(
  field: { readonly id: string; readonly label: string; readonly hint?: string },
  most: number,
  example: string,
): KnownBlock {
  return inputBlock(
    { ...field, optional: true },
    {
      type: 'plain_text_input',
      action_id: inputActionId,
      max_length: most,
      placeholder: plain(example, limits.placeholder),
    },
  );
}
