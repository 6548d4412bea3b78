'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import { useWords } from '../../lib/words-context.tsx';
import { IconButton } from '../buttons/IconButton.tsx';
import { overlayClass } from './dialog-styles.ts';
import { useReturnFocus } from './use-return-focus.ts';

/** What a window shows, and whether it is open. */
export interface DialogWindowContent {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  /** Buttons at the bottom right, the primary one last. */
  footer?: ReactNode;
}

export interface DialogWindowProps extends DialogWindowContent {
  className: string;
  headerClassName: string;
  descriptionClassName?: string;
  bodyClassName: string;
  footerClassName?: string;
}

/** What Dialog and Drawer have in common: a heading, a body that scrolls, buttons, a way out, and the focus. */
export function DialogWindow(props: DialogWindowProps) {
  const { open, onOpenChange, title, description, children, footer } = props;
  const { controlTexts } = useWords();
  const returnFocus = useReturnFocus(open);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlayClass} />
        <Radix.Content
          {...returnFocus}
          className={props.className}
          // Without a description Radix asks for this to be said explicitly.
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header
            className={cx(
              'flex items-start gap-3 pr-14 pl-5 field:min-h-24 field:pr-28',
              props.headerClassName,
            )}
          >
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-lg font-semibold tracking-tight [overflow-wrap:anywhere] field:text-xl">
                {title}
              </Radix.Title>
              {description !== undefined && (
                <Radix.Description
                  className={cx(
                    'text-sm [overflow-wrap:anywhere] text-ink-muted field:text-lg',
                    props.descriptionClassName,
                  )}
                >
                  {description}
                </Radix.Description>
              )}
            </div>
          </header>
          <div
            className={cx(
              'min-h-0 flex-1 overflow-y-auto px-5 low:flex-none low:overflow-visible',
              props.bodyClassName,
            )}
          >
            {children}
          </div>
          {footer !== undefined && (
            <footer
              className={cx(
                'flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3 field:gap-5 field:py-5',
                props.footerClassName,
              )}
            >
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
