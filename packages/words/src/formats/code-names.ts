/** The names of codes, and what is made of them alone. */
import type { DueStatus, Equipment } from '@wellpulse/contracts';
import type { Texts } from '../en/index.ts';

export function codeNames({ calendar, codes }: Pick<Texts, 'calendar' | 'codes'>) {
  const { overdueBy, dueToday, dueIn, someEquipment } = codes;

  /** How people call an item: "Pump jack PJ-1". */
  const equipmentName = (item: Pick<Equipment, 'equipmentType' | 'serialNumber'>): string => {
    const type =
      item.equipmentType === 'OTHER' ? someEquipment : codes.equipmentTypeNames[item.equipmentType];
    return `${type} ${item.serialNumber}`;
  };

  /** "12 days overdue", "Due today", "Due in 3 days". `daysLeft` is negative once the day has passed. */
  function formatDue(status: DueStatus, daysLeft: number): string {
    if (status === 'OVERDUE') return overdueBy(calendar.span(Math.abs(daysLeft), 'day'));
    return daysLeft === 0 ? dueToday : dueIn(calendar.span(daysLeft, 'day'));
  }

  return {
    alertKindNames: codes.alertKindNames,
    alertStatusNames: codes.alertStatusNames,
    dueStatusNames: codes.dueStatusNames,
    entryMethodNames: codes.entryMethodNames,
    equipmentStatusNames: codes.equipmentStatusNames,
    /** Where one of the types is chosen; in a sentence, `equipmentName` names an item. */
    equipmentTypeNames: codes.equipmentTypeNames,
    maintenanceTypeNames: codes.maintenanceTypeNames,
    platformNames: codes.platformNames,
    roleNames: codes.roleNames,
    sourceNames: codes.sourceNames,
    wellStatusNames: codes.wellStatusNames,
    equipmentName,
    formatDue,
  };
}
