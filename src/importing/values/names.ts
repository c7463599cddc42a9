import { isBlankWord } from './blanks.ts';
import { commonNameOf } from './distinguished-names.ts';
import { folded, foldedPhrases } from './folded.ts';
import { goneBy } from './statuses.ts';

/** A person's name as a cell gives it, and what stands beside it. */
export interface ReadName {
  /** First name first. '' where the cell holds an address only. */
  readonly name: string;
  /** The id in brackets after it: `Ada Quill (100)`. */
  readonly ownId: string | null;
  /** The address in brackets after it, in lower case. */
  readonly email: string | null;
  /** Says so beside the name: `Ada Quill (Deactivated User)`. */
  readonly isInactive: boolean;
}

/** Words of letters with single spaces. */
const nothingBeside = /^\p{L}[\p{L}\p{M}'’.-]*(?: \p{L}[\p{L}\p{M}'’.-]*)*$/u;

/**
 * A name as files write it: `Quill, Ada`, `Ada Quill (100)`, `Ada Quill <ada@example.com>`, `Ada Quill (Deactivated User)`,
 * `CN=Farrow\, Mina,OU=Sales`. Letters stay as they are written. Degrees after a comma are left out, `Jr.` stays without its comma.
 * @param order how the column is written where its own name says so: two words without a comma change places, too
 */
export function readName(text: string, order?: 'last-first'): ReadName {
  if (order === undefined && nothingBeside.test(text))
    return { name: text, ownId: null, email: null, isInactive: false };
  let name = undecorated(commonNameOf(text) ?? text)
    .replace(/\\,/gu, ',')
    .replace(/\s+/gu, ' ')
    .trim();
  let email: string | null = null;
  let ownId: string | null = null;
  let isInactive = false;
  const beside = addressBeside(name);
  if (beside !== undefined) [name, email] = beside;
  for (;;) {
    const [before, inside] = lastBrackets(name);
    if (inside === undefined) break;
    if (email === null && isAddress(inside)) email = addressOf(inside);
    else if (ownId === null && idIn(inside) !== undefined) ownId = idIn(inside) ?? null;
    else if (goneBy(inside) !== undefined) isInactive = true;
    else if (!isRemark(inside)) break;
    name = before;
  }
  const marked = /^(?:[[(](?<inner>[^\])]+)[\])]|(?<word>\p{L}+) ?[-–:]) (?<rest>.+)$/u.exec(name)?.groups;
  if (marked !== undefined && goneBy(marked['inner'] ?? marked['word'] ?? '') !== undefined) {
    isInactive = true;
    name = marked['rest'] ?? '';
  }
  if (isAddress(name)) return { name: '', ownId, email: email ?? addressOf(name), isInactive };
  name = /^"(.+)"$/u.exec(name)?.[1] ?? name;
  return { name: firstNameFirst(name, order), ownId, email, isInactive };
}

/** Pictures beside a name, and marks of a footnote at its end: `⭐ Ada Quill`, `Ada Quill*`. */
function undecorated(text: string): string {
  const bare = text
    .replace(
      /(?:\p{Extended_Pictographic}|\p{So}|\p{Emoji_Modifier}|\ufe0f|(?<=[\p{So}\p{Emoji_Modifier}\ufe0f])\u200d)/gu,
      ' ',
    )
    .replace(/^[\s*•]+|[\s*†‡]+$/gu, '');
  return /\p{L}/u.test(bare) ? bare : text;
}

/** What stands before the last brackets of a name, and in them. `Ada Quill - Inactive` is understood, too. */
function lastBrackets(name: string): [before: string, inside: string | undefined] {
  const match =
    /^(.+?) ?(?:\(([^()]*)\)|\[([^[\]]*)\]|<([^<>]*)>)$/u.exec(name) ?? /^(.+?) [-–|] (\p{L}+)$/u.exec(name);
  const inside = match?.[2] ?? match?.[3] ?? match?.[4];
  if (match?.[1] === undefined || inside === undefined) return [name, undefined];
  const isDashed = !/[)\]>]$/u.test(name);
  return isDashed && goneBy(inside) === undefined ? [name, undefined] : [match[1].trim(), inside.trim()];
}

