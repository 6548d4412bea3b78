'use client';

/**
 * Where the focus goes when a dialog closes: back to what opened it, as somebody without a mouse expects. Radix does so
 * only for dialogs that have a trigger of their own; ours are opened by their host.
 */
import { useState } from 'react';

interface ReturnFocus {
  readonly onCloseAutoFocus: (event: Event) => void;
}

/** For the content of a dialog that is open or not. */
export function useReturnFocus(open: boolean): ReturnFocus {
  const [wasOpen, setWasOpen] = useState(false);
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  if (open !== wasOpen) {
    setWasOpen(open);
    // Now and not in an effect: by then the dialog's content may have taken the focus.
    if (open) setOpener(openerOf(document.activeElement));
  }
  return {
    onCloseAutoFocus: (event) => {
      event.preventDefault();
      opener?.focus();
    },
  };
}

/** A menu is gone by the time the dialog closes; its button is still there. */
function openerOf(element: Element | null): HTMLElement | null {
  const buttonId = element?.closest('[role="menu"]')?.getAttribute('aria-labelledby') ?? null;
  const opener = buttonId === null ? element : document.getElementById(buttonId);
  return opener instanceof HTMLElement ? opener : null;
}
