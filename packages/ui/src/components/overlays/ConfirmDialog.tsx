'use client';

import { AlertDialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import { Button } from '../buttons/Button.tsx';
import { buttonClass } from '../buttons/button-styles.ts';
import { dialogClass, overlayClass } from './dialog-styles.ts';
import { useReturnFocus } from './use-return-focus.ts';
import { useWords } from '../../lib/words-context.tsx';

export interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The question: "Delete the entry of 24 Oct?" */
  title: ReactNode;
  /** What follows from it, and whether it can be undone. */
  description: ReactNode;
  /** The verb: "Delete". */
  confirmLabel: string;
  cancelLabel?: string;
  /** For what destroys or can't be undone. */
  danger?: boolean;
  /** While the action runs; the dialog stays until the host closes it. */
  loading?: boolean;
  onConfirm: () => void;
  /** Said under the description, such as why the action failed. */
  error?: ReactNode;
}

/**
 * Asks before what can't be undone. Focus starts on Cancel.
 *
 * @example
 * <ConfirmDialog {...dialog} title="Delete the entry?" description="This can't be undone." confirmLabel="Delete" danger />
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { controlTexts } = useWords();
  const { open, onOpenChange, title, description, confirmLabel, danger = false, loading = false } = props;
  const returnFocus = useReturnFocus(open);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlayClass} />
        <Radix.Content {...returnFocus} className={cx(dialogClass, 'max-w-md gap-2 overflow-y-auto p-5')}>
          <Radix.Title className="text-lg font-semibold tracking-tight [overflow-wrap:anywhere] field:text-xl">
            {title}
          </Radix.Title>
          <Radix.Description className="text-sm [overflow-wrap:anywhere] text-ink-muted field:text-lg">
            {description}
          </Radix.Description>
          {props.error !== undefined && (
            <p role="alert" className="text-sm text-bad field:text-lg">
              {props.error}
            </p>
          )}
          <div className="mt-3 flex flex-wrap justify-end gap-2 field:gap-5">
            <Radix.Cancel className={buttonClass()} disabled={loading}>
              {props.cancelLabel ?? controlTexts.cancel}
            </Radix.Cancel>
            <Button variant={danger ? 'danger' : 'primary'} loading={loading} onClick={props.onConfirm}>
              {confirmLabel}
            </Button>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
