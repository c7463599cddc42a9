/** What stands in a message or view, for reading in a test. */
import type { Json, JsonObject } from '@firstline/slack-sandbox';

/** As it goes over the wire. */
export function asJson(value: unknown): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}

/** The labels of all buttons, in their order. */
export function buttonsOf(value: unknown): string[] {
  return elementsIn(asJson({ value })).flatMap((element) => {
    const text = element['text'];
    const label = isRecord(text) ? text['text'] : undefined;
    return element['type'] === 'button' && typeof label === 'string' ? [label] : [];
  });
}

/** Every word that is shown, with line breaks between. */
export function wordsOf(value: unknown): string {
  return elementsIn(asJson({ value }))
    .flatMap((element) => (typeof element['text'] === 'string' ? [element['text']] : []))
    .join('\n');
}

function elementsIn(value: Json | undefined): JsonObject[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(elementsIn);
  return isRecord(value) ? [value, ...Object.values(value).flatMap(elementsIn)] : [];
}

function isRecord(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
