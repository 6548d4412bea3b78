'use client';

import type { ChosenFile, FormPhotos } from '@wellpulse/forms';
import { Info, TriangleAlert } from 'lucide-react';
import { Button } from '../components/buttons/Button.tsx';
import { Spinner } from '../components/display/Spinner.tsx';
import { useWords } from '../lib/words-context.tsx';

export interface PhotoStatusProps {
  readonly photos: Pick<
    FormPhotos<ChosenFile, unknown, unknown>,
    'failed' | 'isHeldUp' | 'isWaiting' | 'saveWithoutFailed' | 'underWay'
  >;
  /** Names of photos that were chosen before a reload and not stored. */
  readonly lost: readonly string[];
}

/**
 * Above the buttons of a form: what saving waits for, or what stands in its way.
 *
 * @example
 * <PhotoStatus photos={form.photos} lost={form.lost} />
 */
export function PhotoStatus({ photos, lost }: PhotoStatusProps) {
  const words = useWords();
  const { readingWords } = words;
  return (
    <div role="status" className="flex w-full flex-col gap-2 empty:hidden">
      {photos.isWaiting && (
        <p className="flex items-center gap-2 text-sm text-ink-muted">
          <Spinner />
          {readingWords.savesWithPhotos(photos.underWay.length)}
        </p>
      )}
      {photos.isHeldUp && (
        <div className="flex flex-wrap items-center gap-2 rounded-md bg-attention-soft px-3 py-2 text-sm text-attention">
          <TriangleAlert aria-hidden className="size-4 shrink-0" />
          <span className="min-w-0 flex-1">{readingWords.heldUpByPhotos(photos.failed.length)}</span>
          <Button
            size="sm"
            onClick={() => {
              photos.saveWithoutFailed();
            }}
          >
            {readingWords.saveWithoutFailed}
          </Button>
        </div>
      )}
      {lost.length > 0 && (
        <p className="flex items-start gap-2 text-sm text-ink-muted">
          <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="[overflow-wrap:anywhere]">{readingWords.choosePhotosAgain(lost.join(', '))}</span>
        </p>
      )}
    </div>
  );
}
