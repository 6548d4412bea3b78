import type { conflicts as english } from '../en/conflicts.ts';
import { counted } from '../lib/decimal.ts';

export const conflicts: typeof english = {
  statusNames: {
    OPEN: 'Abierto',
    SETTLED: 'Decidido por las reglas',
    RESOLVED: 'Elegido',
    UNDONE: 'Deshecho',
    WITHDRAWN: 'Retirado por su autor',
  },
  outcomeNames: {
    USER_PROMPT: 'Una persona elige',
    OVERWRITE: 'Vale el segundo',
    SKIP: 'Vale el primero',
    MERGE: 'Quedan los dos',
  },
  ruleNames: {
    LATER: 'La entrada posterior',
    NOT_HELD: 'El otro dispositivo no tenía el registro',
    ALONE: 'Nadie más lo cambió',
    AGREED: 'Los dos dicen lo mismo',
    CHOSEN: 'Elegido por una persona',
    UNDONE: 'Restaurado por una persona',
  },
  someItem: 'un equipo',
  possessive: (name) => `de ${name}`,

  mergeReason:
    'Mientras tanto, otra persona cambió otros valores de este registro. Se guardaron los dos cambios.',
  takenBackReason: 'Se retiró lo que usted había entrado. Lo que entraron otros queda.',
  contested: (fields, count) =>
    `Mientras tanto, otra persona cambió ${count === 1 ? 'este valor' : 'estos valores'}: ${fields}.`,
  laterKept: 'Quedó esta entrada, que es posterior.',
  theirsKept: 'Quedó la otra entrada, que es posterior.',
  mustChoose: 'Alguien tiene que elegir.',

  deletionOpen: (name) => `El registro no se borró: ${name} lo había cambiado mientras tanto.`,
  notApplied: (whose) => `Todavía no se aplicó nada de la entrada ${whose}.`,
  undid: (who, whose) => `${who} deshizo lo que decidieron las reglas: se restauró el lado ${whose}.`,
  withdrawn: (who) => `${who} borró lo que había entrado, así que no queda nada por decidir.`,
  ownTakenBack: (name) => `${name} borró lo que había entrado; lo que entraron otros queda.`,
  differentValues: 'Cambiaron valores distintos, así que quedan los dos cambios.',
  notDeleted: (whose) => `El cambio ${whose} fue posterior, así que el registro no se borró.`,
  deleted: (whose) => `El borrado ${whose} fue posterior, así que el registro se borró.`,
  stayed: (whose) => `La entrada ${whose} fue posterior, así que quedó.`,
  notHeld: (whoseDevice, whose) =>
    `El dispositivo ${whoseDevice} no tenía el registro, así que quedó la entrada ${whose}.`,
  counts: (whose) => `La entrada ${whose} fue posterior, así que es la que vale.`,
  countsByValue: (whose) => `En cada valor vale el posterior; la entrada ${whose} ganó al menos uno.`,
  kept: (who, whose) => `${who} dejó la primera entrada, la ${whose}.`,
  took: (who, whose) => `${who} tomó la entrada ${whose}.`,
  merged: (who) => `${who} combinó las dos entradas.`,

  wasThere: 'Llegó primero',
  changedMeanwhile: 'Cambiado mientras tanto',
  cameIn: 'Llegó después',

  settledSince: (count) =>
    `${counted(count, 'conflicto decidido', 'conflictos decididos')} por las reglas desde que usted miró`,
};
