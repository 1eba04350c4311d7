import type { analyzeInSteps } from '../analyze';

/** What the server needs of the machine it runs on. The entries for Node and for a browser worker give it. */
export interface Runtime {
  /** Calls back once after `ms`; what is returned calls it off. */
  readonly schedule: (callback: () => void, ms: number) => () => void;
  /** The editor is done, having said so or not. */
  readonly end: (saidSo: boolean) => void;
  /** Sees to it that the server ends when the editor's process does. */
  readonly endWith?: (processId: number) => void;
  /** The text of a file, or `null` where there is none. Left out where the client must be asked for files. */
  readonly readFile?: (uri: string) => Promise<string | null>;
  /** Where the rules' pages are, as a URI without a slash at its end. The client may name a better place. */
  readonly docs?: string;
  /** The engine; tests give another. */
  readonly analyzeInSteps?: typeof analyzeInSteps;
}
