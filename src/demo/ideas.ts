/** Something that a rep thought of; ages in calendar days. */
export interface DemoIdea {
  readonly rep: string;
  readonly text: string;
  readonly heardAgo: number;
  readonly used?: { readonly ago: number; readonly where: string; readonly creditedAgo?: number };
}

export const ideas: readonly DemoIdea[] = [
  {
    rep: 'priya',
    text: 'Start the offer with the customer’s own three sentences from the first call.',
    heardAgo: 26,
    used: { ago: 17, where: 'the template that the whole team uses now', creditedAgo: 16 },
  },
  {
    rep: 'luca',
    text: 'A ten-minute video tour of a yard instead of slides.',
    heardAgo: 33,
    used: { ago: 18, where: 'two first calls of Tom’s' },
  },
  { rep: 'aisha', text: 'Show the first invoice next to the offer, so that nobody is surprised.', heardAgo: 36 },
  {
    rep: 'grace',
    text: 'New colleagues listen to three lost calls before they hear a won one.',
    heardAgo: 44,
    used: { ago: 30, where: 'Devon’s first two weeks', creditedAgo: 28 },
  },
  { rep: 'camila', text: 'Sell the port operators one gate first, free for a month.', heardAgo: 15 },
  {
    rep: 'jamal',
    text: 'Let a customer’s dispatcher answer questions in the last round.',
    heardAgo: 40,
    used: { ago: 27, where: 'the last two reference calls', creditedAgo: 25 },
  },
  { rep: 'ingrid', text: 'Winter checklists for yards under snow, with our logo.', heardAgo: 11 },
  {
    rep: 'clara',
    text: 'Yearly review visits with every renewal, not only the large ones.',
    heardAgo: 48,
    used: { ago: 34, where: 'every renewal since', creditedAgo: 33 },
  },
  { rep: 'arjun', text: 'Swap one customer a month with a colleague and compare notes.', heardAgo: 18 },
  { rep: 'linh', text: 'Show payback in truck hours instead of dollars.', heardAgo: 9 },
];
