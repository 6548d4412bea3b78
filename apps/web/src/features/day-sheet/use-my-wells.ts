'use client';

/** Whether a person sees their own wells alone, on the day sheet and on Home. A pumper does, until they choose otherwise (M21 of the walk). */
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
  const hasSome = ids !== undefined && ids.size > 0;
  const isWanted = choice === null ? user.role === 'OPERATOR' : choice === 'mine';
  const isChosen = hasSome && route === null && isWanted;
  return {
    hasSome: hasSome && route === null,
    isChosen,
    ids: isChosen ? ids : null,
    isPending: isPending && route === null && isWanted,
    choose: (isMine) => {
      remember(isMine ? 'mine' : 'all');
    },
  };
}
