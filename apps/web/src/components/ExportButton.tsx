'use client';

import { useMutation } from '@tanstack/react-query';
import { Button, saveFile, toast, useWords } from '@wellpulse/ui';
import { Download } from 'lucide-react';
import { toCsv } from '../lib/csv.ts';
import { problemSentence } from '../lib/problem-words.ts';
import type { ExportColumns } from '../lib/export-columns.ts';
import { useSession } from './SessionProvider.tsx';

export interface ExportButtonProps<Item> {
  /** What the file is of: "wells". */
  readonly name: string;
  readonly columns: ExportColumns<Item>;
  /** All items, also those that have not been scrolled to. */
  readonly load: () => Promise<readonly Item[]> | readonly Item[];
  /** Small where it stands in the heading of a card. */
  readonly size?: 'sm';
}

/** Every table's way into a spreadsheet. */
export function ExportButton<Item>({ name, columns, load, size }: ExportButtonProps<Item>) {
  const words = useWords();
  const { today, tenant } = useSession();
  const { mutate, isPending } = useMutation({
    mutationFn: async () => load(),
    onSuccess: (items) => {
      const cells = Object.values(columns);
      const rows = items.map((item) => cells.map((cellOf) => cellOf(item)));
      saveFile(`${tenant.slug}-${name}-${today}.csv`, toCsv(Object.keys(columns), rows));
    },
    onError: (error) => {
      toast.error(words.listWords.notExported, { description: problemSentence(words, error) });
    },
  });
  return (
    <Button
      icon={<Download aria-hidden />}
      size={size}
      loading={isPending}
      onClick={() => {
        mutate();
      }}
    >
      {words.listWords.exportCsv}
    </Button>
  );
}
