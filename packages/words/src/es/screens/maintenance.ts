import type { maintenanceTexts as english } from '../../en/screens/maintenance.ts';
import { count, counted } from '../../lib/decimal.ts';

export const maintenanceTexts: typeof english = {
  maintenance: 'Mantenimiento',
  summary: 'Lo que vence, lo que se hizo y lo que costó',
  calendar: 'Calendario (.ics)',

  maintenanceDue: 'Mantenimiento pendiente',
  allMaintenance: 'Todo el mantenimiento',
  mostUrgent: 'Lo más urgente',
  due: 'Vencimientos',
  dueItems: 'Equipos con servicio pendiente',
  urgency: 'Urgencia',
  all: 'Todos',
  within14Days: 'En 14 días',
  overdueOrSoon: 'Vencido, o vence en 14 días',
  later: 'Después',
  nothingDue: {
    ALL: 'Nada pendiente',
    OVERDUE: 'Nada vencido',
    DUE_SOON: 'Nada vence en 14 días',
    SCHEDULED: 'Nada vence después',
  },
  dueRule: 'Un equipo vence según su intervalo de servicio, o el día que nombra su último registro.',
  noItems: 'Los equipos aparecen aquí según su intervalo de servicio.',
  nextOnPage: 'Los próximos servicios están en la página de mantenimiento.',
  overdue: (total) => counted(total, 'vencido', 'vencidos'),
  dueSoon: (total) => `${count(total)} ${total === 1 ? 'vence' : 'vencen'} pronto`,

  logMaintenance: 'Registrar mantenimiento',
  logFirst: 'Registrar el primero',
  saveLog: 'Guardar registro',
  finishLater: 'Terminar después',
  logged: (name, photos) =>
    `${name}: mantenimiento registrado${photos === 0 ? '' : `, con ${counted(photos, 'foto', 'fotos')}`}`,

  recent: 'Mantenimiento reciente',
  nothingLogged: 'Aún no hay registros',
  openItem: 'Abra un equipo para registrar lo que se le hizo.',
  logAppears: 'Cada reparación, servicio e inspección aparece aquí con sus fotos.',
  logEntries: (total) => counted(total, 'registro', 'registros'),
  showOlder: 'Mostrar anteriores',
  photosOfEntry: 'Fotos de este registro',
  atWell: 'en',
  technician: (name) => `Técnico ${name}`,
  nextService: (day) => `Próximo servicio ${day}`,
  loggedBy: (who) => `Registrado por ${who}`,

  costTitle: 'Costo de los últimos 12 meses',
  costOf: (cost, entries) => `${cost} en ${counted(entries, 'registro', 'registros')}`,
  costBy: 'Costo por',
  month: 'Mes',
  well: 'Pozo',
  item: 'Equipo',
  noCosts: 'Sin costos',
  noCostsHint: 'Aparecen con los registros que dan uno.',
};
