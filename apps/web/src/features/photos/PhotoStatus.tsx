'use client';

import { Button, Spinner, useWords } from '@wellpulse/ui';
import { Info, TriangleAlert } from 'lucide-react';
import type { FormPhotos } from './use-form-photos.ts';

export interface PhotoStatusProps {
  readonly form: Pick<FormPhotos, 'failed' | 'isHeldUp' | 'isWaiting' | 'saveWithoutFailed' | 'underWay'>;
  /** Names of photos that were chosen before a reload and not stored. */
  readonly lost: readonly string[];
}

/** Above the buttons of a form: what saving waits for, or what stands in its way. */
export function PhotoStatus({ form, lost }: PhotoStatusProps) {
  const words = useWords();
  const { readingWords } = words;
  return (
    <div role="status" className="flex w-full flex-col gap-2 empty:hidden">
      {form.isWaiting && (
        <p className="flex items-center gap-2 text-sm text-ink-muted">
          <Spinner />
          {readingWords.savesWithPhotos(form.underWay.length)}
        </p>
      )}
      {form.isHeldUp && (
        <div className="flex flex-wrap items-center gap-2 rounded-md bg-attention-soft px-3 py-2 text-sm text-attention">
          <TriangleAlert aria-hidden className="size-4 shrink-0" />
          <span className="min-w-0 flex-1">{readingWords.heldUpByPhotos(form.failed.length)}</span>
          <Button size="sm" onClick={form.saveWithoutFailed}>
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