/** `Ada Quill - ada@example.com` and `ada@example.com (Ada Quill)`. */
function addressBeside(name: string): [name: string, email: string] | undefined {
  const [, called, after] = /^(.+?)[\s,;|–-]+([^\s@,;<>()[\]]+@[^\s@,;<>()[\]]+)$/u.exec(name) ?? [];
  if (called !== undefined && after !== undefined && isAddress(after)) return [called, after.toLowerCase()];
  const [, address, whose] =
    /^(\S+@\S+?)[,;]? (?:[-–|] ?(.+)|\((.+)\))$/u.exec(name)?.filter((part) => part !== undefined) ?? [];
  return address !== undefined && whose !== undefined && isAddress(address)
    ? [whose, address.toLowerCase()]
    : undefined;
}

function addressOf(text: string): string {
  return text.toLowerCase().replace(/^mailto:/u, '');
}

function isAddress(text: string): boolean {
  return /^(?:mailto:)?[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/iu.test(text);
}

function idIn(inside: string): string | undefined {
  return /^(?:(?:employee |user |staff )?(?:id|no\.?|number|nr\.?)[:\s]+|#)?((?=[^\s]*\d)[\p{L}\d][\p{L}\d._-]*)$/iu.exec(
    inside,
  )?.[1];
}

const remarks = foldedPhrases(`
  contractor, contingent, contingent worker, c, cw, intern, temp, temporary, part time, part-time, full time, external, extern, freelancer, employee,
  on leave, leave, loa, leave of absence, maternity leave, parental leave, elternzeit, beurlaubt, en congé, you, me, acting, interim, active, aktiv
`);

function isRemark(inside: string): boolean {
  return remarks.has(folded(inside)) || /^(?:she|he|they|sie|er|elle|il|ella|él)(?: ?\/ ?\p{L}+)+$/iu.test(inside);
}

const generation = /^(?:[Jj]n?[Rr]|[Ss]n?[Rr]|II|III|IV|2nd|3rd)\.?$/u;
/** Short ones in capitals or with points only: Ma and Ba are names. */
const degree =
  /^(?:[Pp][Hh]\.? ?[Dd]|MD|M\.D|MBA|M\.B\.A|CPA|[Ee]sq|JD|J\.D|LL\.?[BM]|BA|B\.A|BSc|B\.Sc|MA|M\.A|MSc|M\.Sc|B\.?Eng|M\.?Eng|PMP|CFA|Dr|Prof|Dipl\.-?\p{L}+|RN|EdD|Ed\.D|CSM|SHRM-\p{L}+)\.?$/u;
const title = /^((?:(?:dr|prof|mr|mrs|ms|herr|frau|dipl\.-?\p{L}+|ing|sir|mme|dott|dra?|sra?)\.? )+)(.+)$/iu;
const eastern = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・々\s]+$/u;

