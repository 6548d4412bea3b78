'use client';

/** Saving the rows of a day's sheet: each by itself, several at a time, and none forgotten. */
import type { DaySheetRow, FieldError, ProductionEntry, ProductionRecord } from '@wellpulse/contracts';
import { parseEntry, type VolumesText, useWords } from '@wellpulse/ui';
import type { Words } from '@wellpulse/words';
import { useCallback, useState } from 'react';
import { problemOf } from '../../lib/api.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import { conflictOf, useSaveEntry, type EntryBase } from '../production/entry/save-entry.ts';
import { useSession } from '../../components/SessionProvider.tsx';

export type SavePhase =
  | { readonly kind: 'SAVING' }
  | {
      readonly kind: 'FAILED';
      /** What is wrong and what to do, in one sentence. */
      readonly message: string;
      readonly errors: readonly FieldError[];
      /** What somebody else saved meanwhile, and what was to be saved. */
      readonly conflict: { readonly mine: ProductionEntry; readonly theirs: ProductionRecord } | null;
    };

export interface SheetSaver {
  readonly phases: ReadonlyMap<string, SavePhase>;
  /** `base` is the record that the text changes; null for a new one. True if the server has it. */
  readonly save: (row: DaySheetRow, text: VolumesText, base: EntryBase | null) => Promise<boolean>;
  /** Forgets a failure, since the row is being changed. */
  readonly forget: (wellId: string) => void;
}

export function useSheetSaver(date: string): SheetSaver {
  const words = useWords();
  const { today } = useSession();
  const { mutateAsync } = useSaveEntry();
  const [phases, setPhases] = useState<ReadonlyMap<string, SavePhase>>(new Map());

  const setPhase = useCallback((wellId: string, phase: SavePhase | null) => {
    setPhases((before) => {
      if (phase === null && !before.has(wellId)) return before;
      const next = new Map(before);
      if (phase === null) next.delete(wellId);
      else next.set(wellId, phase);
      return next;
    });
  }, []);

  const save = useCallback(
    async ({ wellId }: DaySheetRow, text: VolumesText, base: EntryBase | null) => {
      const parsed = parseEntry(words, { productionDate: date, ...text }, today);
      if (!parsed.ok) {
        setPhase(wellId, failure(parsed.errors));
        return false;
      }
      setPhase(wellId, { kind: 'SAVING' });
      try {
        await mutateAsync({ wellId, entry: parsed.entry, base, text });
        setPhase(wellId, null);
        return true;
      } catch (error) {
        setPhase(wellId, refusal(words, error, parsed.entry));
        return false;
      }
    },
    [words, date, today, mutateAsync, setPhase],
  );

  const forget = useCallback(
    (wellId: string) => {
      setPhase(wellId, null);
    },
    [setPhase],
  );
  return { phases, save, forget };
}

const failure = (errors: readonly FieldError[]): SavePhase => ({
  kind: 'FAILED',
  message: `${errors.map(({ message }) => message).join('. ')}.`,
  errors,
  conflict: null,
});

function refusal(words: Words, error: unknown, mine: ProductionEntry): SavePhase {
  const { requestWords } = words;
  const theirs = conflictOf(error);
  const errors = problemOf(error)?.errors ?? [];
  if (theirs !== null) {
    return {
      kind: 'FAILED',
      message: requestWords.savedMeanwhile,
      errors: [],
      conflict: { mine, theirs },
    };
  }
  return {
    kind: 'FAILED',
    message: requestWords.notSaved(problemSentence(words, error)),
    errors,
    conflict: null,
  };
}
