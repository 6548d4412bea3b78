import { Card, EmptyState } from '@wellpulse/ui';
import { CircleSlash } from 'lucide-react';

export const PluggedNote = () => (
  <Card>
    <EmptyState
      icon={<CircleSlash aria-hidden />}
      title="This well is plugged"
      description="A plugged well takes no more entries. If that is wrong, ask a manager."
    />
  </Card>
);
