const MOST_LOADS = 10;
const BEFORE_LOADING_MS = 300;
const LOADS = 'loads for held files';
/** What browsers say of a file that another page or worker holds open. */
const HELD = /NoModificationAllowed|Access Handle/i;

/** The page that opens: how it is loaded again, and what it remembers until its tab is closed. */
export interface OpeningPage {
  readonly reload: () => void;
  readonly memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

/**
 * Opens files that a page which went away may hold for a moment longer than its lock. Where it does, this page is loaded again: the worker
 * that met a held file opens none any more. Every other error comes through, and so does this one after ten loads.
 */
export async function onceFree<Opened>(
  open: () => Promise<Opened>,
  { reload, memory }: OpeningPage = { reload: () => location.reload(), memory: sessionStorage },
): Promise<Opened> {
  try {
    const opened = await open();
    memory.removeItem(LOADS);
    return opened;
  } catch (error) {
    const words = error instanceof Error ? `${error.name} ${error.message}` : String(error);
    const loads = Number(memory.getItem(LOADS) ?? 0);
    if (!HELD.test(words) || loads >= MOST_LOADS) {
      memory.removeItem(LOADS);
      throw error;
    }
    memory.setItem(LOADS, String(loads + 1));
    await new Promise((resolve) => setTimeout(resolve, BEFORE_LOADING_MS));
    reload();
    return new Promise<never>(() => undefined);
  }
}
