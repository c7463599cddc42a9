/** What managers write down of the talks that come round more slowly, by behaviour and field. `{name}` is the rep's first name. */
import type { Texts } from '../store/interactions.ts';

export const connectWords: readonly Texts[] = [
  { what: 'Lunch at the Korean place. {name} restores old bikes and just sold one.' },
  { what: 'Walked around the harbor after the workshop. Mostly talked about family.' },
  { what: 'Coffee before work. {name} coaches a youth team on Saturdays and says it’s harder than any buyer.' },
  { what: 'Took the same train home. {name} grew up above a bakery and still gets up at five.' },
  { what: 'Lunch, phones away. Told {name} about my first year in sales, when I nearly quit.' },
  { what: 'Met the family at the harbor fair. The kids know all our truck logos.' },
  { what: '{name} plays in a band and invited the team. I’m going.' },
];

export const wishes: readonly (Texts & { readonly sort: string })[] = [
  { wish: 'A price list that doesn’t need three tabs open at once.', sort: 'tool' },
  { wish: 'One page on what happens after signing. Buyers ask every time.', sort: 'material' },
  { wish: 'Quotes over $50K take two signatures and four days. One would do.', sort: 'process' },
  { wish: 'An afternoon with somebody who knows customs paperwork.', sort: 'training' },
  { wish: 'Drop the Wednesday report. Nobody has asked about it in months.', sort: 'time' },
  { wish: 'The demo account resets during calls. Twice this month.', sort: 'tool' },
  { wish: 'Nothing right now, but glad I asked.', sort: 'nothing' },
  { wish: 'A cold storage reference to name on a first call.', sort: 'material' },
];

export const plansAskedFor: readonly Texts[] = [
  { plan: 'Two sites deep instead of five wide this quarter: yard managers first, then whoever holds the budget.' },
  { plan: 'Call every customer who left a trial unfinished before budgets freeze.' },
  { plan: 'Build the case on the dispatcher’s own numbers and let her present it.' },
  { plan: 'Fewer demos, more days on the dock. Wants to try it for three weeks.' },
  { plan: 'Start with the renewals coming up and ask each one for an introduction.' },
  { plan: 'Drop the two deals that never answer and put the time into the one that does.' },
  { plan: 'Get three warehouse leads together for breakfast and let them compare notes.' },
];

export const careerTalks: readonly Texts[] = [
  {
    towards: 'Bigger accounts first, then a team. No rush.',
    step: 'Shadows the next enterprise deal from the first call.',
  },
  { towards: 'Wants to stay in the field and be the best at it.', step: 'We read what the principal level asks for.' },
  { towards: 'Curious about solutions engineering.', step: 'Two days with the engineers next month. I’ll ask them.' },
  { towards: 'Would like to lead people one day.', step: 'Takes our next new hire under their wing for a month.' },
  { towards: 'A year abroad, if there’s a way.', step: 'I’ll find out who decides on transfers.' },
  { towards: 'Isn’t sure, and that’s fine.', step: 'We list what gives energy and what takes it.' },
];

export const briefQuestions: readonly Texts[] = [
  { questions: 'Why don’t we go after couriers? They switch software every year, and now we can both say so.' },
  { questions: 'How to explain our price against the free tool. We practiced it with hours lost at the gate.' },
  { questions: 'Which of the three segments comes first when there’s only one afternoon.' },
  { questions: 'What exactly a customer gets out of the first ninety days.' },
];

export const goalTalks: readonly Texts[] = [
  { help: 'I’ll open two doors at headquarters and keep Fridays free of reports.' },
  { help: 'A seat in the pricing round, and honest feedback afterwards.' },
  { help: 'I’ll talk to enablement about the spring course.' },
  { help: 'I’ll ask twice a month how it’s going, even when the numbers are fine.' },
];

export const heardBySkip: readonly Texts[] = [
  { heard: 'Customers want support to cover the night shift. Third rep to say it.' },
  { heard: 'Proud of the last rollout. Would like to see it on our website.' },
  { heard: 'The handoff to onboarding takes too long, and reps fill the gap.' },
  { heard: 'Asked why we left the small-parcel market. Fair question, and I answered it.' },
  { heard: 'Likes that proposals are shorter now. Customers read them.' },
  { heard: 'Needs a second trial environment in the region.' },
];

export const visionWords: readonly Texts[] = [
  { said: 'Told the story of the night dispatcher who gets home on time now. Two people asked for the slide.' },
  { said: 'Where I want us in a year: every yard in our region on one gate list. They asked who pays for it.' },
  { said: 'Why we turn down couriers. Some grumbling, then a good conversation.' },
];

export const reflections: readonly Texts[] = [
  {
    thought:
      'I said “great quarter” to everybody and couldn’t have told you what was great. Next time, one thing each.',
  },
  { thought: 'The hour in the forecast call could have been a ride-along. It usually could.' },
  { thought: 'The best boss I had always asked what I’d do before he said anything.' },
];
