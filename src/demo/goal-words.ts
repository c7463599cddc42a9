/** What people want from this job, as they wrote it themselves; by handle. */
export const goals: Readonly<Record<string, readonly string[]>> = {
  dana: ['Six people who’d choose to work for me again.'],
  marcus: ['Learn to coach without grabbing the wheel.'],
  katrin: ['See two of my people run teams of their own.'],
  weilin: ['Be on the road with somebody every week, not every month.'],

  priya: ['Run one board-level deal a year, and be trusted with it from the first call.'],
  tom: ['Pay off the house by 45.', 'Learn to say no to deals that only look big.'],
  aisha: ['Lead a team in three years. I’d like to know if you see that, too.'],
  luca: ['Be known for something besides energy: clean, calm negotiations.'],
  grace: ['Teach. Half my time with customers, half with the new hires.'],
  devon: ['Close one deal on my own within six months, with nobody rescuing me.'],
  camila: ['Take the Florida ports from zero to our best region.'],
  andre: ['A predictable month. My daughter starts school, and I want to be there at three.'],
  hannah: ['Move into partnerships within two years.'],
  jamal: ['Make president’s club once and take my mom.'],
  nora: ['Stop losing at the last step. I want to know why it happens.'],
  jonas: ['Build our first pharma account and write down how.'],
  ingrid: ['Work from Tromsø two months a year without it showing in my numbers.'],
  mateusz: ['Ten years in: pass on what I know before I forget I ever learned it.'],
  sofia: ['Speak at the next logistics fair.'],
  emre: ['Sell to the CFO, not only to the yard. I freeze there.'],
  clara: ['Grow the customers I have. New logos don’t interest me much.'],
  arjun: ['Run the Singapore team one day, and deserve it.'],
  nurul: ['More time on the road, less in the office.'],
  kenji: ['Be the one people ask about cold chain.'],
  linh: ['Understand the money behind a deal as well as the customer does.'],
  miguel: ['Double my territory and hire somebody for it.'],
};

/** What managers expect of the people on their team. */
export const expectations: readonly string[] = [
  'Every open deal has a next step with a date and a name. If there isn’t one, say so. Once is fine, twice isn’t.',
  'Bring me bad news the day you hear it. I’ll never hold it against you.',
  'Before a proposal goes out, you’ve talked to the person who’ll use it, not only the one who pays.',
  'Customer questions get an answer within one working day, even if the answer is “by Thursday”.',
  'We don’t discount without getting something back, and what we get is in the proposal.',
  'Come to our one-on-ones with your own view first. I’ll bring mine, and we compare.',
];
