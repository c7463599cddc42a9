/** Colours that stay apart for those who see few: each differs in lightness, and none says anything that a shape doesn't say, too. */
export const inks = {
  ground: '#fcfbf8',
  edge: '#e2ddd2',
  text: '#1f2a33',
  quietText: '#56616b',
  rule: '#e6e1d7',
  /** Seen; a value. */
  strong: '#1b6a78',
  /** The part of a bar that isn't filled. */
  faint: '#dfe9ea',
  /** Missed; under half. */
  warm: '#c2410c',
  warmGround: '#fdeadd',
  quiet: '#9aa5ab',
} as const;
