/** What managers promise as weeks go by: reads well after “You promised Camila”. */
export const promiseWords: readonly string[] = [
  'an answer on the travel budget',
  'a word with engineering about the trial dates',
  'a second pair of eyes on the renewal numbers',
  'an introduction at the port authority',
  'a faster path through pricing approval',
  'an afternoon on your next discovery calls',
  'a reference in cold storage',
  'an hour on the territory plan',
  'two expo passes from marketing',
  'a decision on the second demo account',
  'the slides from the board meeting',
  'an answer from HR on working from home on Fridays',
  'a spot on the procurement workshop',
  'an update on the quoting tool',
  'a way out of the Wednesday report',
  'feedback on your account plan',
];
