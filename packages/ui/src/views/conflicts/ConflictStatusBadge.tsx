import type { ConflictStatus } from '@wellpulse/contracts';
import { CircleCheck, CircleHelp, CircleSlash, Scale, Undo2, type LucideIcon } from 'lucide-react';
import { Badge, type Tone } from '../../components/display/Badge.tsx';
import { useWords } from '../../lib/words-context.tsx';

const APPEARANCE: Record<ConflictStatus, { tone: Tone; icon: LucideIcon }> = {
  OPEN: { tone: 'attention', icon: CircleHelp },
  SETTLED: { tone: 'unknown', icon: Scale },
  RESOLVED: { tone: 'good', icon: CircleCheck },
  UNDONE: { tone: 'accent', icon: Undo2 },
  WITHDRAWN: { tone: 'unknown', icon: CircleSlash },
};

export function ConflictStatusBadge({ status }: { status: ConflictStatus }) {
  const words = useWords();
  const { tone, icon: Icon } = APPEARANCE[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {words.conflictStatusNames[status]}
    </Badge>
  );
}
