'use client';

import { CircleCheck, Info, OctagonX, TriangleAlert } from 'lucide-react';
import { Toaster as Sonner } from 'sonner';
import { Spinner } from '../display/Spinner.tsx';

/** Say what happened in one sentence; `toast.error` also says what to do about it. */
export { toast } from 'sonner';

const icons = {
  success: <CircleCheck aria-hidden className="size-4 text-good" />,
  info: <Info aria-hidden className="size-4 text-accent-text" />,
  warning: <TriangleAlert aria-hidden className="size-4 text-attention" />,
  error: <OctagonX aria-hidden className="size-4 text-bad" />,
  loading: <Spinner />,
};

/**
 * Once in the application; `toast.success('Entry saved')` shows there, and is announced.
 *
 * @example
 * <Toaster />
 */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      icons={icons}
      gap={8}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-start gap-2.5 rounded-lg bg-raised px-3.5 py-3 font-sans text-sm text-ink shadow-overlay',
          icon: 'mt-0.5 shrink-0',
          content: 'min-w-0 flex-1',
          title: 'font-medium',
          description: 'text-xs text-ink-muted',
          actionButton: 'shrink-0 rounded-md px-2 py-0.5 text-xs font-medium text-accent-text hover:bg-hover',
          cancelButton: 'shrink-0 rounded-md px-2 py-0.5 text-xs font-medium text-ink-muted hover:bg-hover',
        },
      }}
    />
  );
}
