/** What our own company puts in a deal's way, by name: only what has one name can be counted together. In the order to offer them. */
import type { Choice } from './field.ts';

export const companyObstacles = [
  'legal-review',
  'pricing-approval',
  'delivery-date',
  'contract-terms',
  'credit-check',
  'product-gap',
  'security-review',
  'other',
] as const;

export type CompanyObstacle = (typeof companyObstacles)[number];

/** In the middle of a sentence. */
export const companyObstacleNames = {
  'legal-review': 'legal review',
  'pricing-approval': 'pricing approval',
  'delivery-date': 'delivery date',
  'contract-terms': 'contract terms',
  'credit-check': 'credit check',
  'product-gap': 'product gap',
  'security-review': 'security review',
  other: 'something else',
} as const satisfies Record<CompanyObstacle, string>;

/** For a list to choose from. */
export const companyObstacleChoices: readonly Choice[] = companyObstacles.map((value) => {
  const name = companyObstacleNames[value];
  return { value, label: name.charAt(0).toUpperCase() + name.slice(1) };
});

export function isCompanyObstacle(value: unknown): value is CompanyObstacle {
  return companyObstacles.some((obstacle) => obstacle === value);
}
