/** What reps ask for as weeks go by, and what managers answer. `{account}` is the customer of one of the rep's deals. */
import type { ExceptionKind } from '../../asks/exceptions.ts';
import type { CompanyObstacle } from '../../behaviours/company-obstacles.ts';
import type { AskKind } from '../../behaviours/facts.ts';
import type { Obstacle } from '../../leading/ask-lifecycle.ts';

export interface AskWords {
  readonly kind: AskKind;
  readonly text: string;
  readonly obstacle?: Obstacle;
  readonly companyObstacle?: CompanyObstacle;
  readonly exception?: ExceptionKind;
  /** What a yes says; a no has words of its own. */
  readonly yes: string;
}

export const askWords: readonly AskWords[] = [
  {
    kind: 'exception',
    exception: 'discount',
    text: '{account} will sign for two years if we go to 12% off. Can I offer it?',
    yes: 'Yes, against the two-year term. Put it in the proposal.',
  },
  {
    kind: 'help',
    text: 'Could you join the {account} call for ten minutes? Their COO is on, and it’s the first time.',
    yes: 'I’m in. Send me the invite.',
  },
  {
    kind: 'blocked-deal',
    obstacle: 'company',
    companyObstacle: 'security-review',
    text: '{account}’s security questionnaire has been with our team for two weeks. They won’t move without it.',
    yes: 'Done. It went out this morning.',
  },
  {
    kind: 'resource',
    text: 'Can I have a solutions engineer for one day at {account}?',
    yes: 'You’ve got one for next week. I’ll connect you.',
  },
  {
    kind: 'training',
    text: 'Is there anything on selling to finance? I’m out of my depth with CFOs.',
    yes: 'There’s a half day next month. You’re on the list.',
  },
  {
    kind: 'exception',
    exception: 'terms',
    text: 'Can we let {account} pay quarterly instead of yearly?',
    yes: 'Quarterly is fine for this one.',
  },
  {
    kind: 'help',
    text: 'Would you look over the {account} proposal before Thursday?',
    yes: 'Read it. Two comments on page one, the rest is ready to go.',
  },
  {
    kind: 'blocked-deal',
    obstacle: 'company',
    companyObstacle: 'legal-review',
    text: 'Legal has had {account}’s redlines since last week and nobody answers me. Can you push?',
    yes: 'Talked to legal. You’ll have them back today.',
  },
  {
    kind: 'resource',
    text: 'A trial environment for {account} through the end of next month, please. Ours runs out Friday.',
    yes: 'Extended by four weeks.',
  },
  {
    kind: 'help',
    text: 'I’ve got two customers who want a reference in cold storage. Who could I ask?',
    yes: 'Try Suncoast. I asked them, and they’re happy to take the call.',
  },
  {
    kind: 'blocked-deal',
    obstacle: 'external',
    text: '{account}’s champion has gone quiet since their reorg. Do you know anybody over there?',
    yes: 'I know their VP from my last job. I wrote her, and you’re on copy.',
  },
  {
    kind: 'exception',
    exception: 'other',
    text: 'Could I get travel approved for a site visit at {account}? It’s over the limit by a bit.',
    yes: 'Go. Walk the dock while you’re there.',
  },
  {
    kind: 'training',
    text: 'Can I shadow somebody on a procurement negotiation before mine at {account}?',
    yes: 'Yes. You’re on the next one as a listener.',
  },
  {
    kind: 'help',
    text: 'Can we rehearse the {account} pricing call? Half an hour would do.',
    yes: 'Rehearsed. You’re ready.',
  },
  {
    kind: 'blocked-deal',
    obstacle: 'company',
    companyObstacle: 'pricing-approval',
    text: 'The quote for {account} needs a second signature and has been sitting for four days.',
    yes: 'Signed. Sorry that took so long.',
  },
  {
    kind: 'resource',
    text: 'Marketing has a booth at the warehouse expo. Can I have one of the passes for {account}?',
    yes: 'Pass is yours. Bring them by at ten.',
  },
  {
    kind: 'help',
    text: '{account} wants to hear about the roadmap from somebody in product. Can you get me a name?',
    yes: 'I’ve got you half an hour with product next week.',
  },
  {
    kind: 'exception',
    exception: 'delivery',
    text: 'Can we throw in onboarding for {account}’s second site? It would close this month.',
    yes: 'OK, if they sign by the 30th.',
  },
];

export const noes: readonly string[] = [
  'Not this quarter. Let’s talk about what you could offer instead.',
  'I can’t, and here’s why: we turned down the same for two others. Let’s find another way in.',
  'No budget left for it. Ask me again the first week of next quarter.',
  'I don’t think it needs that. Let’s look at it together tomorrow.',
];

export const taken: readonly (string | null)[] = [
  null,
  null,
  'On it. I’m talking to finance today.',
  'Give me a day or two.',
  'Asked. Waiting to hear back.',
];

export const stillMissing: readonly string[] = [
  'Thanks, but they came back with one more thing.',
  'Almost. The second site isn’t covered yet.',
];
