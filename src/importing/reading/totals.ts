/** Lines that reports and pivots print between and under the rows: sums, counts, and what the report says of itself. */

/** In English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Swedish and Japanese, as Excel and Salesforce name them. */
const words = [
  '(?:grand |sub[- ]?)?totals?|sum|count|record count|average|avg|total records|total rows',
  '(?:zwischen|gesamt)?summe|gesamt|insgesamt|(?:gesamt|teil)?ergebnis|anzahl|durchschnitt',
  '(?:sous[- ]?)?total(?: général)?|totaux|somme|nombre|moyenne',
  '(?:sub)?total(?:es)?(?: general)?|suma|recuento|promedio',
  'total geral|soma|contagem|média',
  '(?:sub)?totale(?: complessivo| generale)?|somma|conteggio|media',
  '(?:sub|eind)?totaal|som|aantal|gemiddelde',
  'razem|suma(?: (?:końcowa|częściowa))?|łącznie|liczba|średnia',
  'totalt|totalsumma|(?:del|slut)?summa|antal|medel(?:värde)?',
  '合計|小計|総計|件数|個数|平均',
].join('|');
const total = new RegExp(
  `^(?:${words})(?:\\s*\\(.*\\))?\\s*[:：]?\\s*[\\d.,]*(?:\\s+(?:of|von|de|di|do|da|van)\\s.{1,60})?$`,
  'iu',
);
const ofGroup =
  /^(?:(?:sub)?total|sous-total|teilergebnis)\s.+|.+\s(?:(?:sub)?totals?|ergebnis|totaal|totale)$|.+(?:の?合計|小計)$/iu;
/** What only a part of the rows is summed up by. */
const subtotal = /sub[- ]?total|zwischensumme|teilergebnis|sous[- ]?total|小計/iu;

const furniture = new RegExp(
  [
    '^(?:strictly )?confidential\\b|^copyright\\b|^©|^\\(c\\) (?:19|20)\\d\\d|^all rights reserved|^end of (?:report|file)|^grand totals?\\b',
    '^(?:report |file )?(?:generated|created|exported|printed|downloaded|run) (?:by|on|at|from)\\b|^as of\\b|^data as of\\b',
    '^(?:report|filters?|filtered by|report (?:name|title|filters?|run|date)|run (?:date|by)|last (?:updated|refreshed)|source)\\s*(?:applied)?\\s*:',
    '^page \\d+|^showing \\d+|^report filters?\\b|^filtered by\\b|^rows? \\d+',
    '^(?:streng )?vertraulich\\b|^(?:erstellt|exportiert|gedruckt|generiert) (?:von|am|durch)\\b|^stand\\s*:|^stand (?:vom )?\\d|^seite \\d+|^(?:bericht|filter|quelle)\\s*:|^alle rechte vorbehalten',
    '^confidentiel|^(?:généré|créé|exporté|imprimé|édité) (?:par|le)\\b|^tous droits réservés|^(?:rapport|filtres?|source)\\s*:',
    '^confidencial\\b|^(?:generado|creado|exportado|impreso) (?:por|el)\\b|^todos los derechos|^(?:informe|filtros?|fuente)\\s*:|^página \\d+',
    '^(?:gerado|criado|exportado|impresso) (?:por|em)\\b|^todos os direitos|^(?:relatório|fonte)\\s*:',
    '^riservato\\b|^(?:generato|creato|esportato|stampato) (?:da|il)\\b|^tutti i diritti|^(?:rapporto|filtri|fonte)\\s*:|^pagina \\d+',
    '^vertrouwelijk\\b|^(?:gegenereerd|gemaakt|geëxporteerd|afgedrukt) (?:door|op)\\b|^alle rechten|^(?:rapport|bron)\\s*:',
    '^(?:機密|社外秘|作成者|作成日|出力日|出力者|更新日)|ページ$',
  ].join('|'),
  'iu',
);

const number =
  /^[\p{Sc}\s(−-]*(?:[A-Z]{1,3}\$?|zł|kr\.?|Kč|Ft)?\s?[\d.,'’\s\u00a0]+\)?\s?(?:[kKmM]|bn|Mio\.?|Mrd\.?)?\s?(?:%|\p{Sc}|[A-Z]{1,2}\$|[A-Z]{3}|zł|kr\.?|Kč|Ft|円)?$|^[-–—]$/u;

export function isTotal(cell: string): boolean {
  return total.test(cell.trim());
}

export function isFurniture(cell: string): boolean {
  return furniture.test(cell.trim());
}

/**
 * Is the row one of sums and counts? It says so in a cell, has nothing but numbers behind it, and at most the names of its group
 * before it. Somebody who is called Total has an address, an id or a manager beside the name.
 * @param anchors the columns of which every row of data has one filled in
 */
export function isTotalLine(cells: readonly string[], anchors: readonly number[]): boolean {
  const at = cells.findIndex((cell) => cell !== '' && (isTotal(cell) || ofGroup.test(cell.trim())));
  if (at < 0) return false;
  const isPlain = isTotal(cells[at] ?? '');
  if (!isPlain && anchors.includes(at)) return false;
  const anchored = anchors.filter((column) => column !== at && (cells[column] ?? '').trim() !== '');
  if (anchored.some((column) => !isTotal(cells[column] ?? '') && !number.test((cells[column] ?? '').trim())))
    return false;
  const behind = cells.slice(at + 1).map((cell) => cell.trim());
  if (!behind.every((cell) => cell === '' || number.test(cell) || isTotal(cell))) return false;
  const before = cells.slice(0, at).filter((cell) => cell.trim() !== '');
  return before.length <= 2 && (cells.length > 1 || isPlain);
}

export function isSubtotal(cells: readonly string[]): boolean {
  return cells.some((cell) => subtotal.test(cell));
}

export function isNumber(cell: string): boolean {
  return number.test(cell.trim());
}
