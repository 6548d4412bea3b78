'use client';

import { CircleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import { FieldContext } from './field-context.ts';

export interface FieldProps {
  label: ReactNode;
  /** One control: Input, NumberField, TextArea, Select, Combobox or DateField. */
  children: ReactNode;
  hint?: ReactNode;
  /** Says what is wrong and what to do. Its presence marks the control as invalid. */
  error?: ReactNode;
  required?: boolean;
  hideLabel?: boolean;
  /** Put opposite the label, such as a link or the unit. */
  aside?: ReactNode;
  className?: string;
}

export function Field({
  label,
  children,
  hint,
  error,
  required = false,
  hideLabel,
  aside,
  className,
}: FieldProps) {
  const id = useId();
  const hasError = error !== undefined && error !== null && error !== false && error !== '';
  const described = [hasError && `${id}-error`, hint !== undefined && `${id}-hint`].filter(Boolean).join(' ');
  const wiring = { id, describedBy: described === '' ? undefined : described, invalid: hasError, required };
  return (
    <FieldContext value={wiring}>
      <div className={cx('flex min-w-0 flex-col gap-1.5', className)}>
        <div className={cx('flex items-baseline justify-between gap-2', hideLabel && 'sr-only')}>
          <label htmlFor={id} className="text-sm font-medium text-ink">
            {label}
            {required && (
              <span aria-hidden className="ml-0.5 text-bad">
                *
              </span>
            )}
          </label>
          {aside !== undefined && <span className="text-xs text-ink-subtle">{aside}</span>}
        </div>
        {children}
        {hint !== undefined && (
          <p id={`${id}-hint`} className="text-xs text-ink-subtle">
            {hint}
          </p>
        )}
        {hasError && (
          <p id={`${id}-error`} className="flex gap-1.5 text-xs text-bad">
            <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
            <span>{error}</span>
          </p>
        )}
      </div>
    </FieldContext>
  );
}
