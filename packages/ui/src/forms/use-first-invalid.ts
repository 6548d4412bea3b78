'use client';

import type { FieldError } from '@wellpulse/contracts';
import { useEffect, useRef, type RefObject } from 'react';

/**
 * Moves the focus to the first wrong field when a form was refused, here or by the server. Give the result to the form
 * as its `ref`.
 *
 * @param refusals counts what was refused here, see `useTextForm`
 */
export function useFirstInvalid(
  refusals: number,
  fieldErrors: readonly FieldError[],
): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusals === 0 && fieldErrors.length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals, fieldErrors]);
  return form;
}
