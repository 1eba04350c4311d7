import type { Steps } from '../note/steps';
import type { Runtime } from './runtime';

/** How long the server works without looking up. A person does not notice so long a wait. */
const sliceMs = 25;

export interface Sliced<T> {
  readonly result: Promise<T | 'left'>;
  /** Takes no further step; the result is `left` unless it is there already. */
  readonly leave: () => void;
}

/** Takes the steps of a long work slice by slice, and lets whatever else has come in between go first. */
export function inSlices<T>(steps: Steps<T>, schedule: Runtime['schedule']): Sliced<T> {
  let leave = () => {};
  const result = new Promise<T | 'left'>((resolve, reject) => {
    let callOff = () => {};
    leave = () => {
      callOff();
      resolve('left');
    };
    const goOn = () => {
      const until = Date.now() + sliceMs;
      try {
        do {
          const { done, value } = steps.next();
          if (done === true) return resolve(value);
        } while (Date.now() < until);
      } catch (error) {
        return reject(error);
      }
      callOff = schedule(goOn, 0);
    };
    goOn();
  });
  return { result, leave };
}
