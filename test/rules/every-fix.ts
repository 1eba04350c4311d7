/** All fixes of all annotated notes in every form: `npm run test:fixes`. It takes minutes; the suite tries a part. */
import assert from 'node:assert/strict';
import { annotated, forms } from './fix-notes';
import { offeredOn, problemsOf } from './fix-property';

describe('every fix of the annotated notes', () => {
  for (const { name: form, change } of forms) {
    it(`does what it says: ${form}`, function () {
      this.timeout(600_000);
      const problems = annotated.flatMap(({ name, text }) =>
        offeredOn(change(text)).flatMap((offered) =>
          problemsOf(offered).map((problem) => `${name}: ${offered.finding.rule}: "${offered.fix.title}": ${problem}`),
        ),
      );
      assert.deepEqual(problems, []);
    });
  }
});
