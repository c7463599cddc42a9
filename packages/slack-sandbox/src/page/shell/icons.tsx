import type { VNode } from 'preact';

const line = {
  width: 18,
  height: 18,
  viewBox: '0 0 20 20',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': 1.5,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
  'aria-hidden': 'true',
} as const;

/** Two lines in a bubble: a thread. */
export function ThreadIcon(): VNode {
  return (
    <svg {...line}>
      <path d="M4 3.5h12a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5H9L5.5 17.5v-3H4A1.5 1.5 0 0 1 2.5 13V5A1.5 1.5 0 0 1 4 3.5Z" />
      <path d="M6 7.5h8M6 10.5h5" />
    </svg>
  );
}

/** A paper plane: send. */
export function SendIcon(): VNode {
  return (
    <svg {...line} fill="currentColor" stroke="none">
      <path d="M2.6 2.3c-.5-.2-1 .3-.8.8L4 9h7.5a1 1 0 0 1 0 2H4l-2.2 5.9c-.2.5.3 1 .8.8l15-7.1c.5-.2.5-.9 0-1.2z" />
    </svg>
  );
}

/** The triangle at a heading of the sidebar, and at a select. */
export function CaretIcon(): VNode {
  return (
    <svg {...line} width={12} height={12} viewBox="0 0 12 12" fill="currentColor" stroke="none">
      <path d="M2.5 4h7L6 8.5z" />
    </svg>
  );
}
