import type { requests as english } from '../en/requests.ts';
import { counted } from '../lib/decimal.ts';

export const requests: typeof english = {
  unreachable: 'No se puede alcanzar el servidor',
  unreachableHint: 'Revise la conexión e intente de nuevo. Lo que escribió sigue aquí.',
  ownFault: 'Esta página tuvo un error propio',
  ownFaultHint: 'Vuelva a cargar la página e intente de nuevo.',
  savedMeanwhile: 'Mientras tanto, otra persona guardó este día. Compare los dos y elija.',
  notSaved: (why) => `No se guardó: ${why}`,
  entryNotTaken: 'Su entrada no fue aceptada.',
  noRoom: 'Este navegador no tiene espacio para guardar lo que escribe',
  noRoomHint: 'Guarde antes de salir de la página.',
  formerUser: 'Un usuario anterior',
  waitSeconds: (count) => `Intente de nuevo en ${counted(count, 'segundo', 'segundos')}.`,
  waitMinutes: (count) => `Intente de nuevo en ${counted(count, 'minuto', 'minutos')}.`,
};
