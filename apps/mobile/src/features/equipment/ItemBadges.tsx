import type { DueItem, EquipmentStatus } from '@wellpulse/contracts';
import { DUE_TONES, STATUS_TONES, useWords } from '@wellpulse/forms';
import { StyleSheet, View } from 'react-native';
import { Badge } from '../../components/lists/Badge.tsx';
import type { IconName } from '../../components/icon-shapes.ts';

export interface ItemBadgesProps {
  readonly status: EquipmentStatus;
  /** Null if nothing says when it is due. */
  readonly due: Pick<DueItem, 'dueStatus' | 'daysLeft'> | null;
  readonly isPending?: boolean;
}

const SIGNS: Readonly<Record<EquipmentStatus, IconName>> = {
  OPERATIONAL: 'done',
  MAINTENANCE: 'wrench',
  FAILED: 'warning',
};

/** How an item is, how urgent its service is, and whether the office knows. */
export function ItemBadges({ status, due, isPending = false }: ItemBadgesProps) {
  const { equipmentStatusNames, fieldWords, formatDue } = useWords();
  return (
    <View style={styles.badges}>
      <Badge tone={STATUS_TONES[status]} icon={SIGNS[status]} text={equipmentStatusNames[status]} />
      {due !== null && (
        <Badge tone={DUE_TONES[due.dueStatus]} icon="due" text={formatDue(due.dueStatus, due.daysLeft)} />
      )}
      {isPending && <Badge tone="attention" icon="cloudUp" text={fieldWords.notSentYet} />}
    </View>
  );
}

const styles = StyleSheet.create({ badges: { flexDirection: 'row', flexWrap: 'wrap', gap: 8 } });
