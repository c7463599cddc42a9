import { folded, foldedPhrases } from './folded.ts';

/** Why somebody is gone, as a report says it. */
export type GoneWhy =
  | 'terminated'
  | 'left'
  | 'retired'
  | 'deceased'
  | 'suspended'
  | 'deactivated'
  | 'deleted'
  | 'archived'
  | 'inactive';

/** In ten languages, also as directories write it: Okta's DEPROVISIONED, Google's Suspended and Archived. The surest comes first. */
const goneWords: readonly (readonly [GoneWhy, ReadonlySet<string>])[] = [
  [
    'deceased',
    foldedPhrases(
      'deceased, verstorben, décédé, décédée, fallecido, fallecida, falecido, falecida, deceduto, deceduta, overleden, zmarły, zmarła, avliden',
    ),
  ],
  [
    'retired',
    foldedPhrases(`retired, retirement, pensioniert, ruhestand, retraité, retraitée, jubilado, jubilada, aposentado, aposentada, pensionato,
      pensionata, gepensioneerd, emerytowany, pensionerad`),
  ],
  [
    'terminated',
    foldedPhrases(`terminated, termination, dismissed, fired, redundant, separated, laid off, gekündigt, entlassen, licencié, licenciée, despedido, despedida,
      cesado, cesada, desvinculado, desvinculada, desligado, desligada, demitido, demitida, rescindido, rescindida, licenziato, licenziata, cessato, cessata,
      ontslagen, zwolniony, zwolniona, uppsagd, fin de contrat, contract ended, baja voluntaria, baja definitiva, dado de baja, dada de baja, baja`),
  ],
  [
    'left',
    foldedPhrases(`left, resigned, resignation, departed, former, offboarded, quit, exited, ex employee, ex mitarbeiter, ex collaborateur, alumni, no longer employed, no longer with us,
      ausgeschieden, ausgetreten, ehemalig, ehemalige, ehemaliger, ehem, verlassen,
      parti, partie, sorti, sortie, démissionné, démissionnaire, ancien, ancienne, dimitido, dimitida, renunció, exempleado, ex empleado, ex funcionário,
      dimesso, dimessa, dimissionario, ex dipendente, uit dienst, vertrokken, były, była, odszedł, odeszła, slutat, tidigare anställd`),
  ],
  [
    'suspended',
    foldedPhrases(`suspended, blocked, gesperrt, suspendiert, suspendu, suspendue, bloqué, bloquée, suspendido, suspendida, bloqueado, bloqueada,
      suspenso, suspensa, sospeso, sospesa, geschorst, geblokkeerd, zawieszony, zawieszona, zablokowany, zablokowana, avstängd, spärrad`),
  ],
  [
    'archived',
    foldedPhrases('archived, archiviert, archivé, archivée, archivado, arquivado, archiviato, gearchiveerd, arkiverad'),
  ],
  [
    'deleted',
    foldedPhrases(
      'deleted, removed, gelöscht, supprimé, supprimée, eliminado, eliminada, excluído, eliminato, verwijderd, usunięty, usunięta, borttagen',
    ),
  ],
  [
    'deactivated',
    foldedPhrases(`deactivated, disabled, deprovisioned, deaktiviert, deaktivierter, deaktivierte, désactivé, désactivée, desactivado, desactivada,
      desativado, desativada, disattivato, disattivata, gedeactiveerd, uitgeschakeld, dezaktywowany, dezaktywowana, wyłączony, inaktiverad`),
  ],
  [
    'inactive',
    foldedPhrases(`inactive, inactif, not active, non active, nonactive, inaktiv, nicht aktiv, inactivo, inactiva, no activo, no activa, inativo, inativa,
      não ativo, inattivo, inattiva, non attivo, inactief, niet actief, nieaktywny, nieaktywna, nieaktywne, ej aktiv, inte aktiv`),
  ],
];
const japaneseGone: readonly (readonly [GoneWhy, RegExp])[] = [
  ['retired', /定年/u],
  ['terminated', /解雇/u],
  ['left', /退職|退社|離職|在籍なし/u],
  ['suspended', /(?:利用|一時)?停止/u],
  ['deleted', /削除/u],
  ['inactive', /無効|非アクティブ/u],
];

/** Who is away comes back; who is to go is still there. */
const onLeave =
  /\b(?:leave|loa|furlough\w*|sabbatical|parental|maternity|paternity|elternzeit|mutterschutz|beurlaubt|karenz|conge\w*|maternite|licencia|excedencia|de baja|baja (?:medica|maternal|paternal|por)|permiso|licenca|afastad\w*|ferias|aspettativa|congedo|maternita|malattia|verlof|ziek\w*|urlop\w*|tjanstledig|foraldraledig\w*|sjukskriven)\b|休職|休業|育休|産休/u;
