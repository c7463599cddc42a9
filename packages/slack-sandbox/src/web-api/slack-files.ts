import type { BlockProblem, Json } from '../contract.ts';
import type { Engine } from '../engine.ts';
import { isList, isObject, objectOf, textOf } from '../json.ts';

/** Refuses image blocks whose slack_file is not there or not uploaded. */
export function refuseUnknownFiles(
  engine: Engine,
  blocks: Json | undefined,
  pointer: string,
  refuse: (problems: readonly BlockProblem[]) => void,
): void {
  refuse(problemsIn(engine, blocks ?? null, pointer));
}

function problemsIn(engine: Engine, value: Json, pointer: string): readonly BlockProblem[] {
  if (isList(value)) return value.flatMap((entry, index) => problemsIn(engine, entry, `${pointer}/${index}`));
  if (!isObject(value)) return [];
  const file = objectOf(value['slack_file']);
  const own =
    file && !isUploaded(engine, textOf(file['id']), textOf(file['url']))
      ? [{ pointer: `${pointer}/slack_file`, message: 'invalid slack file' }]
      : [];
  const inside = Object.entries(value).flatMap(([key, entry]) =>
    entry === undefined || key === 'slack_file' ? [] : problemsIn(engine, entry, `${pointer}/${key}`),
  );
  return [...own, ...inside];
}

function isUploaded(engine: Engine, id: string | undefined, url: string | undefined): boolean {
  const wanted = id ?? url?.split('/').at(-1)?.split('?').at(0) ?? '';
  return engine.workspace.files.get(wanted)?.completed === true;
}
