/**
 * What must not compile. `tsc` fails on a directive below that suppresses nothing, so that this file is its own test.
 */
import { type RuleDocs, rule } from '../../server/rules/rule';

const docs: RuleDocs = {
  what: '',
  why: '',
  do: '',
  offWhen: '',
  sources: ['conventions'],
  wrong: '',
  right: '',
};
const span = { start: 0, end: 1 };

export const sound = rule({
  id: 'lot-missing',
  severity: 'hint',
  messages: { missing: (lesions: number, agent: string) => `${lesions} ${agent}`, bare: () => '' },
  reads: ['procedures'],
  fixes: ['field'],
  docs,
  check: ({ procedures, eol }, report) => {
    report('missing', [procedures.length, 'bleomycin'], { span });
    report('bare', [], { span, fixes: [{ title: 'Insert', kind: 'field', edits: [{ span, newText: eol }] }] });
  },
});

export const unsound = rule({
  id: 'lot-missing',
  severity: 'hint',
  messages: { missing: (lesions: number, agent: string) => `${lesions} ${agent}`, bare: () => '' },
  reads: ['procedures'],
  fixes: [],
  docs,
  check: (facts, report) => {
    // @ts-expect-error: an unknown message id
    report('mising', [1, 'bleomycin'], { span });
    // @ts-expect-error: a message value too few
    report('missing', [1], { span });
    // @ts-expect-error: a message value of another type
    report('missing', ['bleomycin', 1], { span });
    // @ts-expect-error: values for a message that takes none
    report('bare', [1], { span });
    // @ts-expect-error: no place
    report('bare', [], {});
    // @ts-expect-error: a fix without a title
    report('bare', [], { span, fixes: [{ kind: 'field', edits: [] }] });
    // @ts-expect-error: a fix of no known kind
    report('bare', [], { span, fixes: [{ title: 'Insert', kind: 'fact', edits: [] }] });
    // @ts-expect-error: a fact that the rule does not declare
    facts.placeholders;
  },
});

export const unknownId = rule({
  // @ts-expect-error: an id that settings do not know
  id: 'lot-mising',
  severity: 'hint',
  messages: {},
  reads: [],
  fixes: [],
  docs,
  check: () => {},
});

// @ts-expect-error: a source that is not listed
export const unknownSource: RuleDocs = { ...docs, sources: ['hearsay'] };

// @ts-expect-error: a page without sources
export const noSource: RuleDocs = { ...docs, sources: [] };
