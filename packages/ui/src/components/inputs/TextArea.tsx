'use client';

import type { ComponentProps } from 'react';
import { cx } from '../../lib/cx.ts';
import { controlClass } from './control-styles.ts';
import { useControlAttributes } from './field-context.ts';

export interface TextAreaProps extends ComponentProps<'textarea'> {
  invalid?: boolean;
}

/**
 * Several lines of text; grows with them where the browser can.
 *
 * @example
 * <Field label="Notes"><TextArea value={notes} onChange={typed} /></Field>
 */
export function TextArea({ invalid, className, rows = 2, ...rest }: TextAreaProps) {
  const attributes = useControlAttributes({ ...rest, invalid });
  return (
    <textarea
      rows={rows}
      {...rest}
      {...attributes}
      className={cx(controlClass, 'field-sizing-content max-h-60 min-h-14 resize-y px-2.5 py-1.5', className)}
    />
  );
}
