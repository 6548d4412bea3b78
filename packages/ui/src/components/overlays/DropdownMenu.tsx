'use client';

import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import { menuClass, menuItemClass, menuLabelClass, menuSeparatorClass } from './menu-styles.ts';

export interface DropdownMenuProps {
  /** The button: one element that takes a ref. */
  trigger: ReactNode;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
}

export function DropdownMenu({ trigger, children, align = 'end' }: DropdownMenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={cx(menuClass, 'min-w-40')}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export interface MenuItemProps {
  children: ReactNode;
  icon?: ReactNode;
  /** A key that does the same, such as "E". */
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect?: () => void;
  /** The child is a link and becomes the item itself. */
  asChild?: boolean;
}

export function MenuItem({
  children,
  icon,
  shortcut,
  danger,
  disabled = false,
  onSelect,
  asChild,
}: MenuItemProps) {
  const className = cx(menuItemClass, danger && 'text-bad data-[highlighted]:bg-bad-soft [&>svg]:text-bad');
  const select = () => onSelect?.();
  if (asChild) {
    return (
      <Radix.Item asChild disabled={disabled} onSelect={select} className={className}>
        {children}
      </Radix.Item>
    );
  }
  return (
    <Radix.Item disabled={disabled} onSelect={select} className={className}>
      {icon}
      <span className="flex-1">{children}</span>
      {shortcut !== undefined && <span className="pl-4 text-xs text-ink-subtle">{shortcut}</span>}
    </Radix.Item>
  );
}

export interface MenuCheckItemProps {
  children: ReactNode;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
}

export function MenuCheckItem({ children, checked, onCheckedChange }: MenuCheckItemProps) {
  return (
    <Radix.CheckboxItem
      checked={checked}
      onCheckedChange={onCheckedChange}
      // Several are chosen in one go: the menu stays open.
      onSelect={(event) => {
        event.preventDefault();
      }}
      className={cx(menuItemClass, 'pr-8')}
    >
      {children}
      <Radix.ItemIndicator className="absolute right-2">
        <Check aria-hidden className="size-4 text-accent-text" />
      </Radix.ItemIndicator>
    </Radix.CheckboxItem>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className={menuLabelClass}>{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className={menuSeparatorClass} />;
}
