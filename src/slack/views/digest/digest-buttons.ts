/** What a lead can press in the digest and its like in the Home tab. */
import type { ActionsBlock, Button, StaticSelect } from '@slack/types';
import { sentence } from '../../../leading/digest-one-thing.ts';
import type { Offer } from '../../../leading/digest-one-thing.ts';
import type { Digest, TeamDigest } from '../../../leading/digest.ts';
import { actions, button, confirmation, option, plain } from '../../kit/blocks.ts';
import { limits } from '../../kit/limits.ts';
import { showAsk } from '../../routes/asks.ts';
import { openBooking } from '../../routes/bookings.ts';
import { showAsks } from '../../routes/commands.ts';
import { sitDownWith, takeOver, writeTo } from '../../routes/digest.ts';
import { openLog } from '../../routes/logging.ts';
import { openThreads } from '../../routes/threads.ts';
import { firstName, shorten } from '../../kit/text.ts';

/** What the reader calls somebody, by the full name. */
export type ShortNameOf = (name: string) => string;
export const bareFirstName: ShortNameOf = (name) => firstName({ name });

/** As much of a name as reads well on a button: Slack shows some 30 characters. */
const longestName = 16;
/** Where it takes more to know who it is, that counts for more. */
const longestNameInFull = 40;

/** The one thing's own button first, then what else can be done from here, one button a kind. */
export function digestButtons(digest: Digest & { readonly shortNameOf?: ShortNameOf }): ActionsBlock {
  const shortNameOf = digest.shortNameOf ?? bareFirstName;
  const primary = digest.oneThing.offer;
  const others = otherOffers(digest).filter(({ kind }) => kind !== primary?.kind);
  return actions('digest', [
    ...(primary === undefined ? [] : [{ ...offerButton(primary, shortNameOf), style: 'primary' as const }]),
    ...others.map((offer) => offerButton(offer, shortNameOf)),
    ...chooseWhom(digest, shortNameOf),
    button(openThreads, {}, 'Last 12 weeks'),
  ]);
}

/** A press that thanks this manager for what they did. */
export function thankButton({ managerId, managerName, deeds }: TeamDigest, shortNameOf: ShortNameOf): Button {
  return offerButton({ kind: 'thank', managerId, name: managerName, deeds }, shortNameOf);
}

/** One talk is a button, several are a list to choose from. */
function otherOffers({ teams, wentWell, skipLevel, skipLevels }: Digest): Offer[] {
  const ageing = teams.find(({ ageingAsks }) => ageingAsks.oldestId !== undefined);
  const toThank = wentWell.find(({ wasThanked }) => !wasThanked);
  const offers: Offer[] = [];
  if (ageing?.ageingAsks.oldestId !== undefined)
    offers.push({ kind: 'take-ask', askId: ageing.ageingAsks.oldestId, managerName: ageing.managerName });
  if (toThank !== undefined)
    offers.push({ kind: 'thank', managerId: toThank.managerId, name: toThank.managerName, deeds: toThank.deeds });
  if (skipLevel !== undefined && skipLevels.length < 2)
    offers.push({ kind: 'sit-down', repId: skipLevel.repId, name: skipLevel.name });
  return offers;
}

function offerButton(offer: Offer, shortNameOf: ShortNameOf): Button {
  switch (offer.kind) {
    case 'open-ask':
      return button(showAsk, { ask: offer.askId }, 'Open');
    case 'write':
      return button(writeTo, { manager: offer.managerId }, `Write to ${onButton(shortNameOf(offer.name))}`);
    case 'take-ask': {
      const name = onButton(shortNameOf(offer.managerName));
      return button(takeOver, { ask: offer.askId }, `Take an ask from ${name}`, {
        confirm: confirmation(
          'Take this ask?',
          `It’s yours from then on, and you’ll read it in a message. ${name} and whoever asked will know.`,
          'Take it',
          'Leave it',
        ),
      });
    }
    case 'sit-down':
      return button(
        openBooking,
        { behaviour: 'skip-level', rep: offer.repId },
        `Sit down with ${onButton(shortNameOf(offer.name))}`,
      );
    case 'thank': {
      const text = `This week you ${sentence(offer.deeds)}.`;
      return button(
        openLog,
        { behaviour: 'thank-manager', only: true, rep: offer.managerId, text },
        `Thank ${onButton(shortNameOf(offer.name))}`,
      );
    }
    case 'see-asks':
      return button(showAsks, {}, 'See blockers');
  }
}

/** A list of whom to sit down with; none where there is nobody else to choose. */
function chooseWhom({ skipLevels }: Digest, shortNameOf: ShortNameOf): StaticSelect[] {
  if (skipLevels.length < 2) return [];
  return [
    {
      type: 'static_select',
      action_id: sitDownWith.id,
      placeholder: plain('Sit down with …', limits.placeholder),
      options: skipLevels.map(({ repId, name, managerName }) =>
        option(sitDownWith.encode({ rep: repId }), `${shorten(name, 45)}, with ${onButton(shortNameOf(managerName))}`),
      ),
    },
  ];
}

function onButton(shortName: string): string {
  return shorten(shortName, shortName.includes(' ') ? longestNameInFull : longestName);
}
