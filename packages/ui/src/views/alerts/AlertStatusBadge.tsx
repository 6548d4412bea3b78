import type { AlertStatus } from '@wellpulse/contracts';
import { BellRing, Check, Eraser, type LucideIcon } from 'lucide-react';
import { Badge, type Tone } from '../../components/display/Badge.tsx';
import { useWords } from '../../lib/words-context.tsx';

const APPEARANCE: Record<AlertStatus, { tone: Tone; icon: LucideIcon }> = {
  OPEN: { tone: 'attention', icon: BellRing },
  ACKNOWLEDGED: { tone: 'good', icon: Check },
  CLEARED: { tone: 'unknown', icon: Eraser },
};

/**
 * Open, acknowledged or cleared.
 *
 * @example
 * <AlertStatusBadge status="ACKNOWLEDGED" />
 */
export function AlertStatusBadge({ status }: { status: AlertStatus }) {
  const { alertStatusNames } = useWords();
  const { tone, icon: Icon } = APPEARANCE[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {alertStatusNames[status]}
    </Badge>
  );
}
