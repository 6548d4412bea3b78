/** A phone's app has no page. */
export const dressPage = (_look: { readonly language: string; readonly canvas: string }): void => undefined;
