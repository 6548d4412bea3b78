/** How people call an item: "Pump jack PJ-1". */
import type { Equipment, EquipmentType } from '@wellpulse/contracts';

export const EQUIPMENT_TYPE_NAMES: Readonly<Record<EquipmentType, string>> = {
  PUMP_JACK: 'Pump jack',
  TANK: 'Tank',
  SEPARATOR: 'Separator',
  HEATER_TREATER: 'Heater treater',
  COMPRESSOR: 'Compressor',
  ESP: 'ESP',
  METER: 'Meter',
  FLOWLINE: 'Flowline',
  VALVE: 'Valve',
  OTHER: 'Equipment',
};

export const equipmentName = (item: Pick<Equipment, 'equipmentType' | 'serialNumber'>): string =>
  `${EQUIPMENT_TYPE_NAMES[item.equipmentType]} ${item.serialNumber}`;
