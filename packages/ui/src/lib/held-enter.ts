import type { KeyboardEvent } from 'react';

/**
 * Lets nothing come of an Enter that is held down, except new lines in a text: it would answer the question that its first press has
 * raised. For `onKeyDownCapture` of whatever can be saved by Enter.
 *
 * @example
 * <form onKeyDownCapture={swallowHeldEnter}>
 */
export function swallowHeldEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !event.repeat) return;
  const isNewLine = event.target instanceof HTMLTextAreaElement && !event.ctrlKey && !event.metaKey;
  if (isNewLine) return;
  event.preventDefault();
  event.stopPropagation();
}
