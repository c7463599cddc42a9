import { UserError } from '../errors.ts';

/** What is wrong with the whole file, found in one of its rows: nothing of it is stored. */
export class FileError extends UserError {}
