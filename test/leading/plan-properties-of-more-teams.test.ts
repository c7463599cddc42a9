/** The other half of the 1,000 made-up teams for which the rules of a plan hold. */
import { everyRuleHolds } from '../helpers/any-team.ts';

everyRuleHolds(500, 20_261_124);
