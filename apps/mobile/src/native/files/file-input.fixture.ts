/** As much of a page as files come and go by: a box in which a person chooses, and a link that saves what it leads to. */
import { vi } from 'vitest';

/** The person, and what they have. */
export const hands = {
  /** What they choose next; none where they think better of it. */
  files: [] as File[],
  /** What boxes showed them, in order. */
  asked: [] as string[],
  /** The addresses of what links saved, by name. */
  saved: new Map<string, string>(),
};

class FileInput extends EventTarget {
  accept = '';
  readonly files = hands.files;
  click(): void {
    hands.asked.push(this.accept);
    this.dispatchEvent(new Event(this.files.length === 0 ? 'cancel' : 'change'));
  }
}

class Link {
  href = '';
  download = '';
  click(): void {
    hands.saved.set(this.download, this.href);
  }
}

/** Puts a page into the place of the one that Node lacks. */
export function stubPage(): void {
  Object.assign(hands, { files: [], asked: [] });
  hands.saved.clear();
  vi.stubGlobal('document', {
    createElement: (name: 'a' | 'input') => (name === 'a' ? new Link() : new FileInput()),
  });
}
