import { shippedLexicon } from '../lexicon/lexicon';
import { TokenKind, type TokenRun, wholeRun } from '../note/tokens';

export type WorkCategory =
  | 'problem'
  | 'drug'
  | 'test'
  | 'verb'
  | 'finding'
  | 'claim'
  | 'time'
  | 'against'
  | 'status'
  | 'result'
  | 'regimen'
  | 'actor'
  | 'defer';

/** One word or phrase that says what a visit was about; offsets are relative to the text it was read from. */
export interface WorkWord {
  readonly start: number;
  readonly end: number;
  readonly category: WorkCategory;
  readonly name: string;
  /** Drug class, kind of test or body system. */
  readonly sort: string;
  readonly form: string;
}

/** Endings by which a drug name that no table lists is known. */
const drugEnding =
  /(?:[a-z]{3}(?:mab|pril|sartan|statin|cillin|mycin|oxacin|cycline|gabalin|tinib|nib|prazole|conazole|olol|dipine|gliptin|gliflozin|glutide|setron|triptan|afil|parib|ciclib|lukast|terol|thiazide|xaban|azepam|zolam|oxetine|cyclovir|tidine|fenac|profen|sone|solone|olone|limus|citinib|tegravir|floxacin|penem|ximab|zumab|dronate))$/;
/** Common words and names with such an ending. */
const noDrug = new Set(
  'hormone someone ibuprofen ketoprofen crib prednisone-free nibs lesone telephone acetone ozone lidocaine bleomycin mitomycin dactinomycin control dexamethasone betamethasone triamcinolone methylprednisolone silicone testosterone'.split(
    ' ',
  ),
);

/** Endings by which a disease that no table lists is known. */
const diseaseEnding = /(?:[a-z]{4}(?:itis|itides|opathy|algia|aemia|emia|uria|penia|rrhea|rrhoea))$/;
/** Words with such an ending that name no disease of a visit, or only a look of the skin. */
const noDisease = new Set('academia leukoderma anemia-free'.split(' '));

/** The words of a visit in a stretch of text, the longest reading of each place. `run` holds the text's tokens. */
export function readWork(text: string, run?: TokenRun | null): WorkWord[] {
  const lexicon = shippedLexicon();
  const { tokens, from, to, base } = run ?? wholeRun(lexicon.tokenize(text));
  const words: WorkWord[] = [];
  let at = from;
  while (at < to) {
    const start = (tokens.start[at] ?? 0) - base;
    const match = lexicon.matchKind('work', tokens, at, to);
    if (match) {
      const end = (tokens.end[match.end - 1] ?? 0) - base;
      for (const term of match.terms) {
        const [category = 'status', sort = ''] = term.tags;
        words.push({ start, end, category: category as WorkCategory, name: term.value, sort, form: term.form });
      }
      at = match.end;
      continue;
    }
    if (tokens.kind[at] === TokenKind.Word) {
      const end = (tokens.end[at] ?? 0) - base;
      const word = end - start >= 6 ? text.slice(start, end).toLowerCase() : '';
      if (word.length >= 6 && !noDrug.has(word) && drugEnding.test(word)) {
        words.push({ start, end, category: 'drug', name: word, sort: 'systemic', form: 'base' });
      } else if (word.length >= 8 && !noDisease.has(word) && diseaseEnding.test(word)) {
        words.push({ start, end, category: 'problem', name: word, sort: 'other', form: 'base' });
      }
    }
    at += 1;
  }
  return words;
}
