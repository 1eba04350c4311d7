/** Ends what was started, whichever way this process ends. */

type Stop = () => Promise<void>;

const pending: Stop[] = [];
let watching = false;

/** Runs `stop` on SIGINT, SIGTERM and SIGHUP, and through {@link stopAll}; the last started stops first. */
export function stopAtEnd(stop: Stop): void {
  pending.push(stop);
  if (watching) {
    return;
  }
  watching = true;
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.on(signal, () => {
      void stopAll().finally(() => process.exit(code));
    });
  }
}

export async function stopAll(): Promise<void> {
  for (let stop = pending.pop(); stop !== undefined; stop = pending.pop()) {
    await stop().catch(() => {});
  }
}
