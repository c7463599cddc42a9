/** What managers write down, in their words. `{name}` is the rep's first name. */
export interface NoteWords {
  readonly saw: string;
  readonly try: string;
}

export const coachingNotes: readonly NoteWords[] = [
  {
    saw: 'You named the price and stopped talking. They filled the silence with the real objection.',
    try: 'Ask who else has to sign off before you send the proposal.',
  },
  {
    saw: 'Great first ten minutes: you asked about their peak season before you showed anything.',
    try: 'Get their cost for a missed slot and use it in the proposal.',
  },
  {
    saw: 'You answered a question the warehouse lead hadn’t asked yet, and lost the thread.',
    try: 'Count to three before you answer.',
  },
  {
    saw: 'The follow-up went out within the hour, in their words, not ours.',
    try: 'End it with one question so they have something to reply to.',
  },
  {
    saw: 'You gave 8% before they asked for anything.',
    try: 'Next time trade it: a signature by month-end, or a second site.',
  },
  {
    saw: 'You brought the dispatcher into the call. She sold it for you.',
    try: 'Find the dispatcher at your next two accounts, too.',
  },
  {
    saw: 'The demo ran 35 minutes and they talked for four of them.',
    try: 'Show three screens and ask what they’d change after each one.',
  },
  {
    saw: 'You told them straight that we don’t do customs paperwork yet. They trusted the rest more for it.',
    try: 'Keep a short list of what we don’t do and offer it early.',
  },
  { saw: 'You agreed on a next step but not on a date.', try: 'Don’t hang up until it’s on both calendars.' },
  {
    saw: 'Your summary at the end had all four of their worries, in their order.',
    try: 'Send it to their ops director the same day.',
  },
  {
    saw: 'You stayed calm when their buyer brought up the competitor’s price.',
    try: 'Ask what that price leaves out and let them find it.',
  },
  {
    saw: 'Your account plan has one contact in it.',
    try: 'Two more names by Friday: finance and whoever runs the yard.',
  },
  {
    saw: 'You owned the late trial setup and fixed it on the call.',
    try: 'Tell me a day earlier and I’ll get you the engineer.',
  },
  {
    saw: 'You let the champion present the numbers to her own boss. Gutsy, and it worked.',
    try: 'Write up how you prepped her. The team can use it.',
  },
  {
    saw: 'Three emails with no answer, then a fourth.',
    try: 'Call the site instead and ask for the shift lead.',
  },
  {
    saw: 'You asked “why now” twice and got to the warehouse move in March.',
    try: 'Build the timeline back from March and share it with them.',
  },
  {
    saw: 'The proposal opens with our company history.',
    try: 'Put their three problems on page one and the rest in an appendix.',
  },
  {
    saw: 'You noticed the CFO had gone quiet and asked him directly.',
    try: 'Send him the two-line payback before the next meeting.',
  },
  {
    saw: 'Your discovery notes are the clearest on the team.',
    try: 'Walk one of the newer reps through how you take them.',
  },
  {
    saw: 'You let them move the meeting twice without asking what changed.',
    try: 'Ask. It’s usually the project, not the calendar.',
  },
];

export const seenOnTheRoad: readonly string[] = [
  '{name} opened well and had done the homework on their docks. Rushed once price came up.',
  'Good rapport with the yard manager. We never got to who signs.',
  '{name} asked about the December peak before anything else, and the whole room leaned in.',
  'The demo ran long. {name} noticed halfway and cut it. Good instinct.',
  'I talked too much in the second half. {name} had it.',
  'Hard questions on data protection, answered calmly and without guessing.',
  'They like {name} but don’t see yet why they should change anything this year.',
  '{name} handled two late arrivals without losing the thread, and brought them in.',
  'Clear next step, with a date and a name on it.',
  'We walked the loading bay for half an hour. That taught us more than the meeting.',
  '{name} listened to the night-shift lead. No vendor had ever done that, he said.',
  'The objection about the old scanners came three times. It needs a better answer.',
  'Strong close: {name} asked for the order and then waited.',
  'They wanted a reference in their industry. {name} promised one by Thursday.',
];

export interface TalkWords {
  readonly heard: string;
  readonly agreed?: string;
}

export const talksAboutThem: readonly TalkWords[] = [
  { heard: 'Worn out after quarter-end, and honest about it.', agreed: 'Two afternoons without meetings next week.' },
  {
    heard: 'Wants to run bigger deals. Feels stuck on small sites.',
    agreed: 'Takes the lead on the next one with more than three depots; I sit in.',
  },
  { heard: 'Moving this month, so mornings are tough.', agreed: 'No calls before ten until the first.' },
  {
    heard: 'Proud of the last win and wants to tell the team how it happened.',
    agreed: 'Ten minutes in Thursday’s meeting.',
  },
  { heard: 'The new quoting tool eats an hour a day.', agreed: 'I’ll talk to ops about the template.' },
  { heard: 'Wondered if the territory change was about performance. It wasn’t, and I said so.' },
  {
    heard: 'Likes showing the new people the ropes and would do more of it.',
    agreed: 'Buddies up with a new hire for a month.',
  },
  { heard: 'Training for a half marathon and in a good mood.' },
  {
    heard: 'Worried about the trial at a big account because engineering keeps moving the date.',
    agreed: 'I’ll call engineering today.',
  },
  {
    heard: 'Wants feedback right after calls, not at month-end.',
    agreed: 'A short note from me within two days of each call.',
  },
  {
    heard: 'Asked where this job can lead. Fair question, and I owe an answer.',
    agreed: 'We’ll sit down on it before the month is out.',
  },
  { heard: 'Kid is home sick, so it’s a patchy week. Nothing to fix, good to know.' },
];

export const talksAboutDeals: readonly TalkWords[] = [
  {
    heard: 'Two proposals are stuck with the customer’s legal.',
    agreed: 'I’ll email their general counsel. I know her.',
  },
  {
    heard: 'The pilot is going well. They want a second site at the same price.',
    agreed: 'We’ll offer it for a two-year term.',
  },
  {
    heard: 'The champion left for another company.',
    agreed: 'Find out who’s taking over, and call the old champion at the new place.',
  },
  { heard: 'Lots of activity, few next steps.', agreed: 'Every open deal gets a date by Friday.' },
  { heard: 'The budget moved to January.', agreed: 'Get the paperwork done now, start in January.' },
  { heard: 'A competitor came in at half our price.', agreed: 'We’ll ask for a day on site and count the empty runs.' },
];

export const talksAboutNumbers: readonly TalkWords[] = [
  { heard: 'Went through the forecast line by line.' },
  { heard: 'Commit is two deals short for the quarter.' },
  { heard: 'Pipeline coverage and the activity report.' },
  { heard: 'Updated close dates for the regional call.' },
];

export const unblocked: readonly string[] = [
  'Called their procurement lead. The missing form was ours.',
  'Got the security questionnaire to the right desk. Answer in two days.',
  'Worked out a shorter trial with engineering, starting Monday.',
  'Asked finance for net 45 this once. They said yes.',
];
