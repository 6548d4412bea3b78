import { NoJsonError } from '../lib/stored-json.ts';

/** Why the device's disk did not do what was asked. A platform's drivers say it in place of their own errors. */
export type StorageProblem =
  /** There is no room left. */
  | 'FULL'
  /** What was written before can't be read any more. */
  | 'DAMAGED';

/**
 * Thrown by drivers and files: the disk is full, or what it holds is damaged. `cause` is the platform's own error.
 *
 * @example
 * throw new StorageError('FULL', error);
 */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  /** What the disk did not do. */
  readonly problem: StorageProblem;

  constructor(problem: StorageProblem, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.problem = problem;
  }
}

/**
 * Whether an error says that the disk is full or damaged. A stored text that is no JSON counts as damaged.
 *
 * @example
 * if (isStorageProblem(error, 'FULL')) await ballast.giveBack();
 */
export const isStorageProblem = (error: unknown, problem: StorageProblem): boolean =>
  (error instanceof StorageError && error.problem === problem) ||
  (error instanceof NoJsonError && problem === 'DAMAGED');
