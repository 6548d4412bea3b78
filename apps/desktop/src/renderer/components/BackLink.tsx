import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

/** The way back, at the top of a page. */
export const BackLink = ({ href, children }: { readonly href: string; readonly children: ReactNode }) => (
  <Link href={href} className="flex min-h-15 items-center gap-3 self-start text-lg font-semibold">
    <ArrowLeft aria-hidden className="size-7 shrink-0" />
    {children}
  </Link>
);
