/** The looks that everything which covers the page shares: Dialog, ConfirmDialog, Drawer, CommandPalette. */
export const overlayClass = 'fixed inset-0 z-40 animate-fade-in bg-black/40';

export const dialogClass =
  'fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 ' +
  'animate-pop-in flex-col overflow-hidden low:overflow-y-auto rounded-xl bg-raised text-ink shadow-overlay focus:outline-none';
