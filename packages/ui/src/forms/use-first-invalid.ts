'use client';

import { useEffect, useRef, type RefObject } from 'react';

/**
 * Moves the focus to the first wrong field when a form was refused, here or by the server. Give the result to the form
 * as its `ref`.
 *
 * @param refusals counts what was refused, see `RecordForm`
 * @example
 * const ref = useFirstInvalid(form.refusals);
 */
export function useFirstInvalid(refusals: number): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);
  return form;
}
