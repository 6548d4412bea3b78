'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import { overlayClass } from './dialog-styles.ts';
import { IconButton } from '../buttons/IconButton.tsx';
import { useReturnFocus } from './use-return-focus.ts';
import { useWords } from '../../lib/words-context.tsx';

export interface DrawerProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  /** Right for details beside a list, left for navigation on a phone. */
  side?: 'right' | 'left';
  size?: 'sm' | 'md' | 'lg';
}

const widths = { sm: 'max-w-72', md: 'max-w-md', lg: 'max-w-2xl' };
const sides = { right: 'right-0 animate-slide-in-right', left: 'left-0 animate-slide-in-left' };

/**
 * A panel from the side of the screen, for details beside a list. It holds the focus like a dialog.
 *
 * @example
 * <Drawer open={isOpen} onOpenChange={setIsOpen} title="Pump jack PJ-1">{details}</Drawer>
 */
export function Drawer(props: DrawerProps) {
  const { controlTexts } = useWords();
  const { open, onOpenChange, title, description, children, footer, side = 'right', size = 'md' } = props;
  const returnFocus = useReturnFocus(open);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlayClass} />
        <Radix.Content
          {...returnFocus}
          className={cx(
            'fixed inset-y-0 z-50 flex w-[calc(100vw-2rem)] flex-col bg-raised text-ink shadow-overlay focus:outline-none',
            sides[side],
            widths[size],
          )}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className="flex items-start gap-3 border-b border-line py-3 pr-14 pl-5">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-lg font-semibold tracking-tight">{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description className="text-sm text-ink-muted">{description}</Radix.Description>
              )}
            </div>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
          {footer !== undefined && (
            <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">
              {footer}
            </footer>
          )}
          {/* Last, so that the focus starts at what the person came for. */}
          <Radix.Close asChild>
            <IconButton label={controlTexts.close} tooltip={false} className="absolute top-3 right-3">
              <X aria-hidden />
            </IconButton>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
