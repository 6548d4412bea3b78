/**
 * What a link swallows, always: a request with it gets no answer, and everything else passes. It lasts when everything else works
 * again, as a filter or a proxy on the way does.
 */
import type { Random } from '../chance/random.ts';

export interface Swallowing {
  /** Entries with this number, of any device: as a filter that cuts at something in their text. */
  readonly number: number | null;
  /** Batches of more entries than this. */
  readonly mostEvents: number | null;
  /** Photos that begin with an odd byte. */
  readonly oddPhotos: boolean;
}

export const NOTHING: Swallowing = { number: null, mostEvents: null, oddPhotos: false };

export function someSwallowing(random: Random): Swallowing {
  switch (random.whole(0, 3)) {
    case 0:
      return { ...NOTHING, number: random.whole(1, 6) };
    case 1:
      return { ...NOTHING, mostEvents: random.whole(1, 3) };
    default:
      // There are few photos in a world.
      return { ...NOTHING, oddPhotos: true };
  }
}

interface Sent {
  readonly deviceSequence: number;
}

export const swallowsEvent = ({ number }: Swallowing, { deviceSequence }: Sent): boolean =>
  deviceSequence === number;

export function swallowsBatch(swallowing: Swallowing, body: unknown): boolean {
  const { events = [] } = (body ?? {}) as { readonly events?: readonly Sent[] };
  const { mostEvents } = swallowing;
  return (
    (mostEvents !== null && events.length > mostEvents) ||
    events.some((event) => swallowsEvent(swallowing, event))
  );
}

export const swallowsPhoto = ({ oddPhotos }: Swallowing, bytes: Uint8Array): boolean =>
  oddPhotos && (bytes[0] ?? 0) % 2 === 1;
