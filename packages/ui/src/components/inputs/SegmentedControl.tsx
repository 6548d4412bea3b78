'use client';

import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';

export interface Segment<Value extends string = string> {
  value: Value;
  label: ReactNode;
}

export interface SegmentedControlProps<Value extends string> {
  segments: readonly Segment<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  /** Its name for screen readers, such as "Range". */
  label: string;
  size?: 'sm' | 'md';
  className?: string;
}

/**
 * One of two to five short options, all visible. A radio group: arrow keys move and choose.
 *
 * @example
 * <SegmentedControl label="Range" segments={ranges} value={range} onValueChange={setRange} />
 */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { segments, value, onValueChange, label, size = 'md', className } = props;
  return (
    <RadioGroup.Root
      aria-label={label}
      orientation="horizontal"
      value={value}
      onValueChange={(chosen) => {
        const segment = segments.find((candidate) => candidate.value === chosen);
        if (segment) onValueChange(segment.value);
      }}
      className={cx(
        'inline-flex shrink-0 items-stretch rounded-md bg-sunken p-0.5',
        size === 'sm' ? 'h-control-sm' : 'h-control',
        // Hands in gloves: what can be pressed is large, and stands apart.
        'field:h-auto field:flex-wrap field:gap-5 field:bg-transparent field:p-0',
        className,
      )}
    >
      {segments.map((segment) => (
        <RadioGroup.Item
          key={segment.value}
          value={segment.value}
          className={cx(
            'inline-flex items-center gap-1.5 rounded-sm px-2.5 text-xs font-medium whitespace-nowrap text-ink-muted',
            'hover:text-ink data-[state=checked]:bg-thumb data-[state=checked]:text-ink',
            'data-[state=checked]:shadow-card [&>svg]:size-3.5',
            'field:min-h-15 field:min-w-15 field:justify-center field:rounded-xl field:border field:border-line-strong',
            'field:bg-surface field:px-5 field:text-base field:text-ink',
            'field:data-[state=checked]:bg-accent field:data-[state=checked]:text-accent-ink',
          )}
        >
          {segment.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
