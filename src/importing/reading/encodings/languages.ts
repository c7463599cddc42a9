/**
 * The letters beyond A to Z that a language writes, after the exemplar characters of CLDR (common/main, exemplarCharacters), small
 * ones only. The more people write a language in files of one byte a letter, the earlier it comes.
 */
export const latinLanguages: readonly string[] = [
  'äöüß',
  'àâæçéèêëîïôœùûüÿ',
  'áéíñóúü',
  'àèéìíîòóùú',
  'ãâáàçéêíóôõú',
  'áéëèïíóöúü',
  'äåö',
  'æøåé',
  'ąćęłńóśźż',
  'áčďéěíňóřšťúůýž',
  'áéíóöőúüű',
  'çğıi̇öşüâîû',
  'áäčďéíĺľňóôŕšťúýž',
  'ăâîșțşţ',
  'čćđšž',
  'àçéèíïóòúü',
  'äõöüšž',
  'ąčęėįšųūž',
  'āčēģīķļņšūž',
  'áðéíóúýþæö',
];

/** Letters that stand in most words of a language with letters of its own. */
export const commonLetters = new Set('оеаинтсрвлкмдпуαοιετνσηρκμλυ');

const vowel = 'aeiouyáéíóúýäöüåøæ';
const consonant = 'bcdfghjklmnpqrstvwxz';

/** What no language has, or hardly any: where an odd letter stands, and beside which. */
export const oddities: readonly RegExp[] = [
  /ñ(?:[^aeiouáéíóúyñ]|$)/iu,
  /õ(?:[^e]|$)/iu,
  /ã[bcdfghjklmpqrtvwxz]/iu,
  /(?:^|[^aeıioöuüâîû])ğ/iu,
  /ς\p{L}/iu,
  new RegExp(`[${consonant}]{2}[čćšžśźńřłďťňđþð][${consonant}]`, 'iu'),
  new RegExp(`[${consonant}][čćšžśźńďťňđþð][bcdfghjklmpqstvwxz]`, 'iu'),
  new RegExp(`^[${consonant}][čćšžśźńřďťňđþð][${consonant}]`, 'iu'),
  new RegExp(`^[${consonant}]+[^\\0-\\u007f${vowel}\\P{Script=Latin}]$`, 'iu'),
  new RegExp(`[${vowel}][øąęûîâêôç][${vowel}]`, 'iu'),
  new RegExp(`[${vowel}][âòì]`, 'iu'),
  new RegExp(`[${consonant}][ïëß]`, 'iu'),
  /[òìù]\p{L}/iu,
  /œ[^ui]|ÿ/iu,
  /[æô]$|à\p{L}/iu,
  /\p{Ll}’(?!(?:s|t|d|m|ll|re|ve)$)[bcdfghjklmnpqrstvwxz]/u,
  /^[ÏÛÙËÌÒÕÃÝÑÊÈ]\p{L}/u,
  /^[öçîêûèïäåüéâ]\p{Ll}{3}/u,
];

/** What stands in many words of one language. */
export const usual: readonly RegExp[] = [
  /è[bcdglmnrstv]es?$/iu,
  /(?:ã[eo]|õe)s?$/iu,
  /ñ[aoeiu]/iu,
  /szcz|rz|cz.*[łńśżóąę]/iu,
];
