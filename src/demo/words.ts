/** What managers write down, in their words. `{name}` is the rep's first name. */
export interface NoteWords {
  readonly saw: string;
  readonly try: string;
}

export const coachingNotes: readonly NoteWords[] = [
  {
    saw: 'You let the silence work after naming the price. They filled it with the real objection.',
    try: 'Ask who else has to agree before you send the offer.',
  },
  {
    saw: 'Good first ten minutes: you asked about their peak season before you showed anything.',
    try: 'Write down their number for a missed slot and use it in the proposal.',
  },
  {
    saw: 'You answered a question that the warehouse lead hadn’t asked yet, and lost the thread.',
    try: 'Count to three before you answer.',
  },
  {
    saw: 'The follow-up went out within the hour and had their words in it, not ours.',
    try: 'End it with one question, so that there is something to reply to.',
  },
  {
    saw: 'You gave 8% before they asked for anything.',
    try: 'Next time trade it: a signature by month’s end, or a second site.',
  },
  {
    saw: 'You brought the dispatcher into the call. She sold it for you.',
    try: 'Find the dispatcher at the next two accounts as well.',
  },
  {
    saw: 'The demo ran 35 minutes and they spoke for four of them.',
    try: 'Show three screens only and ask after each one what they’d change.',
  },
  {
    saw: 'You said plainly that we don’t do customs papers yet. They trusted the rest more for it.',
    try: 'Keep a short list of what we don’t do and offer it early.',
  },
  { saw: 'You agreed on a next step, but not on a day.', try: 'Don’t hang up before it is in both calendars.' },
  {
    saw: 'Your summary at the end had all four of their worries, in their order.',
    try: 'Send it to their operations director the same day.',
  },
  {
    saw: 'You stayed calm when their buyer brought up the competitor’s price.',
    try: 'Ask what that price leaves out, and let them find it.',
  },
  {
    saw: 'The account plan has one contact in it.',
    try: 'Two more names by Friday: finance, and whoever runs the yard.',
  },
  {
    saw: 'You took the blame for the late trial set-up, and then fixed it on the call.',
    try: 'Tell me a day earlier and I’ll get you the engineer.',
  },
  {
    saw: 'You let the champion present the numbers to her own boss. Brave, and it worked.',
    try: 'Write up how you prepared her, the team can use it.',
  },
  {
    saw: 'Three mails without an answer, and then a fourth.',
    try: 'Call the site instead and ask for the shift lead.',
  },
  {
    saw: 'You asked why now, twice, and got to the warehouse move in March.',
    try: 'Build the timeline back from March and share it with them.',
  },
  {
    saw: 'The proposal opens with our company history.',
    try: 'Move their three problems to page one and drop the rest to an annex.',
  },
  {
    saw: 'You noticed that the CFO had gone quiet and asked him directly.',
    try: 'Send him the two-line payback before the next meeting.',
  },
  {
    saw: 'Your discovery notes are the clearest on the team.',
    try: 'Walk one newer colleague through how you take them.',
  },
  {
    saw: 'You let them move the meeting twice without asking what changed.',
    try: 'Ask. It is usually the project, not the calendar.',
  },
];

export const seenOnTheRoad: readonly string[] = [
  '{name} opened well and had done the homework on their docks. Rushed when the price came up.',
  'Good rapport with the yard manager. We never got to who signs.',
  '{name} asked about the peak in December before anything else, and the whole room leaned in.',
  'The demo was too long, and {name} noticed halfway and cut it. Good instinct.',
  'I said too much myself in the second half. {name} had it in hand.',
  'Hard questions on data protection, answered calmly and without guessing.',
  'They like {name} and don’t yet see why they should change anything this year.',
  '{name} handled two late arrivals without losing the thread, and brought them in.',
  'The next step was clear, with a day and a name on it.',
  'We walked the loading bay for half an hour. That taught us more than the meeting.',
  '{name} listened to the night-shift lead. Nobody from a vendor had done that before, he said.',
  'The objection about the old scanners came three times. It needs a better answer.',
  'Strong close: {name} asked for the order and then stayed silent.',
  'They wanted a reference in their own trade. {name} promised one for Thursday.',
];

export interface TalkWords {
  readonly heard: string;
  readonly agreed?: string;
}

export const talksAboutThem: readonly TalkWords[] = [
  { heard: 'Tired after quarter-end, and honest about it.', agreed: 'Two afternoons without meetings next week.' },
  {
    heard: 'Wants to learn to run larger deals. Feels stuck with small sites.',
    agreed: 'Takes the lead on the next one with more than three depots; I sit in.',
  },
  { heard: 'Moving house this month, mornings are hard.', agreed: 'No calls before ten until the 1st.' },
  {
    heard: 'Proud of the last win and would like to tell the team how it went.',
    agreed: 'Ten minutes in Thursday’s meeting.',
  },
  { heard: 'The new quoting tool costs an hour a day.', agreed: 'I talk to operations about the template.' },
  { heard: 'Not sure whether the territory change was a judgement on the work. It wasn’t, and I said so.' },
  {
    heard: 'Enjoys showing newer colleagues the ropes, and would do more of it.',
    agreed: 'Pairs up with somebody for a month.',
  },
  { heard: 'Training for a half marathon, and in a good mood.' },
  {
    heard: 'Worried about the trial at a large account, because engineering keeps moving the date.',
    agreed: 'I call engineering today.',
  },
  {
    heard: 'Would like feedback sooner after calls, not at the end of the month.',
    agreed: 'A short note from me within two days.',
  },
  {
    heard: 'Asked where this job can lead. A fair question, and I owe an answer.',
    agreed: 'We talk about it properly on the 15th.',
  },
  { heard: 'Child is ill and the week is patchy. Nothing to fix, just good to know.' },
];

export const talksAboutDeals: readonly TalkWords[] = [
  {
    heard: 'Two proposals wait for legal on the other side.',
    agreed: 'I write to their general counsel, whom I know.',
  },
  { heard: 'The pilot goes well. They want a second site in the price.', agreed: 'We offer it for a two-year term.' },
  {
    heard: 'The champion left for another company.',
    agreed: 'Find out who takes over, and call the old champion at the new place.',
  },
  { heard: 'Lots of activity and few next steps.', agreed: 'Every open deal gets a day by Friday.' },
  { heard: 'The budget moves to January.', agreed: 'Close the paperwork now, start in January.' },
  { heard: 'A competitor is in with half our price.', agreed: 'We ask for a day on site and count the empty runs.' },
];

export const talksAboutNumbers: readonly TalkWords[] = [
  { heard: 'Went through the forecast line by line.' },
  { heard: 'Commit is two deals short of the quarter.' },
  { heard: 'Pipeline coverage and the activity report.' },
  { heard: 'Updated close dates for the regional call.' },
];

export const unblocked: readonly string[] = [
  'Called their procurement lead. The form that was missing was ours.',
  'Got the security questionnaire to the right desk, and an answer in two days.',
  'Agreed on a shorter trial with engineering, starting Monday.',
  'Asked finance for net 45 in this one case. Granted.',
];
