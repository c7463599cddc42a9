/** What managers promise as weeks go by: reads well after “You promised Camila”. */
export const promiseWords: readonly string[] = [
  'an answer on the travel budget',
  'a word with engineering about the trial dates',
  'a second pair of eyes on the renewal numbers',
  'an intro to their new ops director',
  'a faster path through pricing approval',
  'to sit in on your next discovery call',
  'a reference in cold storage',
  'an hour on the territory plan',
  'to talk to marketing about the expo passes',
  'a decision on the second demo account',
  'the slides from the board meeting',
  'to ask HR about working from home on Fridays',
  'a spot on the procurement workshop',
  'an update on the quoting tool',
  'to get you out of the Wednesday report',
  'feedback on your account plan',
];