/** `Quill, Ada` and `King, Jr., Martin`; more parts than a name has stay as they are. */
function firstNameFirst(text: string, order?: 'last-first'): string {
  const parts = text
    .split(/[,，]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const generations = parts.slice(1).filter((part) => generation.test(part));
  const [last = '', first, ...more] = parts.filter(
    (part, at) => at === 0 || !(generation.test(part) || degree.test(part)),
  );
  if (more.length > 0) return text;
  const whole = first === undefined ? (order === undefined ? last : swapped(last)) : behind(first, last);
  return [whole, ...generations].join(' ');
}

/** Titles go to the front, and what stands in brackets stays at the end. */
function behind(first: string, last: string): string {
  const [, called = '', rest = last] = title.exec(last) ?? [];
  const [, name = first, remark = ''] = /^(.+?)( ?\([^()]*\))$/u.exec(first) ?? [];
  return `${called}${name} ${rest}${remark}`;
}

function swapped(text: string): string {
  const [one, other, ...more] = text.split(' ');
  return other === undefined || more.length > 0 || eastern.test(text) ? text : `${other} ${one ?? ''}`;
}

const nobodies = foldedPhrases(`
  nobody, no one, no-one, no manager, no supervisor, no owner, no rep, not assigned, unassigned, not yet assigned, unfilled, open, vacancy, to be hired, to hire,
  self, same, board, board of directors, supervisory board, shareholders, no lead, ceo n/a, manager, xxx, xx, x, nn, n.n., n. n., n n, nomen nescio, backfill, top, top level,
  keiner, keine, niemand, unbesetzt, nicht besetzt, nicht zugewiesen, nicht zugeordnet, kein vorgesetzter, kein manager, vakant, offene stelle, offen, zu besetzen, aufsichtsrat,
  personne, non assigné, non assignée, non attribué, pas de manager, sans manager, aucun manager, vacante, poste vacant, poste ouvert, à pourvoir, à recruter, non affecté,
  nadie, sin asignar, no asignado, no asignada, sin manager, sin responsable, sin jefe, puesto vacante, por contratar, por asignar, por cubrir,
  ninguém, não atribuído, não atribuída, sem gestor, sem gerente, sem responsável, vago, vaga, vaga aberta, a contratar, não designado,
  non assegnato, non assegnata, senza manager, senza responsabile, posizione aperta, da assegnare, posto vacante,
  niemand, niet toegewezen, geen manager, geen leidinggevende, openstaand, vacature,
  nikt, nieprzypisany, nieprzypisane, nieprzypisana, nie przypisano, bez przełożonego, wakat, brak przełożonego,
  ingen chef, ej tilldelad, inte tilldelad, otilldelad, vakans, ledig, obesatt,
  未割り当て, 未割当, 担当者なし, 上司なし, 空席, 欠員, 募集中, 採用予定, 未配属
`);
const nobodyPatterns = [
  /^(?:vacant|vacancy|vakant|vakans|wakat|unbesetzt|unfilled|unassigned)\b/u,
  /^(?:open|offene|new|future|vacant) (?:role|position|req|requisition|headcount|hc|seat|slot|stelle|job|vacancy|hire)\b/u,
  /^open ?[-–:(#]/u,
  /^(?:new hire|backfill|nachbesetzung|neueinstellung)\b/u,
  /^(?:tbh|tbd|tba|tbc|n\/a|none|no manager|to be (?:hired|determined|announced|confirmed|filled|assigned))(?: ?[-–:(,/].*)?$/u,
  /\b(?:to be (?:hired|filled)|a pourvoir|a recruter|por contratar|por cubrir|zu besetzen|a contratar|da assegnare)$/u,
  /^0+$/u,
];

/** Does a cell that names a person name nobody: `N/A`, `Vacant - backfill`, `Unassigned`, `keiner`, `0`? Only as the whole of the cell. */
export function isNobody(text: string): boolean {
  if (text.trim() === '' || isBlankWord(text)) return true;
  const word = folded(text).replace(/_/gu, ' ');
  const bare = word.replace(/^[([<{](.*)[)\]>}]$/u, '$1').trim();
  return nobodies.has(bare) || nobodyPatterns.some((pattern) => pattern.test(bare));
}

const nameLetters = /^[\p{L}\p{M}][\p{L}\p{M}\s.,'’‘ʼ`´()"“”„«»・·•\-‐‑‒–]*$/u;

/**
 * Could it be a person's name? Not a number, an id, an address, a login, a path or a distinguished name, and nobody's placeholder.
 * A single word in small letters is a login.
 */
export function looksLikeName(text: string): boolean {
  const name = text.trim();
  if (!nameLetters.test(name) || name.length > 100 || isNobody(name)) return false;
  const hasNoCase = !/[\p{Lu}\p{Ll}]/u.test(name);
  if (hasNoCase) return true;
  if (!name.includes(' ') && (!/\p{Lu}/u.test(name) || /[\p{L}]{2}\.[\p{L}]{2}/u.test(name))) return false;
  return (name.match(/\p{L}/gu)?.length ?? 0) > 1;
}
