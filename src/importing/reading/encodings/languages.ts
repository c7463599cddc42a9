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
  'çğıöşüâîû',
  'áéíóöőúüű',
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

/** Pairs that no language has: what follows or precedes an odd letter. */
export const oddPairs: readonly RegExp[] = [
  /ñ[^aeiouáéíóúyñ]/iu,
  /õ[^es\s]/iu,
  /ã[bcdfghjklmpqrtvwxz]/iu,
  /(?:^|[^aeıioöuüâîû])ğ/iu,
  /ς\p{L}/iu,
  /[bcdfghjklmnpqrstvwxz]{2}[čćšžśźńřłďťňđþð][bcdfghjklmnpqrstvwxz]/iu,
  /[bcdfghjklmnpqrstvwxz][čćšžśźńďťňđþð][bcdfghjklmpqstvwxz]/iu,
  /^[bcdfghjklmnpqrstvwxz][čćšžśźńřďťňđþð][bcdfghjklmnpqrstvwxz]/iu,
  /ÿ./iu,
];
