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

/**
 * A menu that opens from a button. Its children are `MenuItem`, `MenuCheckItem`, `MenuLabel` and `MenuSeparator`.
 *
 * @example
 * <DropdownMenu trigger={<IconButton label="More">{dots}</IconButton>}><MenuItem onSelect={edit}>Edit</MenuItem></DropdownMenu>
 */
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

/**
 * One action of a menu. With `asChild` its child, a link, becomes the item.
 *
 * @example
 * <MenuItem icon={<Pencil />} shortcut="E" onSelect={edit}>Edit</MenuItem>
 */
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

/**
 * An item of a menu that is switched on and off. The menu stays open, so several can be chosen.
 *
 * @example
 * <MenuCheckItem checked={isShown} onCheckedChange={setIsShown}>Route</MenuCheckItem>
 */
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

/**
 * The heading of a group of items in a menu.
 *
 * @example
 * <MenuLabel>Columns</MenuLabel>
 */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className={menuLabelClass}>{children}</Radix.Label>;
}

/**
 * A line between groups of items in a menu.
 *
 * @example
 * <MenuSeparator />
 */
export function MenuSeparator() {
  return <Radix.Separator className={menuSeparatorClass} />;
}
