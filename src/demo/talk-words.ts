/** What managers write down of the talks that come round more slowly, by behaviour and field. `{name}` is the rep's first name. */
import type { Texts } from '../store/interactions.ts';

export const connectWords: readonly Texts[] = [
  { what: 'Lunch at the Korean place. {name} restores old bicycles and sold one last week.' },
  { what: 'Walked around the harbour after the workshop. We talked about brothers and sisters, mostly.' },
  { what: 'Coffee before work. {name} coaches a youth team on Saturdays and says it is harder than any buyer.' },
  { what: 'Took the same train home. {name} grew up above a bakery and still gets up at five.' },
  { what: 'Lunch without phones. Told {name} about my first year in sales, which I nearly gave up.' },
  { what: 'Met the family at the harbour fair. The kids know all our truck logos.' },
  { what: '{name} plays in a band and invited the team. I am going.' },
];

export const wishes: readonly (Texts & { readonly sort: string })[] = [
  { wish: 'A price list that doesn’t need three tabs open at once.', sort: 'tool' },
  { wish: 'One page on what happens after signing. Buyers ask every time.', sort: 'material' },
  { wish: 'Quotes above 50,000 take two signatures and four days. One would do.', sort: 'process' },
  { wish: 'An afternoon with somebody who knows customs papers.', sort: 'training' },
  { wish: 'The Wednesday report. Nobody has asked about it for months.', sort: 'time' },
  { wish: 'The demo account resets during calls. Happened twice this month.', sort: 'tool' },
  { wish: 'Nothing for now, and glad to be asked.', sort: 'nothing' },
  { wish: 'A reference in cold storage that I can name on a first call.', sort: 'material' },
];

export const plansAskedFor: readonly Texts[] = [
  { plan: 'Two sites deep instead of five wide this quarter: the yard managers first, then the budget holder.' },
  { plan: 'Call every customer who left a trial unfinished, before budgets freeze.' },
  { plan: 'Build the case with the dispatcher’s own numbers and let her present it.' },
  { plan: 'Fewer demos, more days on the dock. Wants to try it for three weeks.' },
  { plan: 'Start with the renewals that come next and ask each for one introduction.' },
  { plan: 'Drop the two deals that never answer, and put the time into the one that does.' },
  { plan: 'Invite three warehouse leads to breakfast and let them compare notes.' },
];

export const careerTalks: readonly Texts[] = [
  {
    towards: 'Larger accounts first, then a team. No hurry.',
    step: 'Shadows the next group deal from the first call.',
  },
  { towards: 'Wants to stay in the field and be the best at it.', step: 'Principal grade: we read what it asks for.' },
  { towards: 'Curious about solutions engineering.', step: 'Two days with the engineers next month; I ask them.' },
  { towards: 'Would like to lead people one day.', step: 'Looks after our next new colleague for a month.' },
  { towards: 'A year abroad, if it can be done.', step: 'I find out who decides about transfers.' },
  { towards: 'Isn’t sure, and that is fine.', step: 'We list what gives energy and what takes it.' },
];

export const briefQuestions: readonly Texts[] = [
  { questions: 'Why don’t we go after couriers? Because they change software every year, and now we both can say so.' },
  { questions: 'How to explain the price against the free tool. We practised it with hours lost at the gate.' },
  { questions: 'Which of the three segments comes first when there is only one afternoon.' },
  { questions: 'What exactly a customer gets out of the first ninety days.' },
];

export const goalTalks: readonly Texts[] = [
  { help: 'I open two doors at the head office and keep Fridays free of reports.' },
  { help: 'A seat in the pricing round, and honest feedback afterwards.' },
  { help: 'I talk to the training people about the spring course.' },
  { help: 'I ask twice a month how it goes, even when numbers are fine.' },
];

export const heardBySkip: readonly Texts[] = [
  { heard: 'Customers want the night shift covered in support. The third one who says it.' },
  { heard: 'Proud of the last rollout. Would like the story on our website.' },
  { heard: 'The handover to onboarding takes too long, and reps fill the hole.' },
  { heard: 'Asked why we left the small-parcel market. A fair question, and I answered it.' },
  { heard: 'Likes that offers are shorter now. Customers read them.' },
  { heard: 'Needs a second trial environment in the region.' },
];

export const visionWords: readonly Texts[] = [
  { said: 'Told the story of the night dispatcher who goes home on time now. Two asked for the slide.' },
  { said: 'Where I want us in a year: every yard in our region with one gate list. They asked who pays for it.' },
  { said: 'Why we turn down couriers. Some grumbling, then a good talk.' },
];

export const reflections: readonly Texts[] = [
  { thought: 'I said “great quarter” to everybody and couldn’t have said what was great. Next time one thing each.' },
  { thought: 'The hour in the forecast call could have been a ride-along. It usually could.' },
  { thought: 'The best one I had always asked what I’d do before he said anything.' },
];
