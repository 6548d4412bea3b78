'use client';

import { Button, Spinner } from '@wellpulse/ui';
import { Info, TriangleAlert } from 'lucide-react';
import { counted } from '../../lib/words.ts';
import type { useLogForm } from './use-log-form.ts';

type LogForm = ReturnType<typeof useLogForm>;

/** Above the buttons: what saving waits for, or what stands in its way. */
export function LogStatus({ form }: { form: LogForm }) {
  return (
    <div role="status" className="flex w-full flex-col gap-2 empty:hidden">
      {form.isWaiting && (
        <p className="flex items-center gap-2 text-sm text-ink-muted">
          <Spinner />
          Saves as soon as {counted(form.underWay.length, 'photo')}{' '}
          {form.underWay.length === 1 ? 'is' : 'are'} stored.
        </p>
      )}
      {form.isHeldUp && (
        <div className="flex flex-wrap items-center gap-2 rounded-md bg-attention-soft px-3 py-2 text-sm text-attention">
          <TriangleAlert aria-hidden className="size-4 shrink-0" />
          <span className="min-w-0 flex-1">
            Not saved yet: {counted(form.failed.length, 'photo')} could not be stored. Try again, remove{' '}
            {form.failed.length === 1 ? 'it' : 'them'}, or save without.
          </span>
          <Button size="sm" onClick={form.saveWithoutFailed}>
            Save without the failed photos
          </Button>
        </div>
      )}
      {form.lost.length > 0 && (
        <p className="flex items-start gap-2 text-sm text-ink-muted">
          <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="[overflow-wrap:anywhere]">
            What you typed was kept. Choose {form.lost.length === 1 ? 'this photo' : 'these photos'} again; it
            had not been stored yet: {form.lost.join(', ')}.
          </span>
        </p>
      )}
    </div>
  );
}
