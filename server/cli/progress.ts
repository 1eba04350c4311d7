/** Counts notes on a terminal, for the long runs; silent in a pipe or a log. */
export class Progress {
  private shown = false;
  private count = 0;

  constructor(private readonly stream: NodeJS.WriteStream | null) {}

  step(): void {
    this.count += 1;
    // A line every note would cost more than the notes.
    if (this.stream === null || this.count % 50 !== 0) return;
    this.stream.write(`\r${this.count} notes`);
    this.shown = true;
  }

  /** Takes the line away, so that what is written next stands alone. */
  clear(): void {
    if (this.shown) this.stream?.write('\r\x1b[K');
    this.shown = false;
  }
}
