/** What the codes of the contracts are called. One word for one thing, everywhere. */
import type {
  AlertKind,
  AlertStatus,
  DevicePlatform,
  DueStatus,
  EntryMethod,
  EquipmentStatus,
  EquipmentType,
  EventSource,
  MaintenanceType,
  Role,
  WellStatus,
} from '@wellpulse/contracts';

type Names<Code extends string> = Readonly<Record<Code, string>>;

const wellStatusNames: Names<WellStatus> = {
  ACTIVE: 'Active',
  SHUT_IN: 'Shut in',
  INACTIVE: 'Inactive',
  PLUGGED: 'Plugged',
};

const equipmentStatusNames: Names<EquipmentStatus> = {
  OPERATIONAL: 'Operational',
  MAINTENANCE: 'In maintenance',
  FAILED: 'Failed',
};

/** Where one of them is chosen. */
const equipmentTypeNames: Names<EquipmentType> = {
  PUMP_JACK: 'Pump jack',
  TANK: 'Tank',
  SEPARATOR: 'Separator',
  HEATER_TREATER: 'Heater treater',
  COMPRESSOR: 'Compressor',
  ESP: 'ESP',
  METER: 'Meter',
  FLOWLINE: 'Flowline',
  VALVE: 'Valve',
  OTHER: 'Other',
};

const maintenanceTypeNames: Names<MaintenanceType> = {
  ROUTINE: 'Routine',
  REPAIR: 'Repair',
  INSPECTION: 'Inspection',
};

const dueStatusNames: Names<DueStatus> = {
  OVERDUE: 'Overdue',
  DUE_SOON: 'Due soon',
  SCHEDULED: 'Scheduled',
};

const alertKindNames: Names<AlertKind> = { CHANGED: 'Changed', STOPPED: 'Stopped', RESUMED: 'Resumed' };

const alertStatusNames: Names<AlertStatus> = {
  OPEN: 'Open',
  ACKNOWLEDGED: 'Acknowledged',
  CLEARED: 'Cleared',
};

const entryMethodNames: Names<EntryMethod> = {
  MANUAL: 'Web',
  SCADA: 'Import',
  MOBILE: 'Phone',
  ELECTRON: 'Laptop',
};

const sourceNames: Names<EventSource> = {
  WEB: 'Web',
  IMPORT: 'Import',
  ELECTRON: 'Laptop',
  MOBILE: 'Phone',
  SYSTEM: 'Command line',
};

const platformNames: Names<DevicePlatform> = {
  ELECTRON: 'Laptop',
  IOS: 'iPhone or iPad',
  ANDROID: 'Android phone',
  WEB: 'Web browser',
};

const roleNames: Names<Role> = {
  VIEWER: 'Viewer',
  OPERATOR: 'Operator',
  MANAGER: 'Manager',
  ADMIN: 'Administrator',
};

export const codes = {
  wellStatusNames,
  equipmentStatusNames,
  equipmentTypeNames,
  /** As in "Equipment T-7": an item of the type that stands for all others, or one that is not known here. */
  someEquipment: 'Equipment',
  maintenanceTypeNames,
  dueStatusNames,
  /** `days` is "12 days". */
  overdueBy: (days: string) => `${days} overdue`,
  dueToday: 'Due today',
  dueIn: (days: string) => `Due in ${days}`,
  alertKindNames,
  alertStatusNames,
  /** Behind two volumes, in place of the change in percent. */
  stopped: 'stopped',
  resumed: 'resumed',
  /** Of a volume beside that of the day before, which `before` says. */
  stoppedAfter: (before: string) => `Stopped: ${before} the day before`,
  resumedAfterZero: 'Producing again after zero the day before',
  changedAgainst: (change: string, before: string) => `${change} against ${before} the day before`,
  entryMethodNames,
  sourceNames,
  platformNames,
  roleNames,
};
