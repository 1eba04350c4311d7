/**
 * One reader in a process of its own, so that neither the memory nor the compiled code of one is in another's way. Reads
 * the texts that its parent sends, and answers what that cost.
 */
import { loadReader, type ReaderId } from './peers';
import { costOf } from './rounds';

async function main(): Promise<void> {
  const { name, version, read } = await loadReader(process.argv[2] as ReaderId);
  process.on('message', async (texts: readonly string[]) => {
    const cost = await costOf(async () => {
      for (const text of texts) await read(text);
    });
    process.send?.(cost);
  });
  process.send?.({ name, version });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
