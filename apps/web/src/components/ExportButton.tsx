'use client';

import type { CsvCell } from '@wellpulse/domain';
import { useMutation } from '@tanstack/react-query';
import { Button, saveFile, toast, useWords } from '@wellpulse/ui';
import { Download } from 'lucide-react';
import { toCsv } from '../lib/csv.ts';
import { problemSentence } from '../lib/problem-words.ts';
import { useSession } from './SessionProvider.tsx';

/** The file's columns by their headings, in their order. */
export type ExportColumns<Item> = Readonly<Record<string, (item: Item) => CsvCell>>;

/** Columns that hold an item's values as they are. */
export const columnsOf = <Item extends object>(
  names: readonly { [Name in keyof Item]: Item[Name] extends CsvCell ? Name & string : never }[keyof Item][],
): ExportColumns<Item> =>
  Object.fromEntries(names.map((name) => [name, (item: Item) => item[name] as CsvCell]));

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
