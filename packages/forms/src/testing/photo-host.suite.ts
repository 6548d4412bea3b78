/** What every host of photos must do once a picture is prepared. Each platform's tests call this with a way to make one. */
import { describe, expect, test } from 'vitest';
import type { NamedPhoto } from '../photos/chosen-photo.ts';
import type { ChosenFile, PhotoHost } from '../photos/photo-queue.ts';

/** A host, and what it has. */
export interface PhotoHostUnderTest<File extends ChosenFile, Prepared, Stored extends NamedPhoto> {
  readonly host: Omit<PhotoHost<File, Prepared, Stored>, 'prepare' | 'release'>;
  /** A picture as `prepare` gives it; another one at each call. */
  readonly prepared: () => Promise<Prepared>;
  /** Whether its bytes are where the host keeps them. */
  readonly has: (photo: Prepared) => Promise<boolean>;
  /** From now on nothing can be kept: no room on the disk, or no network. */
  readonly breakOff: () => void;
}

/** `newHost` makes one. */
export function describePhotoHost<File extends ChosenFile, Prepared, Stored extends NamedPhoto>(
  name: string,
  newHost: () => Promise<PhotoHostUnderTest<File, Prepared, Stored>>,
): void {
  describe(`${name} as a host of photos`, () => {
    test('keeps each photo under an id of its own, and tells of no more than the whole', async () => {
      const { host, prepared, has } = await newHost();
      const shares: number[] = [];
      const photos = [await prepared(), await prepared()];
      const storing = photos.map((photo) => host.store(photo, (share) => shares.push(share)));
      const stored = await Promise.all(storing.map(({ done }) => done));
      expect(new Set(stored.map(({ photoId }) => photoId)).size).toBe(2);
      expect(await Promise.all(photos.map(has))).toEqual([true, true]);
      expect(shares.filter((share) => share < 0 || share > 1)).toEqual([]);
    });

    test('does not keep what nobody waits for any more', async () => {
      const { host, prepared, has } = await newHost();
      const photo = await prepared();
      const storing = host.store(photo, () => undefined);
      storing.cancel();
      await storing.done.catch(() => undefined);
      expect(await has(photo)).toBe(false);
    });

    test('says why a photo is not kept, and that another try may help', async () => {
      const { host, prepared, has, breakOff } = await newHost();
      const photo = await prepared();
      breakOff();
      const { done } = host.store(photo, () => undefined);
      const problem = await done.then(() => null).catch((error: unknown) => error);
      const { message, mayRetry } = host.explain(problem);
      expect([message.length > 10, mayRetry, await has(photo)]).toEqual([true, true, false]);
      expect(host.makeId()).not.toBe(host.makeId());
    });
  });
}
