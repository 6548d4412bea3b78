'use client';

import { isFoundIn, searchKey } from '@wellpulse/domain';
import { Command } from 'cmdk';
import { Check, ChevronsUpDown, Search } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import { controlClass } from './control-styles.ts';
import { useControlAttributes } from './field-context.ts';
import { menuClass, menuItemClass } from '../overlays/menu-styles.ts';
import { Spinner } from '../display/Spinner.tsx';
import { useWords } from '../../lib/words-context.tsx';

export interface ComboboxOption<Value extends string = string> {
  value: Value;
  /** What is searched and shown. */
  label: string;
  /** Searched as well, shown dimmed behind the label. */
  hint?: string;
}

export interface ComboboxProps<Value extends string> {
  options: readonly ComboboxOption<Value>[];
  value: Value | null;
  onValueChange: (value: Value) => void;
  placeholder?: string;
  searchPlaceholder?: string;
  /** What the list says when nothing matches. */
  emptyText?: ReactNode;
  /** Given: the host searches (the list is shown as it is); else the options are filtered here. */
  onSearchChange?: (text: string) => void;
  loading?: boolean;
  disabled?: boolean;
  id?: string;
  invalid?: boolean;
  'aria-label'?: string;
  className?: string;
}

/** 1 shows an option, 0 hides it. */
const isFoundInOption = (option: string, search: string, hints: readonly string[] = []): number =>
  searchKey(search)
    .split(' ')
    .every((word) => isFoundIn([option, ...hints].join(' '), word))
    ? 1
    : 0;

/**
 * One of many options, found by typing. Without `onSearchChange` the options are filtered here.
 *
 * @example
 * <Field label="Well"><Combobox options={wells} value={wellId} onValueChange={setWellId} /></Field>
 */
export function Combobox<Value extends string>(props: ComboboxProps<Value>) {
  const { options, value, onValueChange, loading = false, className } = props;
  const { controlTexts } = useWords();
  const placeholder = props.placeholder ?? controlTexts.choose;
  const [open, setOpen] = useState(false);
  const { required, ...attributes } = useControlAttributes({ id: props.id, invalid: props.invalid });
  const chosen = options.find((option) => option.value === value);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        {...attributes}
        role="combobox"
        aria-expanded={open}
        aria-required={required}
        aria-label={props['aria-label']}
        disabled={props.disabled}
        className={cx(
          controlClass,
          'flex h-control items-center justify-between gap-2 px-2.5 text-left field:h-15',
          className,
        )}
      >
        <span className={cx('truncate', !chosen && 'text-ink-subtle')}>{chosen?.label ?? placeholder}</span>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-subtle" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className={cx(menuClass, 'w-(--radix-popover-trigger-width) min-w-64 p-0')}
        >
          <Command
            loop
            filter={isFoundInOption}
            shouldFilter={props.onSearchChange === undefined}
            label={placeholder}
          >
            <div className="flex items-center gap-2 border-b border-line px-3">
              <Search aria-hidden className="size-4 shrink-0 text-ink-subtle" />
              <Command.Input
                placeholder={props.searchPlaceholder ?? controlTexts.search}
                className="h-10 w-full bg-transparent text-sm focus:outline-hidden field:h-15 field:text-xl"
                {...(props.onSearchChange === undefined ? {} : { onValueChange: props.onSearchChange })}
              />
              {loading && <Spinner label={controlTexts.searching} className="text-ink-subtle" />}
            </div>
            <Command.List className="max-h-[min(18rem,var(--radix-popover-content-available-height)_-_4.5rem)] overflow-y-auto p-1">
              <Command.Empty className="px-2 py-6 text-center text-sm text-ink-muted">
                {props.emptyText ?? controlTexts.nothingFound}
              </Command.Empty>
              {options.map((option) => (
                <Command.Item
                  key={option.value}
                  value={`${option.label} ${option.value}`}
                  keywords={option.hint === undefined ? [] : [option.hint]}
                  onSelect={() => {
                    onValueChange(option.value);
                    setOpen(false);
                  }}
                  className={menuItemClass}
                >
                  <span className="truncate">{option.label}</span>
                  {option.hint !== undefined && (
                    <span className="ml-auto truncate pl-3 text-xs text-ink-subtle">{option.hint}</span>
                  )}
                  {option.value === value && (
                    <Check aria-hidden className={cx('shrink-0', option.hint === undefined && 'ml-auto')} />
                  )}
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
