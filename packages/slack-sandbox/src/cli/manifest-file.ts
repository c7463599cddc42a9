import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { JsonObject } from '../contract.ts';
import { objectOf } from '../json.ts';

/**
 * An app manifest from a file; JSON is YAML, too.
 * @throws Error with a sentence if the file can't be read or is no manifest
 */
export async function readManifestFile(path: string): Promise<JsonObject> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(`${path} can’t be read. Give the path of your app’s manifest, YAML or JSON.`, { cause });
  });
  let manifest: JsonObject | undefined;
  try {
    manifest = objectOf(parse(text));
  } catch (cause) {
    throw new Error(`${path} is neither YAML nor JSON.`, { cause });
  }
  if (objectOf(manifest?.['display_information']) === undefined)
    throw new Error(`${path} is no app manifest: display_information is missing.`);
  return manifest ?? {};
}
