import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** Above a form's buttons: why it was refused, where no single field is to blame. */
export function FormProblem({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="flex gap-2 rounded-md bg-bad-soft px-3 py-2 text-sm text-bad">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
