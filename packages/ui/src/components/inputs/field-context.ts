'use client';

import { createContext, use } from 'react';

/** What a Field tells the control inside it, so that label, hint and error are wired without props. */
export interface FieldWiring {
  id: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
}

export const FieldContext = createContext<FieldWiring | null>(null);

export interface ControlAttributes {
  id: string | undefined;
  required: boolean | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** For a button beside a control: of which of them it is. */
export const useLabelId = (): string | undefined => use(FieldContext)?.labelId;

/** The attributes of a control: its own where given, else those of the Field around it. */
export function useControlAttributes(own: {
  id?: string | undefined;
  required?: boolean | undefined;
  'aria-describedby'?: string | undefined;
  invalid?: boolean | undefined;
}): ControlAttributes {
  const field = use(FieldContext);
  const describedBy = [own['aria-describedby'], field?.describedBy].filter(Boolean).join(' ');
  return {
    id: own.id ?? field?.id,
    required: own.required ?? (field?.required || undefined),
    'aria-describedby': describedBy === '' ? undefined : describedBy,
    'aria-invalid': (own.invalid ?? field?.invalid ?? false) || undefined,
  };
}
