/** The vectors of servers that were put back (docs/sync-mark-vectors.json), for everything that plays them. */
import { readFileSync } from 'node:fs';

export type MarkStep =
  | { readonly do: 'write' }
  | { readonly do: 'keep'; readonly mark: string }
  | { readonly do: 'backUp'; readonly as: string }
  | { readonly do: 'restore'; readonly of: string }
  | {
      readonly do: 'ask';
      readonly device: 'truck' | 'phone';
      /** Null for none; `zero` and `beyond` are no kept ones. */
      readonly mark: string | null;
      readonly becomes: 'TAKEN' | 'LOG_REPLACED';
      readonly lineage: number;
    };

/** An event that a device sends, for the first time or again. */
export interface SentStep {
  readonly do: 'send';
  readonly id: string;
  readonly becomes: string;
  readonly on?: 'truck' | 'phone';
  readonly does?: 'CREATED' | 'UPDATED';
  /** `FLOOR` for the version that the record has by now. */
  readonly base?: number | 'FLOOR';
  readonly values?: Readonly<Record<string, unknown>>;
}

export type BaseStep =
  | SentStep
  | { readonly do: 'backUp' | 'restore' | 'beginLineage' }
  | { readonly do: 'wait'; readonly days: number };

export interface BaseVector {
  readonly name: string;
  readonly steps: readonly BaseStep[];
  /** The reading that it leads to. */
  readonly stands: Readonly<Record<string, unknown>>;
}

interface MarkVectors {
  readonly marks: readonly { readonly name: string; readonly steps: readonly MarkStep[] }[];
  readonly bases: readonly BaseVector[];
}

const file = new URL('../../../docs/sync-mark-vectors.json', import.meta.url);

// The file is ours, and the tests that play it fail on whatever else it says.
export const markVectors = JSON.parse(readFileSync(file, 'utf8')) as MarkVectors;
