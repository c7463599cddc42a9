import { useEffect, useRef } from 'preact/hooks';

/** Where the keyboard was: the control, and how to find what stands in its place once it has been drawn anew or is gone. */
export interface Spot {
  control: HTMLElement;
  words: string;
  /** The `ts` of the message that it was in. */
  message: string | undefined;
  /** The button that opened the menu that it was in. */
  opener: HTMLElement | undefined;
}

/** The place of an element, to come back to. */
function spotOf(element: Element | null): Spot | undefined {
  if (!(element instanceof HTMLElement) || element === document.body) return undefined;
  const menu = element.closest<HTMLElement>('[popover]');
  return {
    control: element,
    words: wordsOf(element),
    message: element.closest<HTMLElement>('[data-ts]')?.dataset['ts'],
    opener: (menu && document.querySelector<HTMLElement>(`[popovertarget="${CSS.escape(menu.id)}"]`)) ?? undefined,
  };
}

/** Puts the keyboard back: to the control itself, to one of the same words in its message, to the message, to what fills the page. */
function returnTo(spot: Spot): void {
  const { control, words, message, opener } = spot;
  const place =
    message === undefined
      ? document.querySelector<HTMLElement>('.home')
      : document.querySelector<HTMLElement>(`[data-ts="${CSS.escape(message)}"]`);
  const alike = [...(place?.querySelectorAll<HTMLElement>('button, select, input') ?? [])].find(
    (one) => words !== '' && wordsOf(one) === words,
  );
  for (const candidate of [control, opener, alike, place, document.getElementById('main')]) {
    if (!candidate?.isConnected) continue;
    candidate.focus({ preventScroll: true });
    if (document.activeElement === candidate) return;
  }
}

/** Gives the focus back to what had it before something opened. A dialog that is simply removed does not. */
export function useReturnFocus(open: boolean): void {
  const spot = useRef<Spot>(undefined);
  if (open) spot.current ??= spotOf(document.activeElement);
  useEffect(() => {
    if (!open) return undefined;
    return () => {
      if (spot.current !== undefined) returnTo(spot.current);
      spot.current = undefined;
    };
  }, [open]);
}

/** Holds on to the focus when what had it is drawn away, as the buttons of a message are once it is answered. */
export function useKeptFocus(): void {
  const last = useRef<Spot>(undefined);
  useEffect(() => {
    const remember = ({ target }: FocusEvent): void => {
      last.current = spotOf(target instanceof Element ? target : null);
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  useEffect(() => {
    const spot = last.current;
    if (spot !== undefined && !spot.control.isConnected && document.activeElement === document.body) returnTo(spot);
  });
}

function wordsOf(element: HTMLElement): string {
  return (element.getAttribute('aria-label') ?? element.textContent).trim();
}
