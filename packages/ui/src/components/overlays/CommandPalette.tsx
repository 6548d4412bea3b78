'use client';

import { searchKey } from '@wellpulse/domain';
import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import { dialogClass, overlayClass } from './dialog-styles.ts';
import { Kbd } from '../display/Kbd.tsx';
import { menuItemClass } from './menu-styles.ts';
import { Spinner } from '../display/Spinner.tsx';
import { useReturnFocus } from './use-return-focus.ts';
import { useWords } from '../../lib/words-context.tsx';

/** One thing that the command palette finds, and what choosing it does. */
export interface PaletteItem {
  id: string;
  label: string;
  /** Dimmed, behind the label: an API number, a route. */
  hint?: string;
  icon?: ReactNode;
  /** Other words that find it. */
  keywords?: readonly string[];
  onSelect: () => void;
}

/** Items of the command palette under one heading. A group without a match is not shown. */
export interface PaletteGroup {
  heading: string;
  items: readonly PaletteItem[];
  /** Found by the host: for the current text or, while `loading`, for the one before. Shown whatever the filter here thinks. */
  alreadyMatched?: boolean;
}

export interface CommandPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly PaletteGroup[];
  search: string;
  onSearchChange: (text: string) => void;
  /** Results of the host's search are under way. */
  loading?: boolean;
  placeholder?: string;
  emptyText?: ReactNode;
}

const MOVES = new Set(['ArrowUp', 'ArrowDown', 'Home', 'End']);

function matches(item: PaletteItem, words: readonly string[]): boolean {
  const text = searchKey([item.label, item.hint ?? '', ...(item.keywords ?? [])].join(' '));
  return words.every((word) => text.includes(word));
}

/**
 * Search over everything with one key. The host opens it on Ctrl/Cmd+K and supplies results as they arrive.
 *
 * @example
 * <CommandPalette open={isOpen} onOpenChange={setIsOpen} groups={groups} search={text} onSearchChange={setText} />
 */
export function CommandPalette(props: CommandPaletteProps) {
  const { controlTexts } = useWords();
  const { open, onOpenChange, groups, search, onSearchChange, loading = false } = props;
  const words = searchKey(search).split(' ').filter(Boolean);
  const shown = groups
    .map((group) => ({
      ...group,
      items: group.alreadyMatched ? group.items : group.items.filter((item) => matches(item, words)),
    }))
    .filter((group) => group.items.length > 0);
  const [marked, setMarked] = useState('');
  const items = shown.flatMap((group) => group.items);
  const current = items.find(({ id }) => id === marked) ?? items[0];
  const choose = (item: PaletteItem) => {
    onOpenChange(false);
    item.onSelect();
  };

  // Who types a name and presses Enter wants what they typed, not what was found for half of it: then Enter waits.
  const isEnterWaiting = useRef(false);
  const isMarkedByHand = useRef(false);
  const isOfHost = shown.some(
    (group) => group.alreadyMatched && group.items.some((item) => item === current),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (MOVES.has(event.key)) isMarkedByHand.current = true;
    const isStale = loading && !isMarkedByHand.current && (current === undefined || isOfHost);
    isEnterWaiting.current = event.key === 'Enter' && isStale;
    if (isEnterWaiting.current) event.preventDefault();
  };
  const changeSearch = (text: string) => {
    isMarkedByHand.current = false;
    onSearchChange(text);
  };
  useEffect(() => {
    if (loading || !isEnterWaiting.current) return;
    isEnterWaiting.current = false;
    if (open && items[0]) choose(items[0]);
  });

  const returnFocus = useReturnFocus(open);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlayClass} />
        <Radix.Content
          {...returnFocus}
          aria-describedby={undefined}
          className={cx(dialogClass, 'top-[12vh] max-w-xl translate-y-0')}
        >
          <Radix.Title className="sr-only">{controlTexts.searchAndCommands}</Radix.Title>
          <Command
            loop
            shouldFilter={false}
            label={controlTexts.searchAndCommands}
            value={current?.id ?? ''}
            onValueChange={setMarked}
            onKeyDown={onKeyDown}
          >
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <Search aria-hidden className="size-4 shrink-0 text-ink-subtle" />
              <Command.Input
                value={search}
                onValueChange={changeSearch}
                placeholder={props.placeholder ?? controlTexts.searchEverything}
                className="h-12 w-full bg-transparent text-base focus:outline-hidden"
              />
              {loading && <Spinner label={controlTexts.searching} className="text-ink-subtle" />}
              <Kbd>Esc</Kbd>
            </div>
            <Command.List className="max-h-[min(24rem,60vh)] overflow-y-auto p-1.5">
              {!loading && (
                <Command.Empty className="px-2 py-10 text-center text-sm text-ink-muted">
                  {props.emptyText ?? controlTexts.nothingFoundFor(search)}
                </Command.Empty>
              )}
              {shown.map((group) => (
                <Command.Group
                  key={group.heading}
                  heading={group.heading}
                  className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-subtle"
                >
                  {group.items.map((item) => (
                    <Command.Item
                      key={item.id}
                      value={item.id}
                      onSelect={() => {
                        choose(item);
                      }}
                      className={cx(menuItemClass, 'min-h-9')}
                    >
                      {item.icon}
                      <span className="truncate">{item.label}</span>
                      {item.hint !== undefined && (
                        <span className="ml-auto truncate pl-4 text-xs text-ink-subtle">{item.hint}</span>
                      )}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
