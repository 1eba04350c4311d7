/** An unforeseen error without its message, which may quote a note: its name and stack frames cannot. */
export function describeCrash(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return [error.name, ...frames].join('\n');
}
