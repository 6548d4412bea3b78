'use client';

import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';

export interface Tab<Value extends string = string> {
  value: Value;
  label: ReactNode;
  /** Shown behind the label, such as a number of open alerts. */
  count?: number;
  content: ReactNode;
}

export interface TabsProps<Value extends string> {
  tabs: readonly Tab<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  /** Names the row of tabs. */
  label: string;
  className?: string;
}

/** The panels of one page. Only the chosen one is mounted. */
export function Tabs<Value extends string>({
  tabs,
  value,
  onValueChange,
  label,
  className,
}: TabsProps<Value>) {
  return (
    <Radix.Root
      value={value}
      onValueChange={(chosen) => {
        const tab = tabs.find((candidate) => candidate.value === chosen);
        if (tab) onValueChange(tab.value);
      }}
      className={cx('flex min-w-0 flex-col', className)}
    >
      <Radix.List aria-label={label} className="flex gap-4 overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            className={cx(
              '-mb-px inline-flex items-center gap-1.5 border-b-2 border-transparent py-2 text-sm font-medium whitespace-nowrap',
              'rounded-t-sm text-ink-muted transition-colors hover:text-ink focus-visible:-outline-offset-2',
              'data-[state=active]:border-accent data-[state=active]:text-ink',
            )}
          >
            {tab.label}
            {tab.count !== undefined && (
              <span className="num rounded-full bg-sunken px-1.5 text-xs text-ink-muted">{tab.count}</span>
            )}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="min-w-0 pt-4 focus-ring">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
