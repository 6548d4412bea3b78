'use client';

import type { Device } from '@wellpulse/contracts';
import type { Severity } from '@wellpulse/domain';
import { CircleAlert, Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import { office, words } from '../../lib/language.ts';
import { useNow } from '../../lib/use-now.ts';
import { issuesOf } from './device-words.ts';

const { deviceWords } = words;

const APPEARANCE: Record<Severity, { icon: LucideIcon; className: string }> = {
  LOST: { icon: CircleAlert, className: 'text-bad' },
  LOOK: { icon: TriangleAlert, className: 'text-attention' },
  NOTE: { icon: Info, className: 'text-ink-subtle' },
};

/** What of the device a person should look at. */
export function DeviceIssueList({ device }: { device: Device }) {
  const issues = issuesOf(device, useNow());
  if (issues.length === 0) return null;
  return (
    <ul aria-label={office.devices.issues} className="mt-5 flex flex-col gap-3">
      {issues.map(({ kind, severity, words }) => {
        const { icon: Icon, className } = APPEARANCE[severity];
        return (
          <li key={kind} className="flex gap-2.5 text-sm">
            <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${className}`} />
            <span className="min-w-0">
              <span className="num block font-medium [overflow-wrap:anywhere]">{words}</span>
              <span className="block text-ink-muted">{deviceWords.issueExplanations[kind]}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
