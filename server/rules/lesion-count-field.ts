import type { OpenField } from './fixes/field';

/** The open field of the number of lesions, which two rules offer. */
export const lesionsField: OpenField = { label: 'Lesions treated', place: 'procedure' };
