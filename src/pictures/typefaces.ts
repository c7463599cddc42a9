/**
 * The typefaces that drawings are set in, and which characters each has. Renderers choose a substitute character by character,
 * which tears words of some scripts apart: so every stretch of text names its own.
 */
import { fileURLToPath } from 'node:url';

export interface Typeface {
  /** As the font file calls itself. */
  readonly family: string;
  readonly files: readonly string[];
  /** Code points, as a set of a regular expression. Checked against the font files by a test. */
  readonly covers: RegExp;
  /** Letters that are made of several signs, for which the renderer reserves too little room. */
  readonly isComposed: boolean;
  /** Letters that change with their neighbours, or melt into one: of so many signs there may be fewer letters, or more. */
  readonly isShaped: boolean;
}

function file(specifier: string): string {
  return fileURLToPath(import.meta.resolve(specifier));
}

/** Of a package that lets only its code be imported, which lies in a folder beside the fonts. */
function fontBeside(name: string, font: string): string {
  return fileURLToPath(new URL(`../fonts/${font}`, import.meta.resolve(name)));
}

/** Of our own folder of fonts that have only the characters listed here, and are quick to read for it. */
function trimmed(font: string): string {
  return fileURLToPath(new URL(`../../tools/typefaces/${font}`, import.meta.url));
}

/** Latin, Greek and Cyrillic: what everything else is set in, too. */
export const inter = {
  family: 'Inter',
  files: [trimmed('Inter-Regular.ttf'), trimmed('Inter-SemiBold.ttf')],
  covers:
    /[\u{0020}-\u{007e}\u{00a0}-\u{00ac}\u{00ae}-\u{0148}\u{014a}-\u{01c3}\u{01c5}-\u{024f}\u{0386}\u{0388}-\u{038a}\u{038c}\u{038e}-\u{03a1}\u{03a3}-\u{03ce}\u{0400}-\u{0479}\u{0480}\u{0481}\u{048a}-\u{049d}\u{04a0}-\u{04ff}\u{1e00}-\u{1e9b}\u{1e9d}-\u{1eff}\u{2010}-\u{2027}\u{2030}-\u{203a}]|[\u{0300}-\u{0304}\u{0306}-\u{030a}\u{030c}\u{030f}\u{0323}\u{0326}-\u{0328}]/u,
  isComposed: false,
  isShaped: false,
} as const satisfies Typeface;

/** In the order in which a character is looked for. */
export const typefaces: readonly Typeface[] = [
  inter,
  {
    family: 'Noto Sans Hebrew',
    files: [fontBeside('@embedpdf/fonts-hebrew', 'NotoSansHebrew-Regular.ttf')],
    covers: /[\u{0591}-\u{05c7}\u{05d0}-\u{05ea}\u{05f0}-\u{05f4}]/u,
    isComposed: false,
    isShaped: true,
  },
  {
    family: 'Noto Naskh Arabic',
    files: [fontBeside('@embedpdf/fonts-arabic', 'NotoNaskhArabic-Regular.ttf')],
    covers: /[\u{060c}-\u{061b}\u{061e}-\u{06dc}\u{06de}-\u{06ff}]/u,
    isComposed: false,
    isShaped: true,
  },
  {
    family: 'Noto Sans Devanagari',
    files: [file('@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf')],
    covers: /[\u{0900}-\u{097f}]/u,
    isComposed: true,
    isShaped: true,
  },
  {
    family: 'Noto Sans Thai',
    files: [file('@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf')],
    covers: /[\u{0e01}-\u{0e3a}\u{0e3f}-\u{0e5b}]/u,
    isComposed: true,
    isShaped: true,
  },
  {
    family: 'Noto Sans Korean',
    files: [fontBeside('@embedpdf/fonts-kr', 'NotoSansKR-Regular.otf')],
    covers: /[\u{ac00}-\u{d7a3}]/u,
    isComposed: false,
    isShaped: false,
  },
  {
    family: 'Noto Sans S Chinese',
    files: [fontBeside('@embedpdf/fonts-sc', 'NotoSansHans-Regular.otf')],
    covers: /[\u{3001}-\u{3011}\u{3041}-\u{3096}\u{309b}-\u{30ff}\u{3400}-\u{4db5}\u{4e00}-\u{9fa5}\u{ff01}-\u{ff5e}]/u,
    isComposed: false,
    isShaped: false,
  },
];

/** The typeface that has this character; undefined where none has. */
export function typefaceFor(character: string): Typeface | undefined {
  return typefaces.find(({ covers }) => covers.test(character));
}
