/** A file may hold escape sequences that a terminal would obey; each control character becomes one visible sign. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]/gu, '\uFFFD');
}
