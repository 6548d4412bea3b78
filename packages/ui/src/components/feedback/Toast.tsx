'use client';

import { CircleCheck, Info, OctagonX, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import { Toaster as Sonner } from 'sonner';
import { cx } from '../../lib/cx.ts';
import { Spinner } from '../display/Spinner.tsx';

/** Say what happened in one sentence; `toast.error` also says what to do about it. */
export { toast } from 'sonner';

/** As high as other small buttons are for a finger. The toast does not become higher for it. */
const buttonClass = '-my-1.5 h-control-sm shrink-0 rounded-md px-2 text-xs font-medium hover:bg-hover';

const icons = {
  success: <CircleCheck aria-hidden className="size-4 text-good" />,
  info: <Info aria-hidden className="size-4 text-accent-text" />,
  warning: <TriangleAlert aria-hidden className="size-4 text-attention" />,
  error: <OctagonX aria-hidden className="size-4 text-bad" />,
  loading: <Spinner />,
};

/** Above the bar at the bottom of the screen, if there is one: the page's stylesheet says how high it is. */
const offset = { bottom: 'calc(var(--bottom-bar, 0px) + 1rem)' };

/**
 * Once in the application; `toast.success('Entry saved')` shows there, and is announced.
 *
 * @example
 * <Toaster />
 */
export function Toaster() {
  const isTabbing = useRef(false);
  return (
    // Sonner gives the focus back to where it was when it leaves a toast. So Tab went to and fro, and never on.
    <div
      className="contents"
      onKeyDownCapture={({ key }) => {
        isTabbing.current = key === 'Tab';
      }}
      onBlurCapture={(event) => {
        if (isTabbing.current) event.stopPropagation();
      }}
    >
      <Sonner
        position="bottom-right"
        icons={icons}
        gap={8}
        offset={offset}
        mobileOffset={offset}
        toastOptions={{
          unstyled: true,
          classNames: {
            toast:
              'flex w-full items-start gap-2.5 rounded-lg bg-raised px-3.5 py-3 font-sans text-sm text-ink shadow-overlay field:px-5 field:py-4 field:text-lg',
            icon: 'mt-0.5 shrink-0 field:[&>svg]:size-6',
            content: 'min-w-0 flex-1',
            title: 'font-medium',
            description: 'text-xs text-ink-muted field:text-base',
            actionButton: cx(buttonClass, 'text-accent-text'),
            cancelButton: cx(buttonClass, 'text-ink-muted'),
          },
        }}
      />
    </div>
  );
}
