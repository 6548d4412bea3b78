import { createContext, use } from 'react';
import type { Phone } from '../data/phone.ts';

/** The open data of this phone. */
export const PhoneContext = createContext<Phone | null>(null);

/** Throws where the data is not open: no screen of a person is drawn then. */
export function usePhone(): Phone {
  const phone = use(PhoneContext);
  if (phone === null) throw new Error('The data of this phone is not open');
  return phone;
}
