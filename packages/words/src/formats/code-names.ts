/** The names of codes, and what is made of them alone. */
import type { Aggregate, CodeKey, DueStatus, Equipment } from '@wellpulse/contracts';
import type { Texts } from '../en/index.ts';

export function codeNames({ calendar, codes, people, quantities }: Texts) {
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

  const namesByField: Readonly<Record<CodeKey, Readonly<Record<string, string>>>> = {
    'production.entryMethod': codes.entryMethodNames,
    'equipment.equipmentType': codes.equipmentTypeNames,
    'equipment.status': codes.equipmentStatusNames,
    'maintenance.maintenanceType': codes.maintenanceTypeNames,
    'maintenance.equipmentStatus': codes.equipmentStatusNames,
    'well.status': codes.wellStatusNames,
    'user.role': codes.roleNames,
    'user.status': people.userStatusNames,
    'settings.conflictPolicy': people.conflictPolicyNames,
    'alert.product': quantities.productNames,
    'alert.kind': codes.alertKindNames,
    'alert.status': codes.alertStatusNames,
    'device.platform': codes.platformNames,
  };

  /** What a code of an aggregate's field is called; the code itself where it has no name, such as an API number. */
  const codeName = (aggregate: Aggregate, field: string, code: string): string =>
    new Map(Object.entries(namesByField)).get(`${aggregate}.${field}`)?.[code] ?? code;

  return {
    codeName,
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
