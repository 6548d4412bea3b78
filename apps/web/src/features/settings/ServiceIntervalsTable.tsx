import {
  EQUIPMENT_TYPES,
  MAINTENANCE_TYPES,
  type EquipmentType,
  type MaintenanceType,
} from '@wellpulse/contracts';
import type { ReactNode } from 'react';
import { office, words } from '../../lib/language.ts';

const texts = office.settings;

export interface ServiceIntervalsTableProps {
  /** The number, or the box in which it is typed. */
  readonly cell: (equipmentType: EquipmentType, maintenanceType: MaintenanceType) => ReactNode;
}

/** Types of equipment down, kinds of maintenance across. */
export const ServiceIntervalsTable = ({ cell }: ServiceIntervalsTableProps) => (
  <table aria-label={texts.intervalsInDays} className="w-full table-fixed text-sm">
    <thead>
      <tr className="text-xs text-ink-muted">
        <th scope="col" className="w-[34%] py-1.5 text-left font-medium">
          {words.fieldLabel('equipment', 'equipmentType')}
        </th>
        {MAINTENANCE_TYPES.map((type) => (
          <th key={type} scope="col" className="py-1.5 pl-2 text-right font-medium">
            {words.maintenanceTypeNames[type]}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {EQUIPMENT_TYPES.map((equipmentType) => (
        <tr key={equipmentType} className="border-t border-line">
          <th scope="row" className="py-1.5 pr-2 text-left font-normal">
            {words.equipmentTypeNames[equipmentType]}
          </th>
          {MAINTENANCE_TYPES.map((maintenanceType) => (
            <td key={maintenanceType} className="py-1.5 pl-2 text-right">
              {cell(equipmentType, maintenanceType)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
