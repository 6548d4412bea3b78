/** What a person does with a conflict: keep, take, merge, undo, and choose again. One thing at a time, each with a way back. */
import type { ConflictResolve } from '@wellpulse/contracts';
import type { ShownConflict } from '@wellpulse/domain';
import { Observable } from '../state/observable.ts';

/** Where conflicts are settled: the server's API, or a device's own log. Each rejects with the problem if it was refused. */
export interface ConflictStore {
  resolve(conflictId: string, decision: ConflictResolve): Promise<void>;
  /** Restores the side that gave way by the rules. */
  undo(conflictId: string): Promise<void>;
  /** Undoes what a person chose: the conflict is open again. */
  reopen(conflictId: string): Promise<void>;
}

/** What can be done with a conflict. */
export type ConflictDeed = 'KEEP' | 'TAKE' | 'MERGE' | 'UNDO' | 'REOPEN';

/** A thing that was done with a conflict, and its way back. */
export interface DoneDeed {
  readonly deed: ConflictDeed;
  /** As it was before. */
  readonly conflict: ShownConflict;
  /** Makes the conflict open again; null where nothing was chosen. It outlives the card that offered it. */
  readonly undoChoice: (() => Promise<void>) | null;
}

/** What the screen of a conflict shows beside the conflict. */
export interface ChoiceState {
  /** What is under way: nothing else begins meanwhile. */
  readonly running: ConflictDeed | null;
  /** What a dialog is open for. */
  readonly asking: 'MERGE' | 'UNDO' | null;
  /** Why the last thing was refused; null if it was not. */
  readonly problem: unknown;
}

const IDLE: ChoiceState = { running: null, asking: null, problem: null };
const CHOICES: ReadonlySet<ConflictDeed> = new Set(['KEEP', 'TAKE', 'MERGE']);

/**
 * One for each conflict on the screen.
 *
 * @example
 * const choice = new ConflictChoice(store, ({ undoChoice }) => toast(undoChoice));
 * await choice.take(conflict);
 */
export class ConflictChoice extends Observable {
  readonly #store: ConflictStore;
  readonly #onDone: (done: DoneDeed) => void;
  #state: ChoiceState = IDLE;

  /** `onDone` is told of each thing that was done, and not of what was refused. */
  constructor(store: ConflictStore, onDone: (done: DoneDeed) => void) {
    super();
    this.#store = store;
    this.#onDone = onDone;
  }

  /** The same object until something changes. */
  get state(): ChoiceState {
    return this.#state;
  }

  /** Opens the dialog for it. */
  ask(asking: 'MERGE' | 'UNDO'): void {
    if (this.#state.running === null) this.#set({ ...IDLE, asking });
  }

  /** Closes the dialog. What is under way goes on. */
  cancel(): void {
    this.#set({ ...this.#state, asking: null });
  }

  /** What stands stays. */
  keep(conflict: ShownConflict): Promise<void> {
    return this.#do('KEEP', conflict, ({ id }) => this.#store.resolve(id, { choice: 'EXISTING' }));
  }

  /** What came second counts. */
  take(conflict: ShownConflict): Promise<void> {
    return this.#do('TAKE', conflict, ({ id }) => this.#store.resolve(id, { choice: 'INCOMING' }));
  }

  /** What `MergeForm` made of the two sides counts. */
  merge(conflict: ShownConflict, decision: ConflictResolve): Promise<void> {
    return this.#do('MERGE', conflict, ({ id }) => this.#store.resolve(id, decision));
  }

  /** The side that gave way by the rules is restored. */
  undo(conflict: ShownConflict): Promise<void> {
    return this.#do('UNDO', conflict, ({ id }) => this.#store.undo(id));
  }

  /** What a person chose counts no more: somebody chooses again. */
  reopen(conflict: ShownConflict): Promise<void> {
    return this.#do('REOPEN', conflict, ({ id }) => this.#store.reopen(id));
  }

  async #do(
    deed: ConflictDeed,
    conflict: ShownConflict,
    act: (conflict: ShownConflict) => Promise<void>,
  ): Promise<void> {
    if (this.#state.running !== null) return;
    this.#set({ ...this.#state, running: deed, problem: null });
    try {
      await act(conflict);
    } catch (problem) {
      this.#set({ ...this.#state, running: null, problem });
      return;
    }
    this.#set(IDLE);
    const undoChoice = CHOICES.has(deed) ? () => this.#store.reopen(conflict.id) : null;
    this.#onDone({ deed, conflict, undoChoice });
  }

  #set(state: ChoiceState): void {
    this.#state = state;
    this.changed();
  }
}
