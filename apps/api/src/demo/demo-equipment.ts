/**
 * The demo wells' equipment and a year of its maintenance, made from a seed. Days are counted back from a given one. So some
 * of it is always overdue, some is due soon and one pump is down.
 */
import {
  DEFAULT_SERVICE_INTERVALS,
  type EquipmentCreateInput,
  type EquipmentType,
  type MaintenanceCreateInput,
} from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { Random } from './random.ts';

export interface DemoItem {
  readonly item: EquipmentCreateInput;
  /** The oldest first. */
  readonly logs: readonly MaintenanceCreateInput[];
}

interface Kind {
  readonly prefix: string;
  readonly makers: readonly (readonly [manufacturer: string, model: string])[];
  readonly routine: string;
  readonly repair: string;
}

const KINDS = {
  PUMP_JACK: {
    prefix: 'PJ',
    makers: [
      ['Lufkin', 'C-228D-213-86'],
      ['Lufkin', 'M-320D-256-120'],
      ['Weatherford', 'Maximizer II'],
    ],
    routine: 'Greased the bearings, checked belts and gear box oil',
    repair: 'Replaced the motor belts and a worn wrist pin',
  },
  ESP: {
    prefix: 'ESP',
    makers: [['Baker Hughes', 'FLEXPump 400']],
    routine: 'Read the drive, checked amperage and insulation',
    repair: 'Replaced the surface cable at the junction box',
  },
  TANK: {
    prefix: 'TK',
    makers: [
      ['Palmer', '400 bbl steel'],
      ['Permian Tank', '500 bbl fibreglass'],
    ],
    routine: 'Cleaned the bottom, checked thief hatch and valves',
    repair: 'Replaced the thief hatch gasket',
  },
  SEPARATOR: {
    prefix: 'SP',
    makers: [['NATCO', '24 in x 10 ft']],
    routine: 'Flushed it and tested the dump valves',
    repair: 'Replaced the oil dump valve trim',
  },
  HEATER_TREATER: {
    prefix: 'HT',
    makers: [['Sivalls', 'VHT 6 x 20']],
    routine: 'Cleaned the fire tube and the flame arrestor',
    repair: 'Replaced the burner pilot',
  },
  METER: {
    prefix: 'MT',
    makers: [['Emerson', 'FloBoss 107']],
    routine: 'Calibrated against the reference and changed the battery',
    repair: 'Replaced the orifice plate',
  },
} as const satisfies Partial<Record<EquipmentType, Kind>>;
type DemoType = keyof typeof KINDS;

const TECHNICIANS = ['T. Alvarez', 'R. Boone', 'Permian Pump Service'];
const YEAR = 365;
/** The pump that is down. */
const FAILED_WELL = 4;

/** Two to four items of the well at `index` of the tenant with `seed`. */
export function demoEquipment(seed: number, index: number, today: string): DemoItem[] {
  const random = new Random(seed * 100_000 + index);
  return typesAt(index).map((equipmentType, place) => {
    const kind: Kind = KINDS[equipmentType];
    const maker = kind.makers[(index + place) % kind.makers.length];
    const item: EquipmentCreateInput = {
      equipmentType,
      serialNumber: `${kind.prefix}-${seed * 1000 + index + 1}`,
      assetTag: place === 0 ? `A-${seed}${String(index + 1).padStart(3, '0')}` : null,
      manufacturer: maker?.[0] ?? null,
      model: maker?.[1] ?? null,
      installationDate: addDays(today, -Math.round(random.between(2 * YEAR, 12 * YEAR))),
    };
    const lastDaysAgo = Math.max(1, intervalOf(equipmentType) - daysLeft(index * 4 + place, random));
    const isNew = (index + place) % 3 === 2 && lastDaysAgo < YEAR;
    if (isNew) return { item: { ...item, installationDate: addDays(today, -lastDaysAgo) }, logs: [] };
    return { item, logs: demoLogs(equipmentType, kind, { index, place, lastDaysAgo, today }, random) };
  });
}

function typesAt(index: number): DemoType[] {
  const types: DemoType[] = [index % 5 === 2 ? 'ESP' : 'PUMP_JACK', 'TANK'];
  if (index % 5 !== 3) types.push(index % 2 === 0 ? 'SEPARATOR' : 'HEATER_TREATER');
  if (index % 4 === 0) types.push('METER');
  return types;
}

const intervalOf = (type: DemoType): number => DEFAULT_SERVICE_INTERVALS[type]?.ROUTINE ?? YEAR;

/** Until an item's next service: negative for one in fourteen, within two weeks for two of them. */
function daysLeft(number: number, random: Random): number {
  if (number % 14 === 5) return -Math.round(random.between(2, 35));
  if (number % 14 === 1 || number % 14 === 8) return Math.round(random.between(0, 13));
  return Math.round(random.between(16, 80));
}

interface Service {
  readonly index: number;
  readonly place: number;
  readonly lastDaysAgo: number;
  readonly today: string;
}

function demoLogs(
  type: DemoType,
  kind: Kind,
  { index, place, lastDaysAgo, today }: Service,
  random: Random,
): MaintenanceCreateInput[] {
  const technician = TECHNICIANS[(index + place) % TECHNICIANS.length] ?? null;
  const log = (
    daysAgo: number,
    maintenanceType: MaintenanceCreateInput['maintenanceType'],
    description: string,
    cost: number,
  ): MaintenanceCreateInput => ({
    maintenanceDate: addDays(today, -daysAgo),
    maintenanceType,
    description,
    technician,
    cost: Math.round(cost * 100) / 100,
  });
  const logs = [log(lastDaysAgo, 'ROUTINE', kind.routine, random.between(140, 620))];
  const repairDaysAgo = lastDaysAgo + Math.round(random.between(20, 70));
  if ((index + 2 * place) % 6 === 0 && repairDaysAgo < YEAR) {
    logs.unshift(log(repairDaysAgo, 'REPAIR', kind.repair, random.between(700, 6_500)));
  }
  if (index === FAILED_WELL && type === 'PUMP_JACK') {
    const failure = log(1, 'INSPECTION', 'Gear box has seized; a crew is ordered', 0);
    logs.push({ ...failure, cost: null, equipmentStatus: 'FAILED', nextMaintenanceDate: addDays(today, 4) });
  }
  return logs;
}
