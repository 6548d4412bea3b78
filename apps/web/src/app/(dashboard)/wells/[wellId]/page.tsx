import type { Metadata } from 'next';
import { WellPage } from '../../../../features/wells/WellPage.tsx';
import { loadWellName } from '../../../../server/page-names.ts';

interface Props {
  readonly params: Promise<{ wellId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await loadWellName((await params).wellId) };
}

export default async function Page({ params }: Props) {
  const { wellId } = await params;
  return <WellPage key={wellId} wellId={wellId} />;
}
