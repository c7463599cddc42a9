/** Thanks for a won deal. `{account}` is the customer. */
export const winThanks: readonly string[] = [
  '{account} signed because you kept asking about their nights until somebody told you the truth. Thank you.',
  'Three months of patience with {account}, and never a pushy word. That is how I’d like us to be known.',
  'You brought onboarding in early at {account}. They start in a good mood, and so does the rest of us.',
  'At {account} you told them what we can’t do, and they trusted the rest. Thank you for that.',
  'You let their dispatcher present at {account}. It was brave, and it won the room.',
];

/** Thanks for something else; ages in calendar days. */
export const otherThanks: readonly { readonly rep: string; readonly ago: number; readonly text: string }[] = [
  {
    rep: 'aisha',
    ago: 44,
    text: 'You stayed with the night shift until the last gate worked. They asked for you by name.',
  },
  {
    rep: 'grace',
    ago: 12,
    text: 'You took Devon through his first offer line by line, on a Friday at five. Thank you.',
  },
  { rep: 'luca', ago: 15, text: 'You held the price and stayed friendly. I’ve waited to see that, and it was good.' },
  { rep: 'camila', ago: 2, text: 'Five people at one account who would miss us: you set out to do that, and you did.' },
  { rep: 'jamal', ago: 16, text: 'Twelve minutes of listening before the first screen. The customer noticed, too.' },
  { rep: 'arjun', ago: 33, text: 'You gave your best account to a colleague who needed it, and helped her keep it.' },
  {
    rep: 'hannah',
    ago: 48,
    text: 'You called back on a Sunday because a truck stood still. They told me, you didn’t.',
  },
  { rep: 'emre', ago: 17, text: 'You stayed silent after the number. I know what it cost you.' },
  {
    rep: 'miguel',
    ago: 20,
    text: 'You asked about the competitor instead of arguing. We learned more in ten minutes than all year.',
  },
  {
    rep: 'ingrid',
    ago: 23,
    text: 'You drove back to the yard because the night shift had questions. They talk about it still.',
  },
];

/** What leads thank their managers for. */
export const managerThanks: readonly string[] = [
  'You gave up your own Thursday so that somebody could take a customer visit with backup. I saw it.',
  'You told me bad news early, with a plan. That is worth more than a good forecast.',
];
