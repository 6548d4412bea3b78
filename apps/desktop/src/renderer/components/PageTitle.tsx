import { iconButtonClass } from '@wellpulse/ui';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

export interface PageTitleProps {
  readonly title: ReactNode;
  /** Below it: what more there is to say. */
  readonly below?: ReactNode;
  /** Where the page belongs to, before the title. */
  readonly back?: { readonly href: string; readonly label: string };
  /** Buttons, and the state of what the page is about. */
  readonly children?: ReactNode;
}

/** The head of a page. */
export const PageTitle = ({ title, below, back, children }: PageTitleProps) => (
  <header className="flex flex-wrap items-center gap-5">
    {back !== undefined && (
      <Link
        href={back.href}
        aria-label={back.label}
        title={back.label}
        className={iconButtonClass({ variant: 'secondary', size: 'field' })}
      >
        <ArrowLeft aria-hidden className="size-7" />
      </Link>
    )}
    <div className="min-w-0 grow basis-80">
      <h1 className="text-2xl font-bold [overflow-wrap:anywhere] first-letter:uppercase">{title}</h1>
      {below !== undefined && <div className="text-lg text-ink-muted">{below}</div>}
    </div>
    {children}
  </header>
);
