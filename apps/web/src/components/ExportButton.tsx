'use client';

import { useMutation } from '@tanstack/react-query';
import { Button, saveFile, toast } from '@wellpulse/ui';
import { Download } from 'lucide-react';
import { toCsv, type CsvCell } from '../lib/csv.ts';
import { problemSentence } from '../lib/problem-words.ts';
import { useSession } from '../features/session/SessionProvider.tsx';

export interface ExportButtonProps {
  /** What the file is of: "wells". */
  readonly name: string;
  readonly header: readonly string[];
  /** All rows, also those that have not been scrolled to. */
  readonly load: () => Promise<CsvCell[][]>;
}

export function ExportButton({ name, header, load }: ExportButtonProps) {
  const { today, tenant } = useSession();
  const { mutate, isPending } = useMutation({
    mutationFn: load,
    onSuccess: (rows) => {
      saveFile(`${tenant.slug}-${name}-${today}.csv`, toCsv(header, rows));
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
