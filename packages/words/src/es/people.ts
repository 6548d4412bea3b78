import type { people as english } from '../en/people.ts';

export const people: typeof english = {
  roleDescriptions: {
    VIEWER: 'Lee todo, no cambia nada',
    OPERATOR: 'Entra lecturas y reconoce alertas',
    MANAGER: 'Además administra pozos e importaciones, y ve la auditoría',
    ADMIN: 'Además administra usuarios y configuración',
  },
  userStatusNames: { ACTIVE: 'Activo', SUSPENDED: 'Suspendido' },
  conflictPolicyNames: {
    LAST_WRITE_WINS: 'Cuenta la última entrada; la otra se guarda y se muestra',
    PROMPT: 'Queda la primera entrada hasta que una persona elija',
  },
};
