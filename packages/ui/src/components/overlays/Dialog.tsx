'use client';

import { cx } from '../../lib/cx.ts';
import { dialogClass } from './dialog-styles.ts';
import { DialogWindow, type DialogWindowContent } from './DialogWindow.tsx';

export interface DialogProps extends DialogWindowContent {
  size?: 'sm' | 'md' | 'lg' | 'xl';
}

const widths = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-3xl', xl: 'max-w-6xl' };

/**
 * A window above the page. It holds the focus and gives it back when it closes.
 *
 * @example
 * <Dialog open={isOpen} onOpenChange={setIsOpen} title="Invite" footer={buttons}>{form}</Dialog>
 */
export const Dialog = ({ size = 'md', ...content }: DialogProps) => (
  <DialogWindow
    {...content}
    className={cx(dialogClass, widths[size])}
    headerClassName="pt-4 pb-3"
    descriptionClassName="mt-0.5"
    bodyClassName="pb-5"
    footerClassName="bg-canvas"
  />
);
