import { folded, foldedPhrases } from './folded.ts';

/**
 * What people and programs write into a cell that has no value. Errors of formulas are those of Excel in English, German, French,
 * Spanish, Italian, Dutch, Polish and Swedish; pandas, R and SQL write NaN, NA and NULL.
 */
const blankWords = foldedPhrases(`
  n/a, na, n.a., n.a, n / a, n-a, not available, not applicable, not set, not specified, not provided, not given, no value, no data,
  null, <null>, nil, none, nan, nat, undefined, blank, empty, unknown, missing, tbd, t.b.d., tba, tbc, tbh, to be determined,
  to be announced, to be confirmed, to be defined,
  leer, k.a., k. a., ka., keine angabe, keine angaben, ohne angabe, keine, entfällt, nicht zutreffend, nicht angegeben, unbekannt, offen lassen,
  vide, néant, sans objet, s.o., aucun, aucune, inconnu, non renseigné, non renseignée, non applicable, non disponible, non défini, à définir,
  vacío, en blanco, ninguno, ninguna, n/d, n.d., nd, s/d, sin datos, sin valor, sin definir, no aplica, no disponible, desconocido, por definir,
  vazio, em branco, nenhum, nenhuma, não informado, não se aplica, não disponível, desconhecido, a definir,
  vuoto, nessuno, nessuna, non specificato, sconosciuto, da definire,
  leeg, geen, n.v.t., nvt, niet van toepassing, niet beschikbaar, onbekend, niet ingevuld,
  brak, brak danych, b.d., bd., nie dotyczy, puste, nieznany, nieznane, nie podano,
  saknas, inget, ingen, ej tillämpligt, okänd, okänt, ej angivet,
  なし, 無し, 無, ナシ, 空白, 未設定, 未入力, 該当なし, 不明, 未定,
  #n/a, #na, #n/a n/a, #ref!, #value!, #div/0!, #name?, #null!, #num!, #error!, #spill!, #calc!, #field!, #getting_data, #unknown!,
  #nv, #bezug!, #wert!, #zahl!, #valeur!, #nom?, #nombre!, #nul!, #valor!, #¡ref!, #¡valor!, #¿nombre?, #¡num!, #¡div/0!, #rif!, #valore!,
  #saknas!, #referens!, #värdefel!, #namn?, #waarde!, #verw!, #n/b, #adr!, #arg!, #n/d, #n/d!, #refer!
`);

/** Also people are called that. In capitals or small letters, or as pandas writes them, they are none. */
const alsoNames = new Set(['Na', 'Nan', 'Nat', 'Nil', 'Leer', 'Nd', 'Bd', 'Inget', 'Keine']);

/** Signs and strokes without a digit or letter, also as Excel's accounting format writes zero: `$-`, `- €`, `--`, `.`, `?`. */
const onlyStrokes = /^(?=.*\p{P})[\s\p{P}\p{Sc}\p{Sm}]+$/u;
const codeAndStroke = /^(?:[a-z]{3}|kr|zł|r\$|us\$) ?[-–—]$|^[-–—] ?(?:[a-z]{3}|kr|zł)$/iu;
const couldBeBlank = /^[\p{L}\p{P}\p{S}\s0]{1,24}$/u;

/**
 * Does a whole cell say that there is no value? `N/A`, `-`, `(blank)`, `keine Angabe`, `#REF!`, `$-`. A word inside a longer text never
 * does: “None Such” is an account. An amount’s `$-`, Excel’s way to show a zero in accounting, is no amount: nobody sells a deal for 0.
 */
export function isBlankWord(text: string): boolean {
  if (holdsValue(text)) return false;
  const known = answers.get(text);
  if (known !== undefined) return known;
  const answer = saysNothing(text);
  if (answers.size < mostAnswers) answers.set(text, answer);
  return answer;
}

/** A column has the same words again and again. */
const answers = new Map<string, boolean>();
const mostAnswers = 20_000;

function saysNothing(text: string): boolean {
  if (text.trim() === '') return true;
  if (!couldBeBlank.test(text)) return false;
  if (onlyStrokes.test(text) || codeAndStroke.test(text.trim())) return true;
  if (alsoNames.has(text.trim())) return false;
  const word = folded(text);
  return blankWords.has(word) || blankWords.has(/^[([<{"'](.*)[)\]>}"']$/u.exec(word)?.[1]?.trim() ?? word);
}

const pending = /^(?:tb[dachn]|t\.b\.d\.|to be \p{L}+|未定|à définir|a definir|por definir|da definire)$/iu;

/**
 * In what way is a cell without a value: blank, or with a word that says that it isn’t known yet, which is worth a note?
 * @returns undefined for a value
 */
export function emptinessOf(text: string): 'blank' | 'pending' | undefined {
  if (holdsValue(text)) return undefined;
  if (pending.test(text.trim())) return 'pending';
  return isBlankWord(text) ? 'blank' : undefined;
}

/** Surely a value, told by a look: it is long, or holds a digit that isn’t 0. */
function holdsValue(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first >= 49 && first <= 57) || text.length > 40 || /[1-9]/.test(text);
}
