import type { codes as english } from '../en/codes.ts';

export const codes: typeof english = {
  wellStatusNames: {
    ACTIVE: 'Activo',
    SHUT_IN: 'Cerrado',
    INACTIVE: 'Inactivo',
    PLUGGED: 'Taponado',
  },
  equipmentStatusNames: {
    OPERATIONAL: 'En operación',
    MAINTENANCE: 'En mantenimiento',
    FAILED: 'En falla',
  },
  equipmentTypeNames: {
    PUMP_JACK: 'Unidad de bombeo',
    TANK: 'Tanque',
    SEPARATOR: 'Separador',
    HEATER_TREATER: 'Tratador térmico',
    COMPRESSOR: 'Compresor',
    ESP: 'Bomba electrosumergible',
    METER: 'Medidor',
    FLOWLINE: 'Línea de flujo',
    VALVE: 'Válvula',
    OTHER: 'Otro',
  },
  someEquipment: 'Equipo',
  maintenanceTypeNames: {
    ROUTINE: 'Rutina',
    REPAIR: 'Reparación',
    INSPECTION: 'Inspección',
  },
  dueStatusNames: {
    OVERDUE: 'Vencido',
    DUE_SOON: 'Vence pronto',
    SCHEDULED: 'Programado',
  },
  overdueBy: (days) => `Vencido hace ${days}`,
  dueToday: 'Vence hoy',
  dueIn: (days) => `Vence en ${days}`,
  alertKindNames: { CHANGED: 'Cambió', STOPPED: 'Se detuvo', RESUMED: 'Se reanudó' },
  alertStatusNames: { OPEN: 'Abierta', ACKNOWLEDGED: 'Reconocida', CLEARED: 'Resuelta' },
  entryMethodNames: { MANUAL: 'Web', SCADA: 'Importación', MOBILE: 'Teléfono', ELECTRON: 'Laptop' },
  sourceNames: {
    WEB: 'Web',
    IMPORT: 'Importación',
    ELECTRON: 'Laptop',
    MOBILE: 'Teléfono',
    SYSTEM: 'Línea de comandos',
  },
  platformNames: {
    ELECTRON: 'Laptop',
    IOS: 'iPhone o iPad',
    ANDROID: 'Teléfono Android',
    WEB: 'Navegador web',
  },
  roleNames: { VIEWER: 'Lector', OPERATOR: 'Operador', MANAGER: 'Gerente', ADMIN: 'Administrador' },
};
