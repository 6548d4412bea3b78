'use client';

import { isThisMachine, signInCode } from '@wellpulse/contracts';
import { Card, CopyButton } from '@wellpulse/ui';
import { TriangleAlert } from 'lucide-react';
import { useSession } from '../../components/SessionProvider.tsx';
import { office } from '../../lib/language.ts';
import { codeSquares } from './code-squares.ts';

const texts = office.settings;

export interface DevicesCardProps {
  /** The public origin, under which devices find this server. */
  readonly origin: string;
}

/** What a laptop or a phone has to know at its first sign-in, to be scanned or read. */
export function DevicesCard({ origin }: DevicesCardProps) {
  const { tenant } = useSession();
  return (
    <Card title={texts.devices} description={texts.devicesAbout}>
      <div className="flex flex-wrap items-center gap-6">
        <SignInCode text={signInCode(origin, tenant.slug)} />
        <dl className="flex min-w-0 flex-col gap-3 text-sm">
          <CopiedItem label={texts.serverAddress} value={origin} />
          <CopiedItem label={texts.tenantName} value={tenant.slug} />
        </dl>
      </div>
      <Warning origin={origin} />
    </Card>
  );
}

/** Black on white in every theme: cameras expect that. The text beside it says the same. */
function SignInCode({ text }: { text: string }) {
  const { side, path } = codeSquares(text);
  return (
    <svg
      role="img"
      aria-label={texts.codeOf(text)}
      viewBox={`0 0 ${String(side)} ${String(side)}`}
      shapeRendering="crispEdges"
      className="size-44 shrink-0 rounded-lg forced-color-adjust-none"
    >
      <rect width={side} height={side} fill="white" />
      <path d={path} fill="black" />
    </svg>
  );
}

function CopiedItem({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="text-xs text-ink-subtle">{label}</dt>
      <dd className="flex items-center gap-1 font-medium break-all">
        {value}
        <CopyButton text={value} what={label.toLowerCase()} />
      </dd>
    </div>
  );
}

/** Where devices would ask in vain, or in the open. */
function Warning({ origin }: DevicesCardProps) {
  const warning = isThisMachine(origin)
    ? texts.onlyThisMachine
    : origin.startsWith('http:')
      ? texts.withoutHttps
      : null;
  if (warning === null) return null;
  return (
    <p role="note" className="mt-4 flex gap-2 text-sm text-ink-muted">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-attention" />
      {warning}
    </p>
  );
}
