'use client';

import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

/**
 * Once around the application: after one tooltip has opened, its neighbours open without delay.
 *
 * @example
 * <TooltipProvider>{page}</TooltipProvider>
 */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return <Radix.Provider delayDuration={400}>{children}</Radix.Provider>;
}

export interface TooltipProps {
  content: ReactNode;
  /** One element that takes a ref and the pointer and focus events. */
  children: ReactNode;
  side?: 'top' | 'right' | 'bottom' | 'left';
}

/**
 * Words for something that is already understandable without them: touch has no hover.
 *
 * @example
 * <Tooltip content="Changed on this device only"><span>{icon}</span></Tooltip>
 */
export function Tooltip({ content, children, side = 'top' }: TooltipProps) {
  return (
    <Radix.Provider delayDuration={400}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-60 max-w-72 animate-fade-in rounded-md bg-ink px-2 py-1 text-xs text-canvas shadow-overlay"
          >
            {content}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
