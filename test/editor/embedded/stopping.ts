/** Ends what was started, whichever way this process ends. */

type Stop = () => Promise<void>;

const pending: Stop[] = [];
let watching = false;

/**
 * Runs `stop` on SIGINT, SIGTERM, SIGHUP, when nobody reads the output any more and when the process that started
 * this one is gone; and through {@link stopAll}. The last started stops first.
 */
export function stopAtEnd(stop: Stop): void {
  pending.push(stop);
  if (watching) {
    return;
  }
  watching = true;
  const end = (code: number) => () => {
    void stopAll().finally(() => process.exit(code));
  };
  process.on('SIGINT', end(130));
  process.on('SIGTERM', end(143));
  process.on('SIGHUP', end(129));
  process.stdout.on('error', end(141));
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) {
      end(143)();
    }
  }, 1000).unref();
}

let stopping: Promise<void> = Promise.resolve();

/** Resolves when all is stopped, however many ask for it at once. */
export function stopAll(): Promise<void> {
  const stops = pending.splice(0).reverse();
  stopping = stopping.then(async () => {
    for (const stop of stops) {
      await stop().catch(() => {});
    }
  });
  return stopping;
}

/** Runs a program to its exit code, and ends this process with it once all that it started is stopped. */
export async function runToExit(program: () => Promise<number>): Promise<never> {
  let code = 1;
  try {
    code = await program();
  } catch (error) {
    console.error(error);
  }
  await stopAll();
  return process.exit(code);
}
