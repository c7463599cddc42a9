/** What people want from this job, as they wrote it themselves; by handle. */
export const goals: Readonly<Record<string, readonly string[]>> = {
  dana: ['Six people who’d choose to work with me again.'],
  marcus: ['Learn to coach without taking the wheel.'],
  katrin: ['See two of my people run teams of their own.'],
  weilin: ['Be on the road with somebody every week, not every month.'],

  priya: ['Run one deal a year that needs the board, and be trusted with it from the first call.'],
  tom: ['Pay off the house by 45.', 'Learn to say no to deals that only look big.'],
  aisha: ['Lead a team in three years. I’d like to know whether you see that, too.'],
  luca: ['Be known for something other than energy: clean, calm negotiations.'],
  grace: ['Teach. Half of my time with customers, half with the new ones.'],
  devon: ['Close one deal on my own within half a year, with nobody rescuing me.'],
  camila: ['Take the Florida ports from zero to our best region.'],
  andre: ['A predictable month. My daughter starts school, and I want to be there at three.'],
  hannah: ['Move into partnerships within two years.'],
  jamal: ['Make the president’s club once and take my mother along.'],
  nora: ['Stop losing at the last step. I want to understand why it happens.'],
  jonas: ['Build our first account in pharma and write down how.'],
  ingrid: ['Work from Tromsø two months a year without anybody noticing in the numbers.'],
  mateusz: ['Ten years in: pass on what I know before I forget that I ever learned it.'],
  sofia: ['Speak at the next logistics fair.'],
  emre: ['Sell to the CFO, not only to the yard. I freeze there.'],
  clara: ['Grow with the customers I have. New names don’t interest me much.'],
  arjun: ['Manage the Singapore team one day, and deserve it.'],
  nurul: ['More time on the road, less in the office.'],
  kenji: ['Be the one whom colleagues ask about cold chains.'],
  linh: ['Understand the money behind a deal as well as the customer does.'],
  miguel: ['Double my territory and hire somebody for it.'],
};

/** What managers expect of the people on their team. */
export const expectations: readonly string[] = [
  'Every open deal has a next step with a day and a name. If there is none, say so; that is fine once, not twice.',
  'You tell me bad news on the day you hear it. I’ll never hold the news against you.',
  'Before an offer goes out you have spoken to the person who will use it, not only to the one who pays.',
  'A customer’s question gets an answer within one working day, even if the answer is “by Thursday”.',
  'We don’t discount without getting something for it. What we get is written in the offer.',
  'You come to our talks with your own view first. I’ll come with mine, and we compare.',
];
