/** The vectors of merging (docs/sync-merge-vectors.json), for everything that plays them. */
import type { ConflictPolicy } from '@wellpulse/contracts';
import { readFileSync } from 'node:fs';

/** One event of a device: who typed what, where, and which version they were looking at. */
export interface MergeStep {
  readonly id: string;
  readonly by: 'ann' | 'ben';
  readonly on: 'laptop' | 'phone' | 'tablet' | 'truck';
  readonly minute: number;
  readonly does: 'CREATED' | 'UPDATED' | 'DELETED';
  readonly base: number | null;
  readonly values?: Readonly<Record<string, unknown>>;
}

export interface MergeVector {
  readonly name: string;
  readonly policy: ConflictPolicy;
  readonly steps: readonly MergeStep[];
  /** By order of arrival: what becomes of its steps, and the states of its conflicts. */
  readonly orders: Readonly<
    Record<string, { readonly results: readonly string[]; readonly conflicts: readonly string[] }>
  >;
  /** What every order leads to; null for a reading that is deleted. */
  readonly stands: Readonly<Record<string, unknown>> | null;
}

const file = new URL('../../../docs/sync-merge-vectors.json', import.meta.url);

// The file is ours, and the tests that play it fail on whatever else it says.
export const mergeVectors = (JSON.parse(readFileSync(file, 'utf8')) as { cases: MergeVector[] }).cases;

/** The steps of a case in an order of arrival. */
export const inOrder = ({ steps }: MergeVector, order: string): MergeStep[] =>
  order.split('').flatMap((id) => steps.filter((step) => step.id === id));

/** The content of a step's event. */
export const payloadOf = (
  { values }: MergeStep,
  productionDate: string,
): Readonly<Record<string, unknown>> => ({ productionDate, ...values });
