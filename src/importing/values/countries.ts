import { countryByThreeLetters } from './country-codes.ts';
import { folded } from './folded.ts';

const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'sv', 'ja'];

/** What CLDR has otherwise: short forms, parts of the United Kingdom, and names as the UN, ISO and Salesforce write them. */
const otherNames: readonly (readonly [string, string])[] = [
  [
    'US',
    "usa, u s, u s a, united states of america, the us, the usa, america, vereinigte staaten von amerika, etats unis d amerique, etats unis d amerique du nord, etats unis d'amerique, estados unidos de america, ee uu, eeuu, ee uu a, eua, stati uniti d'america, verenigde staten van amerika, stany zjednoczone ameryki, アメリカ, 米国",
  ],
  [
    'GB',
    'uk, u k, great britain, britain, england, scotland, wales, northern ireland, united kingdom of great britain and northern ireland, grossbritannien, grande bretagne, angleterre, gran bretana, gran bretagna, inghilterra, inglaterra, engeland, groot brittannie, anglia, wielka brytania, storbritannien, イギリス, 英国',
  ],
  ['AE', 'uae, u a e, vae, emirates'],
  ['NL', 'holland, niederlande, pays bas, olanda, paises bajos, holanda'],
  ['CZ', 'czech republic, tschechische republik, republique tcheque, republica checa, repubblica ceca'],
  ['TR', 'turkey, turkiye'],
  ['HK', 'hong kong, hong kong sar, hongkong'],
  ['MO', 'macau, macao'],
  ['KR', 'korea, south korea, republic of korea, korea republic of, korea south, 韓国'],
  ['KP', "north korea, korea democratic people's republic of, democratic people's republic of korea"],
  ['CN', "people's republic of china, prc, mainland china"],
  ['TW', 'taiwan province of china, taiwan roc, republic of china'],
  ['RU', 'russian federation, russische foderation, federation de russie'],
  ['VN', 'viet nam'],
  ['CI', "ivory coast, elfenbeinkuste, costa de marfil, costa do marfim, costa d'avorio"],
  ['CV', 'cape verde'],
  ['SZ', 'swaziland'],
  ['MM', 'burma'],
  ['MK', 'macedonia, republic of north macedonia'],
  ['IE', 'republic of ireland, eire'],
  ['IR', 'iran islamic republic of'],
  ['SY', 'syrian arab republic'],
  ['LA', "lao people's democratic republic"],
  ['MD', 'moldova republic of, republic of moldova'],
  ['TZ', 'tanzania united republic of, united republic of tanzania'],
  ['VE', 'venezuela bolivarian republic of'],
  ['BO', 'bolivia plurinational state of'],
  ['BN', 'brunei darussalam'],
  ['PS', 'palestine, palestine state of'],
  ['VA', 'vatican, holy see'],
  ['CD', 'dr congo, democratic republic of the congo, congo the democratic republic of the'],
  ['BA', 'bosnia'],
  ['DE', 'brd, bundesrepublik deutschland, federal republic of germany'],
];
/** Codes that name no single country: groups, pseudo-regions and the unknown. */
const noCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

let countries: ReadonlyMap<string, string> | undefined;

/** A country by its code of two or three letters, or by a name in ten languages; undefined for anything else. */
export function countryOf(text: string): string | undefined {
  countries ??= allCountries();
  const key = keyOf(text);
  return countries.get(key) ?? countries.get(key.replace(/^(?:the|die|der|la|le|les|el|los|il|as|os) /u, ''));
}

function keyOf(name: string): string {
  return folded(name)
    .replaceAll('&', ' and ')
    .replace(/[.,()-]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function allCountries(): ReadonlyMap<string, string> {
  const found = new Map<string, string>(
    otherNames.flatMap(([code, names]) => names.split(', ').map((name) => [keyOf(name), code] as const)),
  );
  const displays = languages.flatMap((language) =>
    (['long', 'short'] as const).map(
      (style) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none', style }),
    ),
  );
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
  const codes = letters.flatMap((one) => letters.map((other) => one + other));
  for (const code of codes) {
    // A withdrawn or second code of the same country stands for the one in use.
    const region = new Intl.Locale('und', { region: code }).region ?? code;
    if (displays[0]?.of(code) !== undefined && !noCountries.has(code) && !noCountries.has(region))
      found.set(code.toLowerCase(), region);
  }
  for (const display of displays)
    for (const code of codes) {
      const name = found.get(code.toLowerCase()) === undefined ? undefined : display.of(code);
      if (name !== undefined && !found.has(keyOf(name))) found.set(keyOf(name), found.get(code.toLowerCase()) ?? code);
    }
  for (const [letterCode, code] of countryByThreeLetters) if (!found.has(letterCode)) found.set(letterCode, code);
  return found;
}

/** Two letters that are a state of the USA, too, or a word: in a longer text they may be that. */
const alsoStates = new Set(
  'al ar az ca co de ga id il in la ma md me mn mo ms mt nc ne pa sc sd va as at be by do is it my no so to am'.split(
    ' ',
  ),
);
/** A state of the USA has its name. */
const alsoStateNames = new Set(['georgia']);
const workWords = /\b(?:remote|hybrid|on ?site|office|based|home ?office|hq|headquarters|field|team|only|in)\b/giu;

/**
 * The countries that a longer text names: `USA - Remote`, `Germany, Berlin`, `United States (US)`. Codes of two letters count only where
 * they can't be a state.
 */
export function countriesIn(text: string): readonly string[] {
  const parts = text.split(
    /\s*[,;/|()·:[\]]\s*|\s+[-–—]\s*|\s*[-–—]\s+|(?<=^\w{2,3})[-–—]|[-–—](?=\w{2,3}$|remote$)/iu,
  );
  const found = parts.flatMap((part) => {
    const name = part.replace(workWords, ' ').trim();
    const key = keyOf(name);
    if (key === '' || alsoStates.has(key) || alsoStateNames.has(key)) return [];
    return countryOf(name) ?? [];
  });
  return [...new Set(found)];
}
