/** The lines that an edit takes out and puts in, as a patch shows them: `- Charges: 96406`, `+ Charges: 96405`. */
export function changedLines(text: string, edited: string): string[] {
  const [before, after] = [text.split('\n'), edited.split('\n')];
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let [endBefore, endAfter] = [before.length, after.length];
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore -= 1;
    endAfter -= 1;
  }
  return [
    ...before.slice(start, endBefore).map((line) => `- ${line}`),
    ...after.slice(start, endAfter).map((line) => `+ ${line}`),
  ];
}
