import type { Metadata } from 'next';
import { words } from '../../../lib/language.ts';
import { RequireAccess } from '../../../components/missing/RequireAccess.tsx';
import { DaySheetPage } from '../../../features/day-sheet/DaySheetPage.tsx';

export const metadata: Metadata = { title: words.shellWords.pageNames.enter };

export default function Page() {
  return (
    <RequireAccess access="ENTER">
      <DaySheetPage />
    </RequireAccess>
  );
}
