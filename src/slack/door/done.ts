import { UserError, Unforeseen } from '../../errors.ts';
import { notingWrites } from '../../store/writing.ts';

/** Shows something of what was asked for. Where that fails after something was stored, it waits until all that follows has been done. */
export type Showing = (show: () => Promise<void>) => Promise<void>;

export interface Done<T> {
  readonly outcome: T;
  /** It is stored, and couldn't be shown. */
  readonly unshown: Unforeseen | undefined;
}

/**
 * Does what somebody asked for and shows it. Where it is stored by the time something goes wrong, that is said: it isn't to be done again.
 * @throws Unforeseen in the place of what nobody foresaw, where something is stored
 */
export function sayingWhatIsDone<T>(work: (showing: Showing) => Promise<T>): Promise<Done<T>> {
  return notingWrites(async (noted) => {
    let unshown: Unforeseen | undefined;
    const doneAllTheSame = (error: unknown): Unforeseen => {
      if (!noted.hasStored || error instanceof UserError) throw error;
      return new Unforeseen(error, { isDone: true });
    };
    try {
      const outcome = await work(async (show) => {
        try {
          await show();
        } catch (error) {
          unshown = doneAllTheSame(error);
        }
      });
      return { outcome, unshown };
    } catch (error) {
      throw doneAllTheSame(error);
    }
  });
}
