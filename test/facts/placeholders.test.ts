import assert from 'node:assert/strict';
import { readDocument } from '../../server/facts/document';
import { readPlaceholders } from '../../server/facts/placeholders';

const cases: readonly (readonly [line: string, open: number])[] = [
  ['Consent: ***', 1],
  ['Lesions injected: ____', 1],
  ['{yes/no}', 1],
  ['Agent: {10 mg/mL:40 mg/mL}', 1],
  ['@PREFNAME@ is here', 1],
  ['Dose: <dose>', 1],
  ['Consent: [ ] written [ ] verbal', 1],
  ['Consent: [x] written [ ] verbal', 0],
  ['Site: [***]', 1],
  ['Dr. [**Last Name**] saw him', 0],
  ['Seen by Dr. ___ on ___.', 0],
  ['.WARTBLEO', 0],
  ['************', 0],
  ['***Important*** note', 0],
  ['**Consent:** signed', 0],
  ['---------', 0],
  ['Volume: *** mL', 1],
  ['☐ written ☐ verbal', 1],
  ['☑ written ☐ verbal', 0],
  ['Ms. ___ is a 40-year-old', 0],
  ['____ lesions were injected', 1],
  ['Lot: ________', 1],
  ['Total of _____ mL given', 1],
  ['Patient name: ____', 0],
  ['[ ] Consent obtained', 0],
  ['Ulcer <5 mm and >3 mm', 0],
  ['Procedure: {Blank single:19197::"ILK","other"}', 1],
  ['Choose {left|right}', 1],
  ['WBC <3.5, ANC < 1000 >', 0],
  ['Time out: *** Prep: ***', 2],
  ['Injected *** warts with ***', 2],
  ['Signature: ______________', 0],
  ['[insert site] injected', 1],
  ['on ___ she returned', 0],
  ['Yes [ ] No [x]', 0],
  ['Consent: Y / N', 1],
  ['Diagnosis: ??', 1],
  ['Pain ***/10', 1],
  ['*** End of note ***', 0],
  ['Follow up in {NUMBER} weeks', 1],
  ['XXX mg given', 1],
  ['(x) verbal ( ) written', 0],
  ['( ) verbal ( ) written', 1],
  ['Anesthesia: [ ] none [ ] EMLA [ ] lidocaine', 1],
  ['Aftercare: _x_ reviewed __ declined', 0],
  ['Number of lesions: _7_', 0],
  ['Seen ____/____/____', 0],
  ['Drug: ___ mg/mL', 1],
];
describe('placeholders', () => {
  for (const [line, open] of cases) {
    it(`finds ${open} in "${line}"`, () => {
      const document = readDocument(`Dermatology Clinic\nDOS: 3/4/2025\n\nProcedure note\n${line}\n`);
      assert.equal(readPlaceholders(document).length, open);
    });
  }

  const prose = 'Options are read from a file of settings. '.repeat(20);
  const texts: readonly (readonly [name: string, text: string, open: number])[] = [
    ['a long text that speaks of no care', `${prose}\nRun {name} with <file> and [number].`, 0],
    ['a long text that speaks of care', `${prose}\nKeloids were injected with {drug}.`, 1],
    ['a short form', 'Consent: ***', 1],
    ['markup', '<note>Kenalog was injected into <count>3</count> keloids, {dose}.</note>', 1],
  ];
  for (const [name, text, open] of texts)
    it(`finds ${open} in ${name}`, () => assert.equal(readPlaceholders(readDocument(text)).length, open));
});
