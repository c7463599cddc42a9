/** Sentences about a file of deals as a whole, for whoever imported it. */
const mostStagesShown = 8;

export interface DealCounts {
  /** Rows whose cell for the owner says that nobody has the deal. */
  readonly withoutOwner: number;
  /** Rows that say the same of a deal as a row before. */
  readonly repeated: number;
  /** Stages that nothing calls won, lost or open, with how many rows each. */
  readonly unknownStages: ReadonlyMap<string, number>;
}

export function noteDeals({ withoutOwner, repeated, unknownStages }: DealCounts): string[] {
  const stages = [...unknownStages].toSorted(([, one], [, other]) => other - one);
  const [first] = stages;
  const shown = stages.slice(0, mostStagesShown).map(([stage, rows]) => `“${stage}” (${rows.toLocaleString('en')})`);
  const more = stages.length > mostStagesShown ? ` and ${stages.length - mostStagesShown} more` : '';
  return [
    ...(repeated === 0
      ? []
      : [
          `${repeated.toLocaleString('en')} ${repeated === 1 ? 'row says' : 'rows say'} the same of a deal as a row above: each deal is in once.`,
        ]),
    ...(withoutOwner === 0
      ? []
      : [
          `${withoutOwner.toLocaleString('en')} ${withoutOwner === 1 ? 'deal has' : 'deals have'} no owner: nobody is nudged about ${withoutOwner === 1 ? 'it' : 'them'}.`,
        ]),
    ...(first === undefined
      ? []
      : [
          `Read as open, because nothing says how they end: ${shown.join(', ')}${more}. ` +
            `If one of them is an end, say so once: --map-value "${first[0]}=lost", or =won.`,
        ]),
  ];
}
