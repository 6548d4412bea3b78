import type { Well } from '@wellpulse/contracts';
import { CircleSlash } from 'lucide-react';
import { words } from '../../../lib/language.ts';

/** Nothing for a well that is not plugged. */
export const PluggedNote = ({ well: { pluggedOn } }: { readonly well: Well }) =>
  pluggedOn === null ? null : (
    <p role="note" className="mb-4 flex items-center gap-2 text-sm text-ink-muted">
      <CircleSlash aria-hidden className="size-4 shrink-0" />
      This well was plugged on {words.formatDayFull(pluggedOn)}. It takes readings of days up to then.
    </p>
  );
