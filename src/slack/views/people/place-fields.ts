/** Two inputs for the place whose public holidays somebody has: the country and, where it has any, the region in it. */
import type { KnownBlock, PlainTextOption } from '@slack/types';
import { countryOfPlace } from '../../../time/holidays.ts';
import type { Country, PlaceCode, Region } from '../../../time/holidays.ts';
import { option } from '../../kit/blocks.ts';
import { groupedSelect, inputBlock, select, typedValues } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';

export interface PlaceChoice {
  readonly chosen: PlaceCode | null;
  /** Those whose holidays are known, by name. */
  readonly countries: readonly Country[];
  /** Of the chosen country; none for most. */
  readonly regions: readonly Region[];
}

export interface PlaceWords {
  readonly label: string;
  readonly hint: string;
  /** What it says where no country is chosen, and the heading above that. */
  readonly none: string;
  readonly noneGroup: string;
}

const countryField = 'holidayCountry';
/** Its id holds the country: in a block with the same id Slack keeps what was chosen of another country. */
const regionField = 'holidayRegion-';
const none = 'none';

/**
 * The inputs. Choosing a country changes the form at once, so that its regions can be chosen; everything else that was typed stays,
 * for Slack keeps what stands in a block with the same id.
 * @param actionId of the choice of a country
 */
export function placeInputs(choice: PlaceChoice, words: PlaceWords, actionId: string): KnownBlock[] {
  const { chosen, countries, regions } = choice;
  const country = chosen === null ? none : countryOfPlace(chosen);
  const groups = [...Map.groupBy(countries, ({ name }) => initialOf(name))].map(([label, group]) => ({
    label,
    options: group.map(optionOf),
  }));
  const noneGroup = { label: words.noneGroup, options: [option(none, words.none)] };
  const known = countries.some(({ code }) => code === country) ? country : none;
  const countryInput = inputBlock(
    { id: countryField, label: words.label, hint: words.hint },
    groupedSelect([noneGroup, ...groups], known, actionId),
  );
  return [{ ...countryInput, dispatch_action: true }, ...regionInputs(country, chosen, regions)];
}

/** The place that the inputs say; undefined where they aren't in the form. Anything else than a code is none. */
export function placeIn(stateValues: unknown): PlaceCode | null | undefined {
  const typed = typedValues(stateValues);
  const country = typed[countryField];
  if (country === undefined) return undefined;
  if (typeof country !== 'string' || !/^[A-Z]{2}$/u.test(country)) return null;
  const region = typed[`${regionField}${country}`];
  const isOfCountry = typeof region === 'string' && /^[A-Z0-9]{1,3}$/u.test(region.slice(country.length + 1));
  return isOfCountry && countryOfPlace(region) === country ? region : country;
}

function regionInputs(country: string, chosen: PlaceCode | null, regions: readonly Region[]): KnownBlock[] {
  if (regions.length === 0) return [];
  const whole = option(none, 'Nationwide ones only');
  const options = [whole, ...regions.map(optionOf)].slice(0, limits.selectOptions);
  const initial = options.find(({ value }) => value === chosen) ?? whole;
  return [inputBlock({ id: `${regionField}${country}`, label: 'State or region' }, select(options, initial))];
}

function optionOf({ code, name }: Country | Region): PlainTextOption {
  return option(code, name);
}

/** `A` for Åland, too. */
function initialOf(name: string): string {
  return name.normalize('NFD').charAt(0).toUpperCase();
}
