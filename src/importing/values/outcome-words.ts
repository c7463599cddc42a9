/**
 * The words of stages, statuses and flags in English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Swedish and Japanese,
 * with the endings that they take beside a deal, an opportunity or a sale.
 */
import { folded, foldedPhrases, foldedSet } from './folded.ts';

export const wonWords = foldedSet(`
  won closedwon closewon gewonnen gewonnene gewonnener gewonnenes gagné gagnée gagnés gagnées remporté remportée
  ganado ganada ganados ganadas ganho ganha ganhos ganhas vinto vinta vinti vinte
  wygrana wygrane wygrany wygrano wygrał vunnen vunnet vunna
`);

/** Also what ends without a sale. */
export const lostWords = foldedSet(`
  lost closedlost closelost disqualified verloren verlorene verlorener verlorenes disqualifiziert perdu perdue perdus perdues disqualifié
  disqualifiée perdido perdida perdidos perdidas descalificado descalificada desqualificado desqualificada perso persa persi perse
  gediskwalificeerd przegrana przegrane przegrany przegrano stracona stracone stracony utracona utracone förlorad förlorat förlorade
`);

/** Also said of a meeting or an offer, and then nothing of the deal. */
export const calledOff = foldedSet(`
  abandoned cancelled canceled rejected declined abgelehnt storniert annulé annulée abandonné abandonnée rejeté rejetée refusé refusée
  cancelado cancelada anulado anulada rechazado rechazada descartado descartada rejeitado rejeitada annullato annullata rifiutato rifiutata
  abbandonato abbandonata geannuleerd afgewezen anulowana anulowane anulowany odrzucona odrzucone odrzucony avvisad avvisat avbruten
`);

/** Count only where nothing else is said but that it is closed. */
export const alone = {
  won: foldedSet('win wins wins sukces sukcesem success succès éxito'),
  lost: foldedPhrases(
    'loss, losses, dead, no decision, no sale, unqualified, lose, outsold, out sold, keine entscheidung, sans suite, churned',
  ),
};

export const openWords = foldedPhrases(`
  open, opened, reopened, offen, offene, ouvert, ouverte, abierto, abierta, aberto, aberta, aperto, aperta, otwarta, otwarte, otwarty,
  öppen, öppet, active, aktiv, ongoing, in progress, in bearbeitung, en cours, en curso, em andamento, em aberto, in corso, lopend, in behandeling, w toku, pågående
`);

export const closedWords = foldedSet(`
  closed geschlossen geschlossene geschlossener fermé fermée clôturé clôturée clos cerrado cerrada fechado fechada
  chiuso chiusa gesloten afgesloten zamknięte zamknięta zamknięty stängd stängt avslutad avslutat
`);

/** Say of a whole deal that it ended, and of a part of one nothing: `Demo completed`. */
export const doneWords = foldedSet(`
  done complete completed ended finished finalized abgeschlossen beendet erledigt terminé terminée finalizado finalizada terminado terminada
  concluído concluída finalizado encerrado encerrada concluso conclusa completato voltooid afgerond zakończone zakończona zakończony klar
`);

export const fillers = foldedSet(`
  deal deals opportunity opportunities opp status stage the is and und et y e en i och a phase geschäft chance affaire opportunité
  oportunidad oportunidade negocio negócio opportunità trattativa affare kans verkoopkans szansa affär
`);

/** Words beside won or lost that leave it open whether it is. */
export const hedges = foldedSet(`
  pending verbal verbally likely almost nearly soon expected forecast forecasted probable probably potential potentially yet risk reopen
  reopened awaiting waiting await prevent avoid recover recovery back winback could may might should if until before maybe near
  ausstehend mündlich bald erwartet wahrscheinlich noch vermeiden droht fast vielleicht risiko gefährdet
  attente verbalement presque bientôt probablement oral orale éviter risque
  pendiente casi pronto probablemente riesgo evitar recuperar pendente quase breve provável risco
  attesa quasi presto probabile rischio verbale mondeling bijna binnenkort waarschijnlijk verwacht nog
  prawie wkrótce oczekuje prawdopodobnie ryzyko ustnie nästan snart förväntad väntar muntlig muntligt trolig risk
`);
export const notWords = foldedSet(
  `not never isn't nicht nie kein non pas no nunca não nao niet nooit inte ej aldrig sin sans`,
);

