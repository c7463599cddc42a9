/** Thanks for a won deal. `{account}` is the customer. */
export const winThanks: readonly string[] = [
  '{account} signed because you kept asking about the night shift until somebody told you the truth. Thank you.',
  'Three months with {account} and you never pushed. That’s how I want us to be known.',
  'You got onboarding in early at {account}. They’re starting in a good mood, and so are we.',
  'You told {account} what we can’t do, and they trusted the rest. Nicely done.',
  'Letting their dispatcher present at {account} took nerve, and it won the room.',
  'You held the price at {account} right through the last call. I know that wasn’t easy.',
  '{account} told me you were the only rep who walked the dock. It showed in the proposal.',
];

/** Thanks for something else; ages in calendar days. */
export const otherThanks: readonly { readonly rep: string; readonly ago: number; readonly text: string }[] = [
  {
    rep: 'aisha',
    ago: 50,
    text: 'You stayed with the night shift until the last gate worked. They asked for you by name.',
  },
  {
    rep: 'grace',
    ago: 12,
    text: 'You took Devon through his first proposal line by line, on a Friday at five. Thank you.',
  },
  { rep: 'luca', ago: 42, text: 'You held the price and stayed friendly. I’ve been waiting to see that.' },
  { rep: 'camila', ago: 31, text: 'You wanted five people at one account who’d miss us. You’ve got them.' },
  { rep: 'jamal', ago: 33, text: 'Twelve minutes of listening before the first slide. The customer noticed, too.' },
  { rep: 'arjun', ago: 33, text: 'You gave your best account to a teammate who needed it, and helped her keep it.' },
  {
    rep: 'hannah',
    ago: 48,
    text: 'You called back on a Sunday because a truck was stuck. They told me. You didn’t.',
  },
  { rep: 'emre', ago: 17, text: 'You gave them the number and then waited. I know what that cost you.' },
  {
    rep: 'miguel',
    ago: 36,
    text: 'You asked about the competitor instead of arguing. We learned more in ten minutes than we have all year.',
  },
  {
    rep: 'ingrid',
    ago: 21,
    text: 'You drove back to the yard because the night shift had questions. They’re still talking about it.',
  },
];

/** What leads thank their managers for. */
export const managerThanks: readonly string[] = [
  'You gave up your own Thursday so that somebody could have backup on a customer visit. I saw that.',
  'You brought me bad news early, with a plan. That’s worth more than a good forecast.',
  'Two of your people told me this month that you called before they had to ask. Keep doing that.',
  'You took the pricing fight off your team’s plate and finished it. Thank you.',
];
