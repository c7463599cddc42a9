/** d. The digest of a lead of sixty managers, in companies of thousands. */
import { runChild } from '../child.ts';
import type { DigestRun } from '../children/digest.ts';
import { managersPerLead, repsPerManager } from '../company/shape.ts';
import type { Measure, Part } from '../measure.ts';

export const measureDigest: Part = async ({ sizes, companyOf, say }) => {
  const measures: Measure[] = [];
  let first: { readonly reps: number; readonly milliseconds: number } | undefined;
  for (const reps of sizes.filter((size) => size >= managersPerLead * repsPerManager)) {
    say(`d: ${reps} reps`);
    const run = await runChild<DigestRun>('children/digest.ts', [await companyOf(reps)]);
    const of = `${reps.toLocaleString('en-US')} reps`;
    measures.push(
      {
        part: 'd',
        what: `digest over 60 managers, ${of}`,
        value: run.milliseconds,
        unit: 'ms',
        ...(first !== undefined && {
          against: { what: `${first.reps.toLocaleString('en-US')} reps`, value: first.milliseconds },
        }),
      },
      { part: 'd', what: `longest block, ${of}`, value: run.longestBlock, unit: 'ms' },
    );
    first ??= { reps, milliseconds: run.milliseconds };
  }
  return measures;
};
