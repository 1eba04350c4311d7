import type { Span } from '../note/span';
import { type Clause, textIn } from './visit-clauses';
import type { Order } from './visit-topics';
import type { WorkWord } from './visit-words';

/** Words that refer by themselves; a call or a message needs someone to go to. */
const plainReferral =
  /^(?:refer|[a-z]+(?: surg(?:ery)?)? ref\b|mohs|tumor board|hospice|social work|warm|transfer|sent to|to ed|admit|direct adm|second opinion|e-?consult|consult)/i;
const colleague =
  /\bDr\b|olog(?:y|ist)|\bpcp\b|\bmed onc\b|internist|surge(?:on|ry)|psychiatr|physician|pediatric|orthop|podiatr|derm\b|infection control|hospitalist|primary care|physical therapy|dietit|wound/i;

/** True when a verb of referring has someone to refer to. */
export function refers(clause: Clause, word: WorkWord, segment: Span): boolean {
  const text = textIn(clause, word);
  // "New patient consult" names the visit; under the plan, or placed, it is asked for.
  if (/^consults?$/i.test(text) && clause.zone !== 'plan')
    return /\b(?:placed|requested|ordered|sent|asked)\b/i.test(textIn(clause, segment));
  return plainReferral.test(text) || colleague.test(textIn(clause, segment));
}

/** "I send to rheumatology", "optometry here tomorrow", "letter to her dentist": no verb of referring, but someone to go to. */
export function sendsTo(clause: Clause, segment: Span, verb: WorkWord | null, order: Order): boolean {
  const text = textIn(clause, segment);
  if (writesTo.test(text)) return clause.zone === 'plan' || order.listed;
  if (verb?.name === 'order' && /^(?:send|sent)/i.test(textIn(clause, verb))) return namesRecipient(text);
  if (verb && verb.name !== 'order') return false;
  return (clause.zone === 'plan' || order.listed) && namesSlot(text);
}

const specialty =
  /^(?:(?:derm|rheum|cardi|neur|nephr|endocrin|gastroenter|pulmon|ophthalm|hemat|onc|ur|gynec|psych|radi|podiat)\w*olog(?:y|ist)|neurology|urology|oncology|optometr(?:y|ist)|ophtho|psychiatr(?:y|ist)|vascular(?: surgery)?|wound (?:clinic|care)|ent|gi|endo|rheum|surgery|surgical oncology|dentist|oral (?:medicine|surgery)|physical therapy|pt eval|dietitian)\b/i;
const time =
  /^[^,;]{0,24}\b(?:tomorrow|today|appointment|appt|referral|eval(?:uation)?|consult|next (?:week|month)|this week|asap|urgent(?:ly)?|on \d)/i;

/** "optometry here tomorrow", "rheumatology referral": a specialty and when it is. */
function namesSlot(text: string): boolean {
  const named = text.replace(/^\W+/, '');
  const found = specialty.exec(named);
  return found !== null && time.test(named.slice(found[0].length));
}

/** "to her dentist", "to Dr. Q." */
function namesRecipient(text: string): boolean {
  return [...text.matchAll(/\bto (?:the |her |his |a )?/gi)].some((to) => {
    const whom = text.slice(to.index + to[0].length);
    return /^dr\b/i.test(whom) || specialty.test(whom);
  });
}

const writesTo =
  /\b(?:letter|note|message|call) (?:is |was )?(?:sent |made )?to (?:the |her |his |their )?(?:dentist|oncologist|rheumatologist|cardiologist|surgeon|ophthalmologist|psychiatrist|dr)\b/i;
