/** Asked of browsers alone: phones have no such call. */
export const showBox = (_box: unknown): void => undefined;

/** What lies in something that scrolls. */
interface Part<Whole> {
  readonly measureLayout: (whole: Whole, onPlace: (left: number, top: number) => void) => void;
}

/** Scrolls to something that has come up out of sight: its beginning shows. */
export function showPart<Whole>(
  part: Part<Whole>,
  whole: Whole,
  scroll: { readonly scrollTo: (to: { readonly y: number; readonly animated: boolean }) => void },
): void {
  part.measureLayout(whole, (_left, top) => {
    scroll.scrollTo({ y: top, animated: false });
  });
}
