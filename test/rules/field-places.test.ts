import assert from 'node:assert/strict';
import { applyEdits } from '../../server/edits';
import { exampleNote } from '../../server/rules/example-note';
import { offeredOn } from './fix-property';

const opened = (text: string, rule: string): string => {
  const [field] = offeredOn(text).filter(({ finding, fix }) => finding.rule === rule && fix.kind === 'field');
  assert.ok(field, `${rule} offers no field`);
  return applyEdits(text, field.fix.edits);
};

/** An open field goes where the note has what it belongs to. */
describe('open fields', () => {
  it('of the procedure end it', () => {
    const text = exampleNote({ consent: null });
    assert.equal(
      opened(text, 'consent-missing'),
      text.replace('Follow-up: return in 4 weeks.\n', 'Follow-up: return in 4 weeks.\nConsent: ***\n'),
    );
  });

  it('of follow-up end the plan, or the procedure in a note without one', () => {
    const text = exampleNote({ followUp: null });
    assert.equal(opened(text, 'follow-up-missing'), text.replace('redness.\n', 'redness.\nFollow-up: ***\n'));
    const planned = `${text}\nPlan\nShave gently around the sites.\n`;
    assert.equal(opened(planned, 'follow-up-missing'), `${planned}Follow-up: ***\n`);
  });

  it('of the header stand in its first line, behind a mark of the byte order', () => {
    const text = exampleNote({ place: null });
    assert.equal(opened(text, 'site-of-service-missing'), `Place of service: ***\n${text}`);
    assert.equal(opened(`\uFEFF${text}`, 'site-of-service-missing'), `\uFEFFPlace of service: ***\n${text}`);
  });

  it('of a signature end the note, in front of the queries', () => {
    const text = exampleNote({ signature: null });
    assert.equal(opened(text, 'signature-missing'), text.replace(/\n$/, '\nSignature: ***\n'));
    const asked = `${text}\nQuery to clinician\nLot: What is the lot? Answer: ____  [ ] unable to determine`;
    assert.equal(opened(asked, 'signature-missing'), asked.replace('\n\nQuery', '\nSignature: ***\n\nQuery'));
  });
});
