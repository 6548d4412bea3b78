'use client';

import type { DaySheet } from '@wellpulse/contracts';
import { StrandedDrafts, useObserved, type DraftSubjects, type StrandedDraft } from '@wellpulse/forms';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { problemOf } from '../../lib/api.ts';
import { itemQuery } from '../../queries/equipment-queries.ts';
import { wellQuery } from '../../queries/well-queries.ts';
import { useFormDrafts } from '../drafts/use-form-drafts.ts';
import { useEntryDesk, useUnsaved } from '../production/entry/entry-desk.tsx';

const NONE: readonly StrandedDraft[] = [];

/** What this browser keeps that can't be saved any more. It looks again when a draft has no row on the sheet; undefined: it is not there yet. */
export function useStrandedDrafts(sheet: DaySheet | undefined): StrandedDrafts {
  const queryClient = useQueryClient();
  const desk = useEntryDesk();
  const drafts = useFormDrafts();
  const unsaved = useUnsaved();
  const [stranded] = useState(
    () => new StrandedDrafts({ desk, drafts, subjects: subjectsFrom(queryClient) }),
  );
  useObserved(stranded, () => stranded.list, NONE);
  const withoutRow =
    sheet === undefined
      ? null
      : unsaved
          .filter(({ date, wellId }) => !hasRow(sheet, date, wellId))
          .map(({ date, wellId }) => `${date} ${wellId}`)
          .join();
  useEffect(() => {
    if (withoutRow !== null) void stranded.look();
  }, [stranded, withoutRow]);
  return stranded;
}

const hasRow = (sheet: DaySheet, date: string, wellId: string): boolean =>
  sheet.date === date && sheet.items.some((row) => row.wellId === wellId && row.takesReading);

/** Without an answer nothing is known. */
const subjectsFrom = (queryClient: QueryClient): DraftSubjects => ({
  well: (wellId) =>
    queryClient.query(wellQuery(wellId)).catch((error: unknown) => (isGone(error) ? null : undefined)),
  hasItem: (equipmentId) =>
    queryClient.query(itemQuery(equipmentId)).then(
      () => true,
      (error: unknown) => (isGone(error) ? false : undefined),
    ),
});

const isGone = (error: unknown): boolean => problemOf(error)?.status === 404;
