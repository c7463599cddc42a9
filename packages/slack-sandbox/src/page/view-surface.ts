import { useEffect, useRef, useState } from 'preact/hooks';
import type { JsonObject, PageView } from '../contract.ts';
import { usePage } from './context.ts';
import { statefulElements, wholeState } from './elements/values.ts';
import { textAt } from './json.ts';
import type { BlockSurface, StateValues } from './surface.tsx';

const pauseMs = 300;

/** What was typed into views and not yet come back from the sandbox; it outlives redrawing. */
const drafts = new Map<string, StateValues>();

export interface ViewSurface {
  surface: BlockSurface;
  /** Submits the view with all that stands in it. False where the sandbox refused; what is wrong stands in the view. */
  submit: () => Promise<boolean>;
  /** True while the submission waits. */
  waiting: boolean;
}

function onlyPresent(values: StateValues, blocks: readonly JsonObject[]): StateValues {
  const present: StateValues = {};
  for (const { blockId, element } of statefulElements(blocks)) {
    const actionId = textAt(element, 'action_id') ?? '';
    const value = values[blockId]?.[actionId];
    if (value?.['type'] === element['type'] && value !== undefined) {
      present[blockId] = { ...present[blockId], [actionId]: value };
    }
  }
  return present;
}

/** The surface of a modal or of Home: keeps what is typed, tells the sandbox after a pause, and submits. */
export function useViewSurface(view: PageView): ViewSurface {
  const { workspace, state } = usePage();
  const [, redraw] = useState(0);
  const [corrected, setCorrected] = useState<ReadonlySet<string>>(new Set());
  const [submitting, setSubmitting] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const as = state.me.id;
  const latest = useRef(view);
  latest.current = view;

  const typed = (blockId: string, actionId: string): JsonObject | undefined =>
    (drafts.get(view.id) ?? {})[blockId]?.[actionId] ?? view.values[blockId]?.[actionId];

  const allTyped = (): StateValues => {
    const own = drafts.get(view.id) ?? {};
    const merged: StateValues = {};
    for (const blockId of new Set([...Object.keys(latest.current.values), ...Object.keys(own)])) {
      merged[blockId] = { ...latest.current.values[blockId], ...own[blockId] };
    }
    return onlyPresent(merged, latest.current.blocks);
  };

  const flush = async (): Promise<void> => {
    if (timer.current === undefined) return;
    clearTimeout(timer.current);
    timer.current = undefined;
    await workspace.act({ do: 'values', as, viewId: view.id, values: allTyped() });
  };
  const lastFlush = useRef(flush);
  lastFlush.current = flush;

  // What an update of the view took away is forgotten, as Slack does.
  useEffect(() => {
    const own = drafts.get(view.id);
    if (own !== undefined) drafts.set(view.id, onlyPresent(own, view.blocks));
  }, [view.id, view.hash, view.blocks]);
  useEffect(() => setCorrected(new Set()), [JSON.stringify(view.errors)]);
  useEffect(() => {
    const leave = (): void => void lastFlush.current();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [view.id]);

  const keep = (blockId: string, actionId: string, value: JsonObject): void => {
    const own = drafts.get(view.id) ?? {};
    drafts.set(view.id, { ...own, [blockId]: { ...own[blockId], [actionId]: value } });
    setCorrected((before) => new Set([...before, blockId]));
    redraw((count) => count + 1);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), pauseMs);
  };

  const surface: BlockSurface = {
    kind: view.type,
    typed,
    keep,
    error: (blockId) => (corrected.has(blockId) ? undefined : view.errors[blockId]),
    async press(action) {
      await flush();
      return workspace.actOrTell({ do: 'action', as, place: { viewId: view.id }, action });
    },
  };

  const submit = async (): Promise<boolean> => {
    const values = wholeState(view.blocks, typed);
    clearTimeout(timer.current);
    timer.current = undefined;
    setSubmitting(true);
    const done = await workspace.actOrTell({ do: 'submit', as, viewId: view.id, values });
    setSubmitting(false);
    setCorrected(new Set());
    return done;
  };
  return { surface, submit, waiting: submitting || view.waiting };
}
