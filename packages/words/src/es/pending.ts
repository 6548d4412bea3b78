import type { pending as english } from '../en/pending.ts';
import { counted } from '../lib/decimal.ts';

export const pending: typeof english = {
  entries: {
    PRODUCTION_CREATED: (well) => `Registro de producción de ${well}`,
    PRODUCTION_UPDATED: (well) => `Registro de producción corregido de ${well}`,
    PRODUCTION_DELETED: (well) => `Registro de producción borrado de ${well}`,
    EQUIPMENT_CREATED: (item) => `Equipo nuevo: ${item}`,
    EQUIPMENT_UPDATED: (item) => `Equipo corregido: ${item}`,
    EQUIPMENT_DELETED: (item) => `Equipo borrado: ${item}`,
    EQUIPMENT_MAINTENANCE_LOGGED: (item) => `Mantenimiento de equipo: ${item}`,
    CONFLICT_RESOLVED: () => 'Decisión sobre un conflicto',
  },
  ofDay: (entry, day) => `${entry} (${day})`,
  someWell: 'un pozo',
  photo: (size) => `Foto (${size})`,
  photos: (count, size) => `${counted(count, 'foto', 'fotos')} (${size} en total)`,
};
