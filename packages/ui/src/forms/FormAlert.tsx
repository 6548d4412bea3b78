import type { ReactNode } from 'react';

/** What is wrong with a form as a whole, above its buttons. */
export function FormAlert({ children }: { children: ReactNode }) {
  return (
    <div role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-sm text-bad">
      {children}
    </div>
  );
}
