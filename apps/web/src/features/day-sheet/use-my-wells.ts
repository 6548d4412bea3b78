'use client';

/** Whether a person sees their own wells alone, on the day sheet and on Home. A pumper does, until they choose otherwise (M21 of the walk). */
import { wellsShown } from '@wellpulse/forms';
import { useMyWellIds } from '../../queries/well-queries.ts';
import { useRemembered } from '../../lib/use-remembered.ts';
import { useSession } from '../../components/SessionProvider.tsx';

export interface MyWells {
  /** Whether there is a choice: nobody is offered an empty sheet. */
  readonly hasSome: boolean;
  readonly isChosen: boolean;
  /** Their ids; null for all wells. */
  readonly ids: ReadonlySet<string> | null;
  /** Not known yet which wells are theirs. */
  readonly isPending: boolean;
  readonly choose: (isMine: boolean) => void;
}

/** `route`: a route that was asked for by name shows all of its wells. */
export function useMyWells(route: string | null): MyWells {
  const { user } = useSession();
  const [choice, remember] = useRemembered(`my-wells.${user.id}`);
  const { data: ids, isPending } = useMyWellIds();
  const { isOffered, shown } = wellsShown({
    role: user.role,
    choice: choice === 'mine' || choice === 'all' ? choice : null,
    route,
    // Where they can't be known, all are shown.
    hasSome: isPending ? null : ids !== undefined && ids.size > 0,
  });
  return {
    hasSome: isOffered,
    isChosen: shown === 'mine',
    ids: shown === 'mine' && ids !== undefined ? ids : null,
    isPending: shown === null,
    choose: (isMine) => {
      remember(isMine ? 'mine' : 'all');
    },
  };
}