/** What may be an end: a stage with one of these isn't surely open. */
export const endedWords = foldedSet(`
  signed unterschrieben unterzeichnet signé signée firmado firmada assinado assinada firmato firmata getekend ondertekend podpisana podpisane
  podpisany signerat signerad undertecknat paid bezahlt payé pagado pago pagato betaald opłacone betald invoiced live delivered geliefert onboarding
  implementation churn churned expired archived dead order ordered bestellung auftrag commande pedido ordine bestelling zamówienie
  done win wins winning loss losses verlust gewinn perte pérdida sieg
`);

/** Words of stages that deals pass on their way. */
export const stageWords = foldedSet(`
  demo quote trial pilot poc legal lead new meet meeting review need needs sql mql sal cold warm hot intro test early mid late first budget pricing
  paper scope commit pending hold await pipeline upside connect closing call
  termin neu neue offerte recht rechts entscheid rendez rdv devis nouveau nouvelle besoin
  reunión cita visita nuevo nueva nuevos contato contacto nova novo reunião novas incontro incontri nuovo nuova attesa nieuw nieuwe wacht
  oferta umowa nowy nowa nowe analiza avtal möte behov ny nya offert beslut
`);

/** How longer ones begin. */
export const stageStems: readonly string[] = [
  ...foldedSet(`
    qualif prospect discover proposal proposing proposed negotiat quotation quoted evaluat procure commit verbal interest engag contact meeting
    schedul review present forecast nurtur await waiting appointment decision contract analys solution technical valida introduc approach connect consider
    develop outreach stakeholder redlin security initial research scoping working warming
    bedarf angebot verhandl präsent termin erstgespräch entscheid vertrag vertrags kontakt anfrage bewert einkauf klärung warten
    découvert négoci rendez contrat évalua décision besoin intéress proposition
    cualific calific descubr presupuest reunion contrat prospec pendient cotiz propuest propost
    orçament apresent diagnóst contat decis aguard levantament
    trattat preventiv incontr contratt valutaz offert appuntament
    kwalific voorstel onderhandel afspraak kennismak behoeft
    kwalifik negocj propozyc spotkan umowy prezentac oczek
    kvalific förslag förhandl avtals behovs
  `),
];

export const japanese = {
  won: /受注|成約|(?<!不)成立|獲得済/u,
  lost: /失注|不成立|見送り|却下|キャンセル|破談/u,
  hedge: /見込|予定|(?<![年以])前|確度|待|可能|リスク|未|防止/u,
  open: /^(?:オープン|進行中|商談中|対応中)$/u,
  closed: /^(?:クローズ|クローズ済み?|完了|終了)$/u,
  stage: new RegExp(
    folded(
      '商談|提案|見積|交渉|ヒアリング|アポ|検討|見込|初回|訪問|契約|デモ|リード|引合|引き合い|稟議|評価|調査|新規|打ち?合わせ',
    ),
    'u',
  ),
};

export const yesFlags = foldedSet(`
  true t yes y 1 1.0 -1 ja j oui o sí si s sim vero verdadero verdadeiro vrai wahr waar tak prawda sant on x ✓ ✔ ☑ ✅ checked
  はい 真 ○ 有 有効
`);
export const noFlags = foldedSet(`
  false f no n 0 0.0 nein non não nao nee nej nie falso faux falsch onwaar fałsz falskt off ✗ ✘ ☐ ❌ unchecked いいえ 偽 × 無 無効
`);