const toCome =
  /\b(?:rehired|reinstated|pending|future|upcoming|notice|scheduled|leaving|will|planned|geplant|prevu\w*|previst\w*)\b|予定/u;
const negation = /\b(?:not|never|nicht|non|pas|no|nao|niet|nie|inte|ej)$/u;

/**
 * Does a status say that somebody is no longer there, and why: `Voluntarily Terminated`, `Suspended`, `ausgeschieden`, `退職`? Who is on
 * leave is, and so is who has given notice.
 * @returns undefined for everything else
 */
export function goneBy(status: string): GoneWhy | undefined {
  const text = folded(status).replace(/_/gu, ' ');
  if (text === '' || toCome.test(text)) return undefined;
  const why = wordIn(text) ?? japaneseGone.find(([, pattern]) => pattern.test(text))?.[0];
  const isWeak = why === 'inactive' || why === 'suspended' || why === 'deactivated' || isSickLeave(text, why);
  return isWeak && onLeave.test(text) ? undefined : why;
}

/** Spanish `baja` is the end of a job, and `de baja` a leave; `dado de baja` is the end again. */
function isSickLeave(text: string, why: GoneWhy | undefined): boolean {
  return why === 'terminated' && /\bbaja\b/u.test(text) && !/\bdad[oa] de baja\b/u.test(text);
}

function wordIn(text: string): GoneWhy | undefined {
  const padded = ` ${text.replace(/[^\p{L}\p{M}]+/gu, ' ').trim()} `;
  for (const [why, words] of goneWords)
    for (const word of words) {
      const at = padded.indexOf(` ${word} `);
      if (at >= 0 && !negation.test(padded.slice(0, at))) return why;
    }
  return undefined;
}

export type NoPerson = 'guest' | 'bot' | 'service account' | 'shared mailbox' | 'room' | 'group' | 'test account';

const kinds: readonly (readonly [NoPerson, RegExp])[] = [
  [
    'guest',
    /^(?:(?:single|multi)[- ]channel )?(?:guest|gast|invite|invitee|guestmailuser|invitado|invitada|convidado|convidada|ospite|gosc|gast(?:benutzer|konto)|ゲスト)(?: (?:user|account|member|utilisateur))?$/u,
  ],
  ['guest', /^(?:external|b2b) (?:guest|user|collaborator|member)$/u],
  [
    'bot',
    /^(?:(?:slack|workflow|app|chat) )?(?:bot|chatbot|robot|ボット)(?: (?:user|account))?$|^(?:app|application|integration|automation)(?: (?:user|account))?$/u,
  ],
  [
    'service account',
    /^(?:service|system|api|technical|machine|funktions|dienst)(?: |-)?(?:account|user|principal|konto|benutzer|identity)$|^(?:compte de service|cuenta de servicio|conta de servico|serviceaccount|system|automated ?process|cloudintegrationuser|サービスアカウント)$/u,
  ],
  [
    'shared mailbox',
    /^(?:shared|group|team|funktions|freigegebenes)(?: |-)?(?:mailbox|postfach|inbox)$|^(?:boite partagee|buzon compartido|(?:shared|team|scheduling|discovery)mailbox)$/u,
  ],
  [
    'room',
    /^(?:(?:meeting|conference) )?room(?: (?:mailbox|list))?$|^(?:roommailbox|equipment(?: mailbox)?|equipmentmailbox|resource (?:mailbox|account)|raum|salle|sala|会議室)$/u,
  ],
  [
    'group',
    /^(?:distribution (?:list|group)|(?:security |mail |m365 |microsoft 365 )?group|verteiler|gruppe|groupe|grupo|gruppo|グループ)$/u,
  ],
  ['test account', /^(?:test|dummy|demo)(?: |-)?(?:account|user|konto|benutzer)$/u],
];

/**
 * Is it an account of nobody in the team, by the kind or status that a directory gives it: Slack’s `Multi-Channel Guest` and `Bot`, Entra’s
 * `Guest`, Exchange’s `SharedMailbox`, `Room`?
 * @returns undefined for people: `Member`, `Workspace Owner`, `Employee`, `Contractor`
 */
export function noPersonBy(kindOrStatus: string): NoPerson | undefined {
  const text = folded(kindOrStatus).replace(/_/gu, ' ');
  return kinds.find(([, pattern]) => pattern.test(text))?.[0];
}
