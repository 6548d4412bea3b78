'use client';

import { Check, ChevronsUpDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import { controlClass } from './control-styles.ts';
import { useControlAttributes } from './field-context.ts';
import { menuClass, menuItemClass } from '../overlays/menu-styles.ts';
import { useWords } from '../../lib/words-context.tsx';

/** One option of a `Select`. */
export interface SelectOption<Value extends string = string> {
  /** Not empty: an empty string is "nothing chosen". */
  value: Value;
  label: ReactNode;
  disabled?: boolean;
}

export interface SelectProps<Value extends string> {
  options: readonly SelectOption<Value>[];
  /** Undefined or empty: nothing chosen, the placeholder shows. */
  value: Value | '' | undefined;
  onValueChange: (value: Value) => void;
  placeholder?: string;
  disabled?: boolean;
  id?: string;
  name?: string;
  invalid?: boolean;
  /** Its name where no Field gives one, as in a toolbar. */
  'aria-label'?: string;
  className?: string;
}

/**
 * One of a few options. Beyond about fifteen, or where people search by name, use Combobox.
 *
 * @example
 * <Field label="Status"><Select options={statuses} value={status} onValueChange={setStatus} /></Field>
 */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { controlTexts } = useWords();
  const {
    options,
    value,
    onValueChange,
    placeholder = controlTexts.choose,
    disabled,
    name,
    className,
  } = props;
  const { required, ...attributes } = useControlAttributes({ id: props.id, invalid: props.invalid });
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onValueChange(option.value);
  };
  return (
    <Radix.Root
      value={value ?? ''}
      onValueChange={choose}
      {...(disabled === undefined ? {} : { disabled })}
      {...(name === undefined ? {} : { name })}
      {...(required === undefined ? {} : { required })}
    >
      <Radix.Trigger
        {...attributes}
        aria-label={props['aria-label']}
        className={cx(
          controlClass,
          'flex h-control items-center justify-between gap-2 px-2.5 text-left data-[placeholder]:text-ink-subtle field:h-15',
          className,
        )}
      >
        <span className="truncate">
          <Radix.Value placeholder={placeholder} />
        </span>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-subtle" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={cx(
            menuClass,
            'max-h-[min(20rem,var(--radix-select-content-available-height))] min-w-(--radix-select-trigger-width)',
          )}
        >
          <Radix.Viewport>
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled ?? false}
                className={cx(menuItemClass, 'pr-8 field:min-h-15 field:text-lg')}
              >
                <Radix.ItemText>{option.label}</Radix.ItemText>
                <Radix.ItemIndicator className="absolute right-2">
                  <Check aria-hidden className="size-4 text-accent-text" />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
