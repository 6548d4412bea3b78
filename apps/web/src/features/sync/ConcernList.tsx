'use client';

import type { Device } from '@wellpulse/contracts';
import { CircleAlert, Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useNow } from '../../lib/use-now.ts';
import { concernsOf, type ConcernKind, type Weight } from './device-health.ts';

const LOOKS: Record<Weight, { icon: LucideIcon; className: string }> = {
  LOST: { icon: CircleAlert, className: 'text-bad' },
  LOOK: { icon: TriangleAlert, className: 'text-attention' },
  NOTE: { icon: Info, className: 'text-ink-subtle' },
};

/** What it means, and what to do. */
const EXPLANATIONS: Record<ConcernKind, string> = {
  MISSING:
    'Each entry on a device has a number. These never came although later ones did. Look on the device: what still waits there can be sent, or saved as a file and imported here.',
  REFUSED: 'In the last 30 days. The device shows each with the reason, to be entered anew or left.',
  CONFLICTS: 'Somebody has to choose between two entries.',
  SILENT: 'Ask whether it is lost, broken, or without a network. Entries may wait on it.',
  CLOCK: 'Nothing is lost by it: the times of its entries are set right when they arrive.',
  PHOTOS: 'The entries are here, their photos not yet. They follow when the device has a better network.',
};

/** What of the device a person should look at. */
export function ConcernList({ device }: { device: Device }) {
  const concerns = concernsOf(device, useNow());
  if (concerns.length === 0) return null;
  return (
    <ul aria-label="To look at" className="mt-5 flex flex-col gap-3">
      {concerns.map(({ kind, weight, words }) => {
        const { icon: Icon, className } = LOOKS[weight];
        return (
          <li key={kind} className="flex gap-2.5 text-sm">
            <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${className}`} />
            <span className="min-w-0">
              <span className="num block font-medium [overflow-wrap:anywhere]">{words}</span>
              <span className="block text-ink-muted">{EXPLANATIONS[kind]}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
