'use client';

import { useMutation } from '@tanstack/react-query';
import { Button, saveFile, STATUS_LOOKS, toast } from '@wellpulse/ui';
import { Download } from 'lucide-react';
import { toCsv } from '../../lib/csv.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { loadAllWells, type WellFilters } from './well-queries.ts';

const HEADER = [
  'name',
  'apiNumber',
  'status',
  'route',
  'routePosition',
  'lease',
  'field',
  'operator',
  'latitude',
  'longitude',
  'spudDate',
  'lastProductionDate',
  'openAlerts',
] as const;

/** All wells that match the filters, also those that have not been scrolled to. */
export function WellsExportButton({ filters }: { filters: WellFilters }) {
  const { today, tenant } = useSession();
  const { mutate, isPending } = useMutation({
    mutationFn: () => loadAllWells(filters),
    onSuccess: (wells) => {
      const rows = wells.map((well) =>
        HEADER.map((field) => (field === 'status' ? STATUS_LOOKS[well.status].label : well[field])),
      );
      saveFile(`${tenant.slug}-wells-${today}.csv`, toCsv(HEADER, rows));
    },
    onError: (error) => {
      toast.error('Not exported', { description: problemSentence(error) });
    },
  });
  return (
    <Button
      icon={<Download aria-hidden />}
      loading={isPending}
      onClick={() => {
        mutate();
      }}
    >
      Export CSV
    </Button>
  );
}
