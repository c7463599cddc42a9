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
    text: 'Open the proposal with three things the customer said on the first call.',
    heardAgo: 26,
    used: { ago: 17, where: 'the template the whole team uses now', creditedAgo: 16 },
  },
  {
    rep: 'luca',
    text: 'A ten-minute video tour of a yard instead of slides.',
    heardAgo: 33,
    used: { ago: 18, where: 'two of Tom’s first calls' },
  },
  { rep: 'aisha', text: 'Send a sample first invoice with the quote, so nobody gets a surprise.', heardAgo: 45 },
  {
    rep: 'grace',
    text: 'New hires listen to three lost calls before they hear a won one.',
    heardAgo: 50,
    used: { ago: 30, where: 'Devon’s first two weeks', creditedAgo: 28 },
  },
  { rep: 'camila', text: 'Sell the port operators one gate first, free for a month.', heardAgo: 24 },
  {
    rep: 'jamal',
    text: 'Let a customer’s dispatcher take questions in the final round.',
    heardAgo: 48,
    used: { ago: 33, where: 'the last two reference calls', creditedAgo: 31 },
  },
  { rep: 'ingrid', text: 'A winter checklist for snowed-in yards, with our logo on it.', heardAgo: 11 },
  {
    rep: 'clara',
    text: 'A yearly review visit with every renewal, not only the big ones.',
    heardAgo: 48,
    used: { ago: 34, where: 'every renewal since', creditedAgo: 33 },
  },
  { rep: 'arjun', text: 'Swap one customer a month with a teammate and compare notes.', heardAgo: 18 },
  { rep: 'linh', text: 'Show payback in truck hours instead of dollars.', heardAgo: 9 },
];
