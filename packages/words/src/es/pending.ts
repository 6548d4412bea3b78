import type { pending as english } from '../en/pending.ts';
import { counted } from '../lib/decimal.ts';

export const pending: typeof english = {
  entries: {
    PRODUCTION_CREATED: 'Producción',
    PRODUCTION_UPDATED: 'Producción corregida',
    PRODUCTION_DELETED: 'Producción borrada',
    EQUIPMENT_CREATED: 'Equipo nuevo',
    EQUIPMENT_UPDATED: 'Equipo corregido',
    EQUIPMENT_DELETED: 'Equipo borrado',
    EQUIPMENT_MAINTENANCE_LOGGED: 'Mantenimiento',
    CONFLICT_RESOLVED: 'Decisión sobre un conflicto',
  },
  someWell: 'un pozo',
  photo: (size) => `Foto, ${size}`,
  photos: (count, size) => `${counted(count, 'foto', 'fotos')}, ${size}`,
};
