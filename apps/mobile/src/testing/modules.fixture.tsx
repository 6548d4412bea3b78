/** The other modules that screens draw with: icons as paths, a phone without a notch, and a router that notes where it is led. */
import type { ReactNode } from 'react';

export const Svg = ({ children }: { readonly children?: ReactNode }) => <svg>{children}</svg>;
export const Path = ({ d }: { readonly d?: string }) => <path d={d} />;

export const useSafeAreaInsets = () => ({ top: 0, bottom: 0, left: 0, right: 0 });

/** Where screens led to. */
export const led: unknown[] = [];
const lead = (to: unknown): void => void led.push(to);
export const useRouter = () => ({ push: lead, replace: lead, back: () => lead('BACK') });
