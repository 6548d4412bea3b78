'use client';

import { Select } from '@wellpulse/ui';

export interface OptionFilterProps<Value extends string> {
  readonly label: string;
  /** What no choice is called: "All statuses". */
  readonly all: string;
  readonly options: Readonly<Record<Value, string>>;
  readonly value: Value | null;
  readonly onValueChange: (value: Value | null) => void;
}

const ALL = '*';

/** Narrows a list to one of a few values, or to none. */
export function OptionFilter<Value extends string>(props: OptionFilterProps<Value>) {
  const { label, all, options, value, onValueChange } = props;
  const values = Object.keys(options).filter((key): key is Value => key in options);
  return (
    <div className="w-40">
      <Select
        aria-label={label}
        value={value ?? ALL}
        options={[
          { value: ALL, label: all },
          ...values.map((candidate) => ({ value: candidate, label: options[candidate] })),
        ]}
        onValueChange={(chosen) => {
          onValueChange(values.find((candidate) => candidate === chosen) ?? null);
        }}
      />
    </div>
  );
}
