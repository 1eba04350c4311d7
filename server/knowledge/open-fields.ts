/**
 * The labels of the fields that a fix inserts for the two facts that select a code. Such a field asks for the fact, as
 * a query does; a blank of the note's own template ("Number of lesions injected: ***") asks nobody.
 */
export const insertedFields = { 'lesion-count': 'Lesions treated', agent: 'Agent given' } as const;
