'use client';

import { cx } from '../../lib/cx.ts';
import { DialogWindow, type DialogWindowContent } from './DialogWindow.tsx';

export interface DrawerProps extends DialogWindowContent {
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
export const Drawer = ({ side = 'right', size = 'md', ...content }: DrawerProps) => (
  <DialogWindow
    {...content}
    className={cx(
      'fixed inset-y-0 z-50 flex w-[calc(100vw-2rem)] flex-col bg-raised text-ink shadow-overlay focus:outline-none',
      sides[side],
      widths[size],
    )}
    headerClassName="border-b border-line py-3"
    bodyClassName="py-4"
  />
);
