import type { ReactNode } from 'react';

export interface PageTitleProps {
  readonly title: ReactNode;
  /** Below it: what more there is to say. */
  readonly below?: ReactNode;
  /** Buttons, and the state of what the page is about. */
  readonly children?: ReactNode;
}

/** The head of a page. */
export const PageTitle = ({ title, below, children }: PageTitleProps) => (
  <header className="flex flex-wrap items-center gap-5">
    <div className="min-w-0 grow basis-80">
      <h1 className="text-2xl font-bold [overflow-wrap:anywhere]">{title}</h1>
      {below !== undefined && <div className="text-lg text-ink-muted">{below}</div>}
    </div>
    {children}
  </header>
);
