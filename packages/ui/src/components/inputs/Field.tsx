'use client';

import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import { FieldContext } from './field-context.ts';

export interface FieldProps {
  label: ReactNode;
  /** One control: Input, SecretInput, NumberField, TextArea, Select, Combobox or DateField. */
  children: ReactNode;
  hint?: ReactNode;
  /** Says what is wrong and what to do. Its presence marks the control as invalid. */
  error?: ReactNode;
  /** Accepted, but remarkable: says why. Give the control its `warning` as well. */
  warning?: ReactNode;
  required?: boolean;
  hideLabel?: boolean;
  /** Put opposite the label, such as a link or the unit. */
  aside?: ReactNode;
  className?: string;
}

const isSaid = (words: ReactNode): boolean =>
  words !== undefined && words !== null && words !== false && words !== '';

/**
 * A label around one control, with its hint, error and warning. The control takes its id and descriptions from here.
 *
 * @example
 * <Field label="Name" error={errors.name} required><Input value={name} onChange={typed} /></Field>
 */
export function Field({
  label,
  children,
  hint,
  error,
  warning,
  required = false,
  hideLabel,
  aside,
  className,
}: FieldProps) {
  const id = useId();
  const hasError = isSaid(error);
  const hasWarning = !hasError && isSaid(warning);
  const described = [hasError && `${id}-error`, hasWarning && `${id}-warning`, isSaid(hint) && `${id}-hint`]
    .filter(Boolean)
    .join(' ');
  const labelId = `${id}-label`;
  const describedBy = described === '' ? undefined : described;
  const wiring = { id, labelId, describedBy, invalid: hasError, required };
  return (
    <FieldContext value={wiring}>
      <div className={cx('flex min-w-0 flex-col gap-1.5', className)}>
        <div className={cx('flex items-baseline justify-between gap-2', hideLabel && 'sr-only')}>
          <label id={labelId} htmlFor={id} className="text-sm font-medium text-ink">
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
        {isSaid(hint) && (
          <p id={`${id}-hint`} className="text-xs text-ink-subtle">
            {hint}
          </p>
        )}
        {hasWarning && (
          <p id={`${id}-warning`} className="flex gap-1.5 text-xs text-attention">
            <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
            <span>{warning}</span>
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
