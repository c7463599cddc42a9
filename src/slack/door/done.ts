import { UserError, Unforeseen } from '../../errors.ts';
import { notingWrites } from '../../store/writing.ts';

/**
 * Does what somebody asked for and shows it. Where it is stored by the time something goes wrong, that is said: it isn't to be done again.
 * @throws Unforeseen in the place of what nobody foresaw, where something is stored
 */
export function sayingWhatIsDone<T>(work: () => Promise<T>): Promise<T> {
  return notingWrites(async (noted) => {
    try {
      return await work();
    } catch (error) {
      if (!noted.hasStored || error instanceof UserError) throw error;
      throw new Unforeseen(error, { isDone: true });
    }
  });
}
