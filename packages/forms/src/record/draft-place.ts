/** Where the draft of one form is kept. */
import type { z } from 'zod';
import type { DraftOwner, DraftStorage } from '../drafts/draft-storage.ts';
import { DraftStore } from '../drafts/draft-store.ts';

/** What was typed and not saved yet; null for nothing. */
export interface DraftPlace<Draft> {
  read(): Draft | null;
  write(draft: Draft | null): void;
}

/** Where the drafts of forms are kept, and whose they are. */
export interface FormDrafts {
  readonly storage: DraftStorage;
  readonly owner: DraftOwner;
  /** Told of a draft for which there is no room: it lasts as long as the page. */
  readonly onNoRoom: () => void;
}

/** A draft that lasts as long as its form. */
export function memoryPlace<Draft>(): DraftPlace<Draft> {
  let kept: Draft | null = null;
  return {
    read: () => kept,
    write: (draft) => {
      kept = draft;
    },
  };
}

/**
 * A draft that outlives its form, by its name among those of its kind.
 *
 * @example
 * const place = storedPlace(drafts, 'equipment-draft', item.id, draftSchema);
 */
export function storedPlace<Draft>(
  { storage, owner, onNoRoom }: FormDrafts,
  kind: string,
  name: string,
  schema: z.ZodType<Draft>,
): DraftPlace<Draft> {
  const store = new DraftStore(storage, kind, owner, schema);
  return {
    read: () => store.read(name),
    write: (draft) => {
      void store.write(name, draft).then((isKept) => {
        if (!isKept) onNoRoom();
      });
    },
  };
}
