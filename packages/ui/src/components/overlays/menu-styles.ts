/** The looks that everything which drops down shares: Select, Combobox, DropdownMenu, CommandPalette. */
export const menuClass =
  'z-50 animate-pop-in overflow-hidden rounded-lg bg-raised p-1 text-sm text-ink shadow-overlay ' +
  'focus:outline-none';

export const menuItemClass =
  'relative flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 outline-none select-none ' +
  'pointer-coarse:min-h-11 field:min-h-15 data-[highlighted]:bg-hover data-[selected=true]:bg-hover ' +
  'data-[disabled=true]:pointer-events-none data-[disabled=true]:opacity-50 ' +
  'data-[disabled=""]:pointer-events-none data-[disabled=""]:opacity-50 [&>svg]:size-4 [&>svg]:text-ink-subtle';

export const menuLabelClass = 'px-2 pt-2 pb-1 text-xs font-medium text-ink-subtle';

export const menuSeparatorClass = '-mx-1 my-1 h-px bg-line';
