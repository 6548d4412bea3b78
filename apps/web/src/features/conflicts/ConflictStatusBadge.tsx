import type { ConflictStatus } from '@wellpulse/contracts';
import { Badge, type Tone } from '@wellpulse/ui';
import { CircleCheck, CircleHelp, CircleSlash, Scale, Undo2, type LucideIcon } from 'lucide-react';
import { words } from '../../lib/language.ts';

const LOOKS: Record<ConflictStatus, { tone: Tone; icon: LucideIcon }> = {
  OPEN: { tone: 'attention', icon: CircleHelp },
  SETTLED: { tone: 'unknown', icon: Scale },
  RESOLVED: { tone: 'good', icon: CircleCheck },
  UNDONE: { tone: 'accent', icon: Undo2 },
  WITHDRAWN: { tone: 'unknown', icon: CircleSlash },
};

export function ConflictStatusBadge({ status }: { status: ConflictStatus }) {
  const { tone, icon: Icon } = LOOKS[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {words.conflictStatusNames[status]}
    </Badge>
  );
}
