/** What is to be allowed for once. */

const percent = String.raw`\b\d{1,2}(?:\.\d+)?\s?(?:%|percent\b|pct\b)`;

interface ExceptionDescription {
  readonly kind: string;
  readonly label: string;
  /** After the rep's name. */
  readonly request: string;
  /** Words by which a sentence asks for this. */
  readonly saidAs: RegExp;
}

/** In the order in which they are offered. */
export const exceptions = [
  {
    kind: 'discount',
    label: 'A discount',
    request: 'asks for a discount',
    saidAs: new RegExp(
      String.raw`\bdiscount|${percent}\s*(?:off|for|on|to (?:close|win|get|land|keep|save)|by\b|[,.!?]|$)|^\W*${percent}|\bknock\b.{0,30}\boff\b|\b(?:price|pricing)\b.{0,20}\b(?:match|break|cut|exception)|\bmatch\b.{0,25}\b(?:price|quote|offer)|\b(?:lower|drop|cut|reduce)\b.{0,20}\b(?:price|rate)|\bspecial pricing|\$[\d,.]+k?\s+off\b`,
      'iu',
    ),
  },
  {
    kind: 'terms',
    label: 'Other terms',
    request: 'asks for other terms',
    saidAs:
      /\bnet[ -]?(?:30|45|60|90|120)\b|\b(?:payment|contract|extended|custom|other|better) terms\b|\bopt[ -]?out\b|\btermination (?:clause|right)|\bauto-?renew|\bredlines?\b|\bquarterly (?:billing|payments?)|\bmonthly (?:billing|payments?)|\bpay (?:monthly|quarterly)/iu,
  },
  {
    kind: 'delivery',
    label: 'Other delivery',
    request: 'asks for other delivery',
    saidAs:
      /\b(?:rush|expedite|early|faster|earlier|sooner)\b.{0,20}\b(?:delivery|shipping|shipment|shipped|install|go-?live|order)|\bexpedited?\b|\bship (?:it |this |them )?(?:early|sooner|faster|by|before)|\bdeliver(?:y|ed)? (?:date|by|before|earlier|early|sooner)/iu,
  },
  {
    kind: 'credit',
    label: 'Credit',
    request: 'asks for credit',
    saidAs:
      /\bcredit (?:limit|line|check|hold|terms|note|memo|approval)|\b(?:raise|extend|increase)\b.{0,20}\bcredit\b|\brefund\b|\bservice credits?\b/iu,
  },
  {
    kind: 'other',
    label: 'Something else',
    request: 'asks for an exception',
    saidAs: /\ban exception\b|\bwaive\b/iu,
  },
] as const satisfies readonly ExceptionDescription[];

export type ExceptionKind = (typeof exceptions)[number]['kind'];

export const exceptionKinds: readonly ExceptionKind[] = exceptions.map(({ kind }) => kind);

export function describeException(kind: ExceptionKind): ExceptionDescription {
  const described = exceptions.find((exception) => exception.kind === kind);
  if (described === undefined) throw new Error(`No kind of exception is called ${kind}`);
  return described;
}
